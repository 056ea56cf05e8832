using Latent.Data;
using Latent.Linear;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>Exact PCA of the 60,000 training images of MNIST in float64, all 784 components, against Python.</summary>
public static class LinearBenchmarks
{
    private static readonly Lazy<Tensor> Images = new(() =>
    {
        using var split = Mnist.Load();
        return split.Train.Images.to_type(ScalarType.Float64).DetachFromDisposeScope(); // [60000, 784]
    });

    /// <summary>The suite <c>linear</c>. Both sides get the same matrix and, by default, the same number of threads: all cores.</summary>
    public static Suite Suite { get; } = new(
        "linear",
        "Exact PCA of 60,000×784 float64",
        [Row("pca-covariance", "NumPy covariance + eigh"), Row("pca-full", "scikit-learn PCA(svd_solver='full')")],
        new Dictionary<string, Func<Measurement>> { ["pca-covariance"] = FitPca, ["pca-full"] = FitPca });

    private static Comparison Row(string name, string peer) =>
        new(name, "s", WorkerCommand.Ours("linear"), WorkerCommand.Python("linear_pca.py", DataFolder.Resolve()), peer);

    private static Measurement FitPca()
    {
        var x = Images.Value;
        return Worker.Seconds(() =>
        {
            using var pca = Pca.Fit(x);
        });
    }
}
