using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// The gradient of the mean negative log-likelihood, \(-\langle h v^\top\rangle_{\mathrm{data}} + \langle h v^\top\rangle_{\mathrm{model}}\) and likewise for the
/// biases, or an estimate of it.
/// </summary>
/// <param name="Weight">[H, D].</param>
/// <param name="VisibleBias">[D].</param>
/// <param name="HiddenBias">[H].</param>
public sealed record RbmGradient(Tensor Weight, Tensor VisibleBias, Tensor HiddenBias)
{
    /// <summary>
    /// Contrastive divergence (Hinton 2002; Tieleman 2008): the model's side from the ends of chains. Hidden units enter by their means, which have the same expectation
    /// and less noise.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="v">The data: [N, D]; grey values in [0, 1] stand for probabilities.</param>
    /// <param name="hidden">E[h | v] of the data: [N, H].</param>
    /// <param name="end">Where the chains ended: [M, D].</param>
    public static RbmGradient Of(Rbm machine, Tensor v, Tensor hidden, Tensor end)
    {
        ArgumentNullException.ThrowIfNull(machine);
        using var gradients = no_grad();
        var ended = machine.HiddenMean(end); // [M, H]
        var weight = ended.t().matmul(end).div_(end.shape[0]).sub_(hidden.t().matmul(v).div_(v.shape[0])); // [H, D]
        // a Gaussian side's ½‖v−b‖² has the derivative b − v: its b cancels between the two sides
        return new(weight, end.mean([0]) - v.mean([0]), ended.mean([0]) - hidden.mean([0]));
    }
}
