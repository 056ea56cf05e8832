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

    /// <summary>ln(1 + e^a).</summary>
    Softplus,
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
            Activation.Softplus => nn.functional.softplus(a),
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected none, sigmoid, relu, tanh or softplus."),
        };
    }

    /// <summary>The derivative \(s'(a)\) of every entry, from what the activation put out, \(h = s(a)\).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such activation.</exception>
    public static Tensor Slope(this Activation activation, Tensor h)
    {
        ArgumentNullException.ThrowIfNull(h);
        return activation switch
        {
            Activation.None => ones_like(h),
            Activation.Sigmoid => h * (1 - h),
            Activation.Relu => h.gt(0).to_type(h.dtype),
            Activation.Tanh => 1 - h.square(),
            Activation.Softplus => 1 - h.neg().exp(),
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected none, sigmoid, relu, tanh or softplus."),
        };
    }
}
