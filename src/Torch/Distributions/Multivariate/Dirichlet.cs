using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A Dirichlet distribution, over vectors of probabilities.</summary>
    public class Dirichlet : distributions.Distribution
    {
        /// <summary>A batch of the shape of the parameter without its last dimension.</summary>
        /// <param name="concentration">[…, K]: the shapes α; positive.</param>
        /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
        /// <exception cref="ArgumentException">The parameter is out of range.</exception>
        public Dirichlet(Tensor concentration, Generator? generator = null)
            : base(generator)
        {
            ArgumentNullException.ThrowIfNull(concentration);
            if (concentration.ndim < 1)
                throw new ArgumentException("Dirichlet: concentration must have at least one dimension.", nameof(concentration));
            Check(nameof(concentration), concentration, distributions.constraints.positive);
            (batch_shape, event_shape) = (new(concentration.shape[..^1]), concentration.shape[^1]);
            Parameters = [concentration.alias().DetachFromDisposeScope()];
        }

        /// <summary>The shapes α.</summary>
        internal Tensor Concentration => Parameters[0]!;

        /// <inheritdoc/>
        public override Tensor mean => WrappedTensorDisposeScope(() => Concentration / Concentration.sum(-1, keepdim: true));

        /// <inheritdoc/>
        public override Tensor mode => WrappedTensorDisposeScope(() =>
        {
            var above = (Concentration - 1).clamp(0);
            // Where all shapes are below 1, every corner is a mode; as in PyTorch, the first is taken.
            var corner = nn.functional.one_hot(zeros([.. batch_shape], int64), event_shape[0]).to(Concentration.dtype);
            return where(Concentration.lt(1).all(-1, keepdim: true), corner, above / above.sum(-1, keepdim: true));
        });

        /// <inheritdoc/>
        public override Tensor variance => WrappedTensorDisposeScope(() =>
        {
            var sum = Concentration.sum(-1, keepdim: true);
            return Concentration * (sum - Concentration) / (sum.square() * (sum + 1));
        });

        /// <inheritdoc/>
        public override Tensor rsample(params long[] sample_shape) =>
            WrappedTensorDisposeScope(() => Draw.apply(Concentration.expand(ExtendedShape(sample_shape)), generator!));

        /// <inheritdoc/>
        public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(
            () => (Concentration - 1).xlogy(value).sum(-1) + Concentration.sum(-1).lgamma() - Concentration.lgamma().sum(-1));

        /// <inheritdoc/>
        public override Tensor entropy() => WrappedTensorDisposeScope(() =>
        {
            var sum = Concentration.sum(-1);
            return Concentration.lgamma().sum(-1) - sum.lgamma() - (event_shape[0] - sum) * sum.digamma()
                - ((Concentration - 1) * Concentration.digamma()).sum(-1);
        });

        /// <summary>Samples, differentiated implicitly (Figurnov et al. 2018).</summary>
        private sealed class Draw : autograd.SingleTensorFunction<Draw>
        {
            private static readonly Operator Sample = new("_sample_dirichlet"), Gradient = new("_dirichlet_grad");

            public override string Name => "Dirichlet.rsample";

            public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
            {
                var concentration = (Tensor)vars[0];
                var result = Sample.Call(concentration, (Generator?)vars[1]);
                ctx.save_for_backward([result, concentration]);
                return result;
            }

            public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
            {
                var saved = ctx.get_saved_variables();
                var (result, concentration) = (saved[0], saved[1]);
                var gradient = Gradient.Call(result, concentration, concentration.sum(-1, keepdim: true).expand_as(concentration));
                return [gradient * (grad_output - (result * grad_output).sum(-1, keepdim: true)), null!];
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            /// <summary>A Dirichlet distribution, over vectors of probabilities.</summary>
            /// <param name="concentration">[…, K]: the shapes α; positive.</param>
            /// <param name="generator">Where samples are drawn from; null for the default generator.</param>
            public static Dirichlet Dirichlet(Tensor concentration, Generator? generator = null) => new(concentration, generator);
        }
    }
}
