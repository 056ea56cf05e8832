using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// A code with at least as many entries as the input can copy it: include the input in the code, project it out again. The loss
/// is exactly 0 and nothing is learnt; it takes no more than a linear network.
/// </summary>
public static class Overcomplete
{
    /// <summary>The network \(W_1 = \binom{I}{0}\), \(W_2 = (I\ 0)\).</summary>
    /// <param name="inputs">D ≥ 1.</param>
    /// <param name="code">Entries of the code, ≥ D.</param>
    /// <param name="precision">Type of the parameters.</param>
    public static LinearAutoencoder Copy(int inputs, int code, ScalarType precision = ScalarType.Float32)
    {
        if (code < inputs) throw new ArgumentOutOfRangeException(nameof(code), code, $"Expected at least as many code entries as inputs, {inputs}.");
        using var generator = new Generator(0);
        var network = new LinearAutoencoder(new(inputs, [code], Bias: false, Precision: precision), generator);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        network.EncoderWeights[0].copy_(eye(code, inputs, dtype: precision));
        network.DecoderWeights[0].copy_(eye(inputs, code, dtype: precision));
        return network;
    }
}
