using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>
/// Everything that the next step of a training run depends on: what a checkpoint keeps so that a resumed run goes on with
/// the same bits.
/// </summary>
/// <param name="Model">The parameters and buffers.</param>
/// <param name="Optimiser">Its moments and step counts.</param>
/// <param name="Generator">Source of shuffles and noise.</param>
public sealed record TrainingState(nn.Module Model, optim.Optimizer Optimiser, Generator Generator);
