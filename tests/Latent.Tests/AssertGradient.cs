using static TorchSharp.torch;

namespace Latent.Tests;

internal static class AssertGradient
{
    /// <summary>Gradients of a scalar against central differences in every parameter, at its first, middle and last entry; float64.</summary>
    public static void AgreesWithDifferences(IEnumerable<Tensor> parameters, Func<Tensor> loss, double tolerance = 1e-7)
    {
        List<Tensor> all = [.. parameters];
        foreach (var parameter in all) parameter.grad?.zero_();
        loss().backward();
        foreach (var parameter in all)
        {
            var (entries, gradient) = (parameter.reshape(-1), parameter.grad!.reshape(-1));
            foreach (var i in new HashSet<long> { 0, entries.shape[0] / 2, entries.shape[0] - 1 })
                Assert.Equal(Difference(loss, entries, i), gradient[i].item<double>(), tolerance);
        }
    }

    private static double Difference(Func<Tensor> loss, Tensor entries, long i)
    {
        using var gradients = no_grad();
        const double step = 1e-5;
        var at = entries[i];
        at.add_(step);
        var above = loss().item<double>();
        at.sub_(2 * step);
        var below = loss().item<double>();
        at.add_(step);
        return (above - below) / (2 * step);
    }
}
