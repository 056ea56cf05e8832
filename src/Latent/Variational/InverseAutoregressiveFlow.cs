using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>
/// Inverse autoregressive flow (Kingma et al. 2016, eq. 13–14): \(z' = \sigma\odot z + (1-\sigma)\odot m\) where entry i of m and of σ = sigmoid(s) is computed from
/// the entries of z before i (and from x), so that the Jacobian is a triangle and its determinant the product of σ. The order is turned round after each step.
/// </summary>
public sealed class InverseAutoregressiveFlow : PosteriorFlow
{
    private const double Gate = 1.5; // σ starts near 0.8: a step first changes little

    private readonly ModuleList<MaskedNetwork> networks;

    /// <summary>Steps with one hidden layer of masked weights each (Germain et al. 2015).</summary>
    /// <param name="latent">k, ≥ 1.</param>
    /// <param name="steps">≥ 1.</param>
    /// <param name="hidden">Units of each hidden layer, ≥ 1.</param>
    /// <param name="context">Numbers that the encoder tells of x, ≥ 1.</param>
    /// <param name="generator">Source of the initial weights.</param>
    /// <param name="precision">Type of the parameters.</param>
    public InverseAutoregressiveFlow(int latent, int steps, int hidden, int context, Generator generator, ScalarType precision = ScalarType.Float32)
        : base(nameof(InverseAutoregressiveFlow), latent, context)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(context, 1);
        Require.Generator(generator);
        networks = new([.. Enumerable.Range(0, steps).Select(_ => new MaskedNetwork(latent, hidden, context, generator, precision))]);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override (Tensor Z, Tensor LogDeterminant) forward(Tensor z, Tensor context)
    {
        Check(z, context);
        var total = zeros([z.shape[0]], z.dtype); // [N]
        foreach (var network in networks)
        {
            var (m, s) = network.call(z, context); // [N, k] each
            var gate = (s + Gate).sigmoid();
            z = (m + gate * (z - m)).flip(1);
            total = total + functional.logsigmoid(s + Gate).sum([1]);
        }

        return (z, total);
    }

    // Output i sees inputs 1 … i − 1 only; the context is seen by all.
    private sealed class MaskedNetwork : Module<Tensor, Tensor, (Tensor M, Tensor S)>
    {
        private readonly Parameter first, fromContext, second, firstBias, secondBias;
        private readonly Tensor firstMask, secondMask;
        private readonly int latent;

        public MaskedNetwork(int latent, int hidden, int context, Generator generator, ScalarType precision)
            : base(nameof(MaskedNetwork))
        {
            this.latent = latent;
            // A hidden unit of degree d sees inputs 1 … d and is seen by outputs d + 1 … k.
            long[] degrees = [.. Enumerable.Range(0, hidden).Select(j => latent > 1 ? 1L + j % (latent - 1) : 0)];
            using (NewDisposeScope())
            {
                var (unit, entry) = (tensor(degrees), arange(1, latent + 1, ScalarType.Int64));
                firstMask = entry.unsqueeze(0).le(unit.unsqueeze(1)).to_type(precision).DetachFromDisposeScope(); // [hidden, k]
                secondMask = entry.unsqueeze(1).gt(unit.unsqueeze(0)).to_type(precision).repeat(2, 1).DetachFromDisposeScope(); // [2k, hidden]
            }

            (first, fromContext, second) = (Draw(hidden, latent), Draw(hidden, context), Draw(2 * latent, hidden));
            (firstBias, secondBias) = (new(zeros([hidden], precision)), new(zeros([2 * latent], precision)));
            RegisterComponents();

            Parameter Draw(int outputs, int inputs) => new(Glorot.Uniform(empty([outputs, inputs], precision), generator));
        }

        public override (Tensor M, Tensor S) forward(Tensor z, Tensor context)
        {
            var h = (functional.linear(z, first * firstMask, firstBias) + functional.linear(context, fromContext)).relu(); // [N, hidden]
            var both = functional.linear(h, second * secondMask, secondBias); // [N, 2k]
            return (both.narrow(1, 0, latent), both.narrow(1, latent, latent));
        }
    }
}
