using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>
/// An invertible map that makes a Gaussian posterior richer (Rezende &amp; Mohamed 2015): with \(z = f(z_0)\),
/// \(\ln q(z|x) = \ln q_0(z_0|x) - \ln\lvert\det\partial f/\partial z_0\rvert\).
/// </summary>
/// <remarks>Forward: z₀ [N, k] and what the encoder tells of x [N, <see cref="Context"/>] → z [N, k] and the log determinant [N].</remarks>
public abstract class PosteriorFlow : nn.Module<Tensor, Tensor, (Tensor Z, Tensor LogDeterminant)>
{
    /// <param name="name">Of the module.</param>
    /// <param name="latent">k, ≥ 1.</param>
    /// <param name="context">Numbers that the encoder puts out beside mean and variance, ≥ 0.</param>
    protected PosteriorFlow(string name, int latent, int context)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latent, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(context);
        (Latent, Context) = (latent, context);
    }

    /// <summary>k, entries of a code.</summary>
    public int Latent { get; }

    /// <summary>Numbers that the encoder puts out for the flow, beside mean and variance.</summary>
    public int Context { get; }

    /// <summary>Requires the shapes that every flow takes.</summary>
    protected void Check(Tensor z, Tensor context)
    {
        Require.Matrix(z, nameof(z), Latent);
        ArgumentNullException.ThrowIfNull(context);
        if (context.dim() != 2 || context.shape[0] != z.shape[0] || context.shape[1] != Context)
            throw new ArgumentException($"Expected [{z.shape[0]}, {Context}], given [{string.Join(", ", context.shape)}].", nameof(context));
    }
}
