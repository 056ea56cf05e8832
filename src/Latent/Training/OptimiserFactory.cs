using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>Makes what turns gradients into steps.</summary>
/// <param name="parameters">What is learnt.</param>
/// <param name="rate">Learning rate > 0.</param>
public delegate optim.Optimizer OptimiserFactory(IEnumerable<Parameter> parameters, double rate);
