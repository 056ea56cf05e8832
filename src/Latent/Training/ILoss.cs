using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>A loss by its parts: each summed over dimensions, averaged over the batch.</summary>
public interface ILoss
{
    /// <summary>What is minimised: a scalar that gradients flow through.</summary>
    Tensor Total { get; }

    /// <summary>The parts with their names: scalars. Empty when the loss has only one.</summary>
    IEnumerable<(string Name, Tensor Value)> Parts { get; }
}
