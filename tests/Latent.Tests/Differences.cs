using static TorchSharp.torch;

namespace Latent.Tests;

/// <summary>Derivatives by central differences, for comparison with gradients.</summary>
internal static class Differences
{
    /// <summary>The derivative of <paramref name="f"/> with respect to an entry of <paramref name="parameter"/>, which is changed and set back.</summary>
    public static double At(Func<double> f, Tensor parameter, long entry = 0, double step = 1e-5)
    {
        using var gradients = no_grad();
        using var flat = parameter.reshape(-1);
        using var at = flat[entry];
        at.add_(step);
        var above = f();
        at.sub_(2 * step);
        var below = f();
        at.add_(step);
        return (above - below) / (2 * step);
    }
}
