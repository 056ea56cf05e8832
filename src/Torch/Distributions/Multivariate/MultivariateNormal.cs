using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A normal distribution of vectors.</summary>
    public class MultivariateNormal : distributions.Distribution
    {
        /// <summary>A batch of the shape that the parameters, without their own dimensions, broadcast to; give one of the matrices.</summary>
        /// <param name="loc">[…, D]: the mean.</param>
        /// <param name="covariance_matrix">[…, D, D]: the covariance; symmetric and positive definite.</param>
        /// <param name="precision_matrix">[…, D, D]: its inverse.</param>
        /// <param name="scale_tril">[…, D, D]: its Cholesky factor; lower triangular with a positive diagonal.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">Not exactly one matrix is given, or a parameter is out of range.</exception>
        public MultivariateNormal(
            Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null)
            : base(generator)
        {
            ArgumentNullException.ThrowIfNull(loc);
            (string Name, Tensor? Value)[] matrices =
                [(nameof(covariance_matrix), covariance_matrix), (nameof(precision_matrix), precision_matrix), (nameof(scale_tril), scale_tril)];
            if (matrices.Count(m => m.Value is not null) != 1)
                throw new ArgumentException(
                    "MultivariateNormal takes one of covariance_matrix, precision_matrix and scale_tril.", nameof(covariance_matrix));
            var (name, matrix) = matrices.Single(m => m.Value is not null);
            if (loc.ndim < 1 || matrix!.ndim < 2 || matrix.shape[^1] != loc.shape[^1] || matrix.shape[^2] != loc.shape[^1])
                throw new ArgumentException($"MultivariateNormal: {name} must be of shape [..., D, D] for loc of shape [..., D].", name);
            Check(nameof(loc), loc, distributions.constraints.real_vector);
            Check(name, matrix, scale_tril is null ? distributions.constraints.positive_definite : distributions.constraints.lower_cholesky);
            var size = loc.shape[^1];
            using var scope = NewDisposeScope();
            var factor = scale_tril ?? (precision_matrix is null ? linalg.cholesky(matrix) : OfPrecision(matrix));
            var shape = broadcast_tensors(loc.select(-1, 0), matrix.select(-1, 0).select(-1, 0))[0].shape;
            (batch_shape, event_shape) = (new(shape), size);
            Parameters = [loc.expand([.. shape, size]).DetachFromDisposeScope(), factor.expand([.. shape, size, size]).DetachFromDisposeScope()];
        }

        /// <summary>[…, D]: the mean.</summary>
        internal Tensor Loc => Parameters[0]!;

        /// <summary>[…, D, D]: the Cholesky factor of the covariance.</summary>
        internal Tensor Factor => Parameters[1]!;

        /// <inheritdoc/>
        public override Tensor mean => Loc;

        /// <inheritdoc/>
        public override Tensor mode => Loc;

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() => Factor.square().sum(-1));

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
        {
            var noise = randn(ExtendedShape(sample_shape), Loc.dtype, generator: generator);
            return Loc + Factor.matmul(noise.unsqueeze(-1)).squeeze(-1);
        });

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => -(event_shape[0] * Math.Log(2 * Math.PI) + Whitened(value - Loc).square().sum(-1)) / 2 - HalfLogDeterminant());

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() => event_shape[0] * (1 + Math.Log(2 * Math.PI)) / 2 + HalfLogDeterminant());

        /// <summary>Half the logarithm of the determinant of the covariance.</summary>
        internal Tensor HalfLogDeterminant() => Factor.diagonal(0, -2, -1).log().sum(-1);

        /// <summary>L⁻¹ x for vectors x along the last dimension.</summary>
        internal Tensor Whitened(Tensor vectors)
        {
            // One matrix for all vectors: they are its right-hand sides, and the matrix is not repeated.
            if (batch_shape.Length == 0)
                return linalg.solve_triangular(Factor, vectors.reshape(-1, event_shape[0]).T, upper: false).T.reshape(vectors.shape);
            return linalg.solve_triangular(Factor, vectors.unsqueeze(-1), upper: false).squeeze(-1);
        }

        // The Cholesky factor of P⁻¹ is the inverse of the factor of P taken from the other end.
        private static Tensor OfPrecision(Tensor precision)
        {
            var backwards = linalg.cholesky(precision.flip(-2, -1)).flip(-2, -1).transpose(-2, -1);
            return linalg.solve_triangular(backwards, eye(precision.shape[^1], dtype: precision.dtype), upper: false);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A normal distribution of vectors. Give one of the matrices.</summary>
            /// <param name="loc">[…, D]: the mean.</param>
            /// <param name="covariance_matrix">[…, D, D]: the covariance; symmetric and positive definite.</param>
            /// <param name="precision_matrix">[…, D, D]: its inverse.</param>
            /// <param name="scale_tril">[…, D, D]: its Cholesky factor; lower triangular with a positive diagonal.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static MultivariateNormal MultivariateNormal(
                Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null) =>
                new(loc, covariance_matrix, precision_matrix, scale_tril, generator);
        }
    }
}
