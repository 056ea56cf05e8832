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
            var gradient = parameter.grad!.reshape(-1);
            foreach (var i in new HashSet<long> { 0, gradient.shape[0] / 2, gradient.shape[0] - 1 })
                Assert.Equal(Differences.At(() => loss().item<double>(), parameter, i), gradient[i].item<double>(), tolerance);
        }
    }
}
