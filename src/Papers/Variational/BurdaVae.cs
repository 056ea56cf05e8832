using System.Globalization;
using Latent.Data;
using Latent.Evaluation;
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
    public static Reproduction Vae { get; } = Entry("vae", "VAE", samples: 1, epochs: 500, TimeSpan.FromMinutes(60));

    private static Reproduction Entry(string id, string name, int samples, int epochs, TimeSpan estimated) => new(
        id, $"{name} on MNIST, negative log-likelihood (Burda et al. 2016, table 1)", estimated, [id, $"{id}-active-units"],
        run => Run(run, id, name, samples, epochs));

    private static IReadOnlyList<Finding> Run(PaperRun run, string id, string name, int samples, int epochs)
    {
        using var mnist = Mnist.Load();
        var (train, test) = (mnist.Train.Take(run.By(1_000, TrainingImages, TrainingImages)), mnist.Test.Take(run.By(100, 1_000, 10_000)));
        using Generator weights = run.Generator(0), training = run.Generator(1), pixels = run.Generator(2);
        using var model = GaussianVae.Dense(new(Hidden: [200, 200], Latent: 50), weights);
        var options = new VaeTrainingOptions(run.By(5, 5, epochs), BatchSize: 100);
        run.Train("training", model.Train(train, training, options).WithRate(epoch => Rate(epoch, options.Epochs)));

        using var images = Binarization.Sample(test.Images, pixels);
        var k = run.By(50, 500, 5_000);
        var nll = run.InPieces("likelihood", test.Count, 100, (start, count, generator) =>
        {
            using var each = model.LogLikelihoods(images.narrow(0, start, count), k, generator).neg_();
            return each.data<double>().ToArray();
        });
        var setting = string.Create(CultureInfo.InvariantCulture,
            $"784-200-200-50 tanh, pixels drawn anew for each batch, {train.Count} images, {options.Epochs} epochs, batch {options.BatchSize}, Adam, {k} importance samples");
        return
        [
            Finding.Of(id, $"MNIST test, negative log-likelihood, {name}", "nats per image", Estimate.Mean(nll), setting, $"burda2016-{id}"),
            new($"{id}-active-units", $"MNIST test, active units of 50, {name}", "count", model.ActiveUnits(images), null, test.Count, setting),
        ];
    }

    // Geometrically from 2e-3 to 1e-4.
    private static double Rate(int epoch, int epochs) => 2e-3 * Math.Pow(0.05, (epoch - 1.0) / Math.Max(1, epochs - 1));
}
