using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>
/// Everything that the next step of a training run depends on: what a checkpoint keeps so that a resumed run goes on with
/// the same bits.
/// </summary>
/// <param name="Model">The parameters and buffers.</param>
/// <param name="Optimisers">Their moments and step counts: one, or one for each player of a game.</param>
/// <param name="Generator">Source of shuffles and noise.</param>
public sealed record TrainingState(nn.Module Model, IReadOnlyList<optim.Optimizer> Optimisers, Generator Generator)
{
    /// <summary>The state of a run with one optimiser.</summary>
    public TrainingState(nn.Module model, optim.Optimizer optimiser, Generator generator)
        : this(model, [optimiser], generator)
    {
    }

    /// <summary>The first optimiser.</summary>
    public optim.Optimizer Optimiser => Optimisers[0];
}
