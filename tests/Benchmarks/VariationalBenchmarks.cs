using System.Diagnostics;
using Latent.Data;
using Latent.Training;
using Latent.Variational;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>
/// Epochs of variational autoencoders on MNIST, and the likelihood of its test images, against the same models in PyTorch on the same libtorch. All cores on both sides; a part of the
/// images is computed and its time scaled to all of them, but for our own likelihood, which is computed in full.
/// </summary>
public static class VariationalBenchmarks
{
    private const int Part = 6_000, All = 60_000, Batch = 100;
    private static readonly Lazy<DataSplit> Digits = new(() => Mnist.Load());

    /// <summary>The suite <c>variational</c>.</summary>
    public static Suite Suite { get; } = new(
        "variational",
        "Epochs of variational autoencoders on 60,000 digits; importance-sampled likelihood of 10,000 digits, 5,000 samples each",
        [Row("vae-epoch"), Row("iwae-5-epoch"), Row("conv-vae-epoch"), Row("likelihood", runs: 1)],
        new Dictionary<string, Func<Measurement>>
        {
            ["vae-epoch"] = Epoch(Dense, new(1, Batch)),
            ["iwae-5-epoch"] = Epoch(Dense, new(1, Batch, Samples: 5, Gradient: EncoderGradient.Reparameterized)),
            ["conv-vae-epoch"] = Epoch(generator => ConvolutionalVae.Create(null, generator), new(1, Batch)),
            ["likelihood"] = Likelihood,
        });

    private static Comparison Row(string name, int runs = int.MaxValue) =>
        new(name, "s", WorkerCommand.Ours("variational"), WorkerCommand.Python("variational.py", DataFolder.Resolve(), $"{Environment.ProcessorCount}"), "PyTorch", runs);

    private static GaussianVae Dense(Generator generator) => GaussianVae.Dense(new(Hidden: [200, 200], Latent: 50), generator);

    private static Func<Measurement> Epoch(Func<Generator, GaussianVae> make, VaeTrainingOptions options)
    {
        var training = new Lazy<TrainingRun>(() =>
        {
            var generator = new Generator(1);
            return make(generator).Train(Digits.Value.Train.Take(Part), generator, options);
        });
        return () => new(training.Value.First().Seconds * All / Part);
    }

    private static Measurement Likelihood()
    {
        using var generator = new Generator(1);
        using var model = Dense(generator);
        using var images = Binarization.Sample(Digits.Value.Test.Images, generator);
        var clock = Stopwatch.StartNew();
        using var each = model.LogLikelihoods(images, 5_000, generator);
        return new(clock.Elapsed.TotalSeconds);
    }
}
