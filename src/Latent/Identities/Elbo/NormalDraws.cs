using static TorchSharp.torch;

namespace Latent.Identities.Elbo;

/// <summary>Standard normal draws as plain numbers.</summary>
internal static class NormalDraws
{
    /// <summary>ε₁ … ε_n ~ N(0, 1).</summary>
    public static double[] Of(int count, Generator generator)
    {
        using var draws = randn([count], ScalarType.Float64, generator: generator);
        return draws.data<double>().ToArray();
    }
}
