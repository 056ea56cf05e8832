using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>The optimisers that the papers here train with; any other is a lambda.</summary>
public static class Optimisers
{
    /// <summary>Adam (Kingma &amp; Ba 2015) with its usual moments: each weight steps by about the rate, however flat the loss is there.</summary>
    public static OptimiserFactory Adam { get; } = (parameters, rate) => optim.Adam(parameters, rate);

    /// <summary>Stochastic gradient descent, \(\theta \leftarrow \theta - \text{rate}\,\nabla_\theta L\): slow where the loss is flat, as in directions of mere noise.</summary>
    public static OptimiserFactory Sgd { get; } = (parameters, rate) => optim.SGD(parameters, rate);
}
