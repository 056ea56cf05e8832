using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Normal numbers, drawn again until they lie in [a, b].</summary>
            /// <param name="tensor">What is filled.</param>
            /// <param name="mean">The mean before the cut.</param>
            /// <param name="std">The standard deviation before the cut.</param>
            /// <param name="a">The least value.</param>
            /// <param name="b">The greatest value.</param>
            /// <param name="generator">The source of chance; null takes the default one.</param>
            /// <exception cref="ArgumentException">a exceeds b, or the deviation is not positive.</exception>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                if (a > b)
                    throw new ArgumentException($"a must not exceed b ({b}), but is {a}.", nameof(a));
                if (!(std > 0))
                    throw new ArgumentOutOfRangeException(nameof(std), std, $"The deviation must be positive, not {std}.");
                // Uniform numbers between the limits' probabilities, through the inverse of the distribution function.
                return Silently(tensor, t => t.uniform_(2 * Normal((a - mean) / std) - 1, 2 * Normal((b - mean) / std) - 1, generator)
                    .erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b));
            }

            /// <summary>Windows that pass their input on: 1 at the centre from each channel to itself, 0 elsewhere.</summary>
            /// <param name="tensor">Windows of a convolution: 3 to 5 dimensions.</param>
            /// <param name="groups">The convolution's groups.</param>
            public static Tensor dirac_(Tensor tensor, long groups = 1)
            {
                Matrix(tensor, 3, 5);
                var shape = tensor.shape;
                var outputs = Expect.Divides(shape[0], groups);
                return Silently(tensor, t =>
                {
                    t.zero_();
                    for (var group = 0; group < groups; group++)
                        for (var i = 0; i < Math.Min(outputs, shape[1]); i++)
                            t[[TensorIndex.Single(group * outputs + i), TensorIndex.Single(i), .. shape[2..].Select(n => TensorIndex.Single(n / 2))]] = ones([], t.dtype);
                    return t;
                });
            }

            /// <summary>Normal numbers in a matrix, a part of each column set to 0.</summary>
            /// <param name="tensor">A matrix.</param>
            /// <param name="sparsity">The part of each column that is 0.</param>
            /// <param name="std">The standard deviation of the rest.</param>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                Matrix(tensor, 2, 2);
                functional.Probability(sparsity);
                var (rows, columns) = (tensor.size(0), tensor.size(1));
                var zeros = (long)Math.Ceiling(sparsity * rows);
                return Silently(tensor, t =>
                {
                    using var scope = NewDisposeScope();
                    t.normal_(0, std);
                    for (long column = 0; column < columns; column++)
                        t.select(1, column).index_fill_(0, randperm(rows).narrow(0, 0, zeros), 0);
                    return t;
                });
            }

            /// <summary>A random matrix with orthonormal rows or columns, times gain; further dimensions count as columns.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                Matrix(tensor, 2, long.MaxValue);
                using var scope = NewDisposeScope();
                using var silent = no_grad();
                var rows = tensor.size(0);
                var flat = empty([rows, tensor.numel() / rows], tensor.dtype).normal_();
                var (q, r) = linalg.qr(rows < flat.size(1) ? flat.t() : flat);
                q = q * r.diag().sign();
                tensor.view_as(tensor).copy_((rows < flat.size(1) ? q.t() : q).reshape(tensor.shape)).mul_(gain);
                return tensor;
            }

            private static double Normal(double x) => (1 + CMath.erf(x / Math.Sqrt(2))) / 2;
        }
    }
}

/// <summary>Functions of the C library's mathematics that .NET lacks: PyTorch uses the same.</summary>
internal static partial class CMath
{
    /// <summary>The error function.</summary>
    [LibraryImport("libm.so.6")]
    internal static partial double erf(double x);
}
