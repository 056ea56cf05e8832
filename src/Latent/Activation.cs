using static TorchSharp.torch;

namespace Latent;

/// <summary>What a layer applies to \(a = Wx + b\), entry by entry.</summary>
public enum Activation
{
    /// <summary>Nothing: the layer is linear.</summary>
    None,

    /// <summary>The logistic function \(\sigma(a) = 1/(1+e^{-a})\).</summary>
    Sigmoid,

    /// <summary>max(0, a).</summary>
    Relu,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,
}

/// <summary>Applying activations.</summary>
public static class ActivationFunctions
{
    /// <summary>The activation of every entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation.</exception>
    public static Tensor Apply(this Activation activation, Tensor a)
    {
        ArgumentNullException.ThrowIfNull(a);
        return activation switch
        {
            Activation.None => a,
            Activation.Sigmoid => a.sigmoid(),
            Activation.Relu => a.relu(),
            Activation.Tanh => a.tanh(),
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected none, sigmoid, relu or tanh."),
        };
    }
}
