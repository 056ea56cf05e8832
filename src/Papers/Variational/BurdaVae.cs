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
    private const int TrainingImages = 59_600; // the other 400 are the paper's validation images

    /// <summary>The VAE: the bound of one sample.</summary>
    public static Reproduction Vae { get; } = Entry("vae", "VAE", samples: 1, epochs: 450, batch: 50, TimeSpan.FromMinutes(30));

    /// <summary>The importance-weighted autoencoder with 5 samples.</summary>
    public static Reproduction Iwae5 { get; } = Entry("iwae-5", "IWAE, 5 samples", samples: 5, epochs: 300, batch: 50, TimeSpan.FromMinutes(45));

    /// <summary>The importance-weighted autoencoder with 50 samples.</summary>
    public static Reproduction Iwae50 { get; } = Entry("iwae-50", "IWAE, 50 samples", samples: 50, epochs: 120, batch: 20, TimeSpan.FromMinutes(85));

    private static Reproduction Entry(string id, string name, int samples, int epochs, int batch, TimeSpan estimated) => new(
        id, $"{name} on MNIST, negative log-likelihood (Burda et al. 2016, table 1)", estimated, [id, $"{id}-active-units"],
        run => Run(run, id, name, new VaeTrainingOptions(run.By(5, 5, epochs), batch, Samples: samples)));

    private static IReadOnlyList<Finding> Run(PaperRun run, string id, string name, VaeTrainingOptions options)
    {
        using var mnist = Mnist.Load();
        var (train, test) = (mnist.Train.Take(run.By(1_000, TrainingImages, TrainingImages)), mnist.Test.Take(run.By(100, 1_000, 10_000)));
        using Generator weights = run.Generator(0), training = run.Generator(1), pixels = run.Generator(2);
        using var model = GaussianVae.Dense(new(Hidden: [200, 200], Latent: 50), weights);
        // From 1e-3 to 1e-4 as in the paper, there in eight steps over 3,280 epochs of batches of 20. Longer steps for larger batches (1.6e-3 at first) cost the VAE
        // two active units and 0.6 nats.
        run.Train("training", model.Train(train, training, options).WithRate(1e-3, 1e-4));

        using var images = Binarization.Sample(test.Images, pixels);
        var k = run.By(50, 500, 5_000);
        var nll = run.NegativeLogLikelihood(model, images, k);
        var setting = string.Create(CultureInfo.InvariantCulture,
            $"784-200-200-50 tanh, pixels drawn anew for each batch, {train.Count} images, {options.Epochs} epochs, batch {options.BatchSize}, Adam from 1e-3 to 1e-4{(options.Samples > 1 ? ", DReG gradient" : "")}, {k} importance samples");
        return
        [
            Finding.Of(id, $"MNIST test, negative log-likelihood, {name}", "nats per image", nll, setting, $"burda2016-{id}"),
            new($"{id}-active-units", $"MNIST test, active units of 50, {name}", "count", model.ActiveUnits(images), null, test.Count, setting),
        ];
    }
}
