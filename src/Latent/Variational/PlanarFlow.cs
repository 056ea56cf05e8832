using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>
/// Planar flows (Rezende &amp; Mohamed 2015, eq. 10 and appendix A.1), \(f(z) = z + \hat u\tanh(w^\top z + b)\), several one after another; u, w and b come from the
/// encoder, other ones for each observation. Each step pushes or pulls along one direction.
/// </summary>
/// <param name="latent">k, ≥ 1.</param>
/// <param name="steps">Flows one after another, ≥ 1.</param>
public sealed class PlanarFlow(int latent, int steps) : PosteriorFlow(nameof(PlanarFlow), latent, Positive(steps) * (2 * latent + 1))
{
    private static readonly double Offset = Math.Log(Math.E - 1);

    /// <inheritdoc/>
    public override (Tensor Z, Tensor LogDeterminant) forward(Tensor z, Tensor context)
    {
        Check(z, context);
        var total = zeros([z.shape[0]], z.dtype); // [N]
        for (var step = 0; step < steps; step++)
        {
            var at = step * (2 * Latent + 1);
            var (u, w, b) = (context.narrow(1, at, Latent), context.narrow(1, at + Latent, Latent), context.narrow(1, at + 2 * Latent, 1));
            // û with wᵀû = −1 + ln(1 + e^{wᵀu + c}) > −1: then f is invertible. c makes it û = u where wᵀu = 0, so that small weights change little.
            var along = (w * u).sum([1], keepdim: true); // [N, 1]
            var allowed = functional.softplus(along + Offset) - 1;
            var direction = u + (allowed - along) * w / w.square().sum([1], keepdim: true).clamp(min: 1e-12);
            var bend = ((w * z).sum([1], keepdim: true) + b).tanh(); // [N, 1]
            z = z + direction * bend;
            // det = 1 + û·w (1 − tanh²)
            total = total + (1 + allowed * (1 - bend.square())).log().squeeze(1);
        }

        return (z, total);
    }

    private static int Positive(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return steps;
    }
}
