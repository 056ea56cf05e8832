using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>One dense layer as values: \(s(Wx + b)\).</summary>
/// <param name="Weight">W: [out, in].</param>
/// <param name="Bias">b: [out].</param>
/// <param name="Activation">s.</param>
public sealed record Layer(Tensor Weight, Tensor Bias, Activation Activation)
{
    /// <summary>Entries of an input.</summary>
    public int Inputs => (int)Weight.shape[1];

    /// <summary>Units: entries of an output.</summary>
    public int Outputs => (int)Weight.shape[0];

    /// <summary>[N, in] → [N, out].</summary>
    public Tensor Apply(Tensor x) => Activation.Apply(functional.linear(Require.Matrix(x, nameof(x), Inputs), Weight, Bias));

    /// <summary>A copy that owns its memory and carries no gradients.</summary>
    internal Layer Detached() => this with { Weight = Own(Weight), Bias = Own(Bias) };

    private static Tensor Own(Tensor value)
    {
        using var gradients = no_grad();
        return value.detach().contiguous().clone().DetachFromDisposeScope();
    }
}
