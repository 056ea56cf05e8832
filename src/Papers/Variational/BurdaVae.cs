using System.Globalization;
using Latent.Data;
using Latent.Variational;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Variational;

/// <summary>
/// Table 1 of Burda, Grosse &amp; Salakhutdinov (2016), one stochastic layer: 784-200-200-50 tanh on MNIST whose pixels are drawn anew for each batch, judged by
/// importance sampling with 5,000 samples.
/// </summary>
public static class BurdaVae
{
    private const int TrainingImages = 59_600, BatchSize = 50; // the other 400 images are the paper's for validation

    /// <summary>
    /// Passes over the digits with so many samples in the bound, at a rate that falls geometrically: from 1e-3 to 1e-4 as in the paper, there in eight steps over
    /// 3,280 epochs of batches of 20. Longer steps for larger batches (1.6e-3 at first) cost the VAE two active units and 0.6 nats.
    /// </summary>
    private sealed record Phase(int Samples, int Epochs, double First = 1e-3, double Last = 1e-4)
    {
        public string Words(int epochs) => string.Create(CultureInfo.InvariantCulture, $"{epochs} epochs with {Samples} sample{(Samples > 1 ? "s" : "")} at {First:0.##e-0} to {Last:0.##e-0}");
    }

    /// <summary>The VAE: the bound of one sample.</summary>
    public static Reproduction Vae { get; } = Entry("vae", "VAE", TimeSpan.FromMinutes(30), new Phase(1, 450));

    /// <summary>The importance-weighted autoencoder with 5 samples.</summary>
    public static Reproduction Iwae5 { get; } = Entry("iwae-5", "IWAE, 5 samples", TimeSpan.FromMinutes(45), new Phase(5, 300));

    /// <summary>The importance-weighted autoencoder with 50 samples, begun with 5: 120 epochs with 50 from the start, batches of 20, came to 86.82 nats.</summary>
    public static Reproduction Iwae50 { get; } = Entry("iwae-50", "IWAE, 50 samples", TimeSpan.FromMinutes(75), new Phase(5, 200, Last: 3e-4), new Phase(50, 80, First: 3e-4));

    private static Reproduction Entry(string id, string name, TimeSpan estimated, params Phase[] phases) => new(
        id, $"{name} on MNIST, negative log-likelihood (Burda et al. 2016, table 1)", estimated, [id, $"{id}-active-units"], run => Run(run, id, name, phases));

    private static IReadOnlyList<Finding> Run(PaperRun run, string id, string name, Phase[] phases)
    {
        using var mnist = Mnist.Load();
        var (train, test) = (mnist.Train.Take(run.By(1_000, TrainingImages, TrainingImages)), mnist.Test.Take(run.By(100, 1_000, 10_000)));
        using Generator weights = run.Generator(0), training = run.Generator(1), pixels = run.Generator(2);
        using var model = GaussianVae.Dense(new(Hidden: [200, 200], Latent: 50), weights);
        foreach (var phase in phases)
        {
            var options = new VaeTrainingOptions(run.By(5, 5, phase.Epochs), BatchSize, Samples: phase.Samples);
            run.Train(phases.Length == 1 ? "training" : $"training with {phase.Samples}", model.Train(train, training, options).WithRate(phase.First, phase.Last));
        }

        using var images = Binarization.Sample(test.Images, pixels);
        var k = run.By(50, 500, 5_000);
        var nll = run.NegativeLogLikelihood(model, images, k);
        var passes = string.Join(", then ", phases.Select(phase => phase.Words(run.By(5, 5, phase.Epochs))));
        var setting = $"784-200-200-50 tanh, pixels drawn anew for each batch, {train.Count} images, {passes} by Adam, batch {BatchSize}{(phases[^1].Samples > 1 ? ", DReG gradient" : "")}, {k} importance samples";
        return
        [
            Finding.Of(id, $"MNIST test, negative log-likelihood, {name}", "nats per image", nll, setting, $"burda2016-{id}"),
            new($"{id}-active-units", $"MNIST test, active units of 50, {name}", "count", model.ActiveUnits(images), null, test.Count, setting),
        ];
    }
}
