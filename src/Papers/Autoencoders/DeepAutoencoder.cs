using System.Globalization;
using Latent.Autoencoders;
using Latent.Data;
using Latent.Evaluation;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Autoencoders;

/// <summary>
/// The deep autoencoder of Hinton &amp; Salakhutdinov (2006): 784-1000-500-250-30 on the 60,000 digits of MNIST, each layer pretrained as a restricted
/// Boltzmann machine, unrolled, and fine-tuned by cross-entropy. Adam with a falling rate stands for the paper's conjugate gradients.
/// </summary>
public static class DeepAutoencoder
{
    private static readonly int[] Sizes = [1000, 500, 250, 30];

    /// <summary>Squared error per test image.</summary>
    public static Reproduction Entry { get; } = new(
        "deep-autoencoder", "Deep autoencoder 784-1000-500-250-30, squared error of test digits (Hinton & Salakhutdinov 2006)",
        TimeSpan.FromMinutes(25), ["deep-autoencoder", "deep-autoencoder-train", "deep-autoencoder-pretrained"], Run);

    private static IReadOnlyList<Finding> Run(PaperRun run)
    {
        using var mnist = Mnist.Load();
        Tensor train = mnist.Train.Images.narrow(0, 0, run.By(500, 60_000, 60_000)), test = mnist.Test.Images.narrow(0, 0, run.By(100, 10_000, 10_000));
        var (pretraining, tuning) = (run.By(2, 3, 10), run.By(2, 5, 60));
        var dbn = Pretrain(run, train, pretraining);
        using var model = dbn.Layers.Unroll();
        var untuned = Errors(model, test);
        using var generator = run.Generator(10);
        run.Train("fine-tuning", model.Train(train, generator, new(tuning, BatchSize: 100)).WithRate(1e-3, 1e-5));
        var setting = string.Create(CultureInfo.InvariantCulture,
            $"784-{string.Join('-', Sizes)}, linear code, {train.shape[0]} images, CD-1 for {pretraining} epochs a layer, then Adam on cross-entropy for {tuning} epochs, batch 100, rate 1e-3 to 1e-5");
        return
        [
            Finding.Of("deep-autoencoder", "MNIST test reconstruction, 784-1000-500-250-30 autoencoder", "squared error per image", Errors(model, test), setting, "hs2006-mnist-30-deep-autoencoder"),
            Finding.Of("deep-autoencoder-train", "MNIST train reconstruction, the same autoencoder", "squared error per image", Errors(model, train), setting),
            Finding.Of("deep-autoencoder-pretrained", "MNIST test reconstruction, the same autoencoder before fine-tuning", "squared error per image", untuned, setting),
        ];
    }

    private static DeepBeliefNetwork Pretrain(PaperRun run, Tensor train, int epochs) => DeepBeliefNetwork.Train(
        train,
        [.. Sizes.Select((size, layer) => (Func<int, Rbm>)(below =>
        {
            using var weights = run.Generator(layer);
            return new(new(below, size, HiddenUnits: IsCode(layer) ? UnitKind.Gaussian : UnitKind.Bernoulli, Deviation: 0.1), weights);
        }))],
        (layer, machine, data) =>
        {
            using var generator = run.Generator(5 + layer);
            var options = new RbmTrainingOptions(epochs, Rate: IsCode(layer) ? 0.001 : 0.1, SampleVisible: false);
            run.Train($"layer-{layer + 1}", machine.Train(data, generator, options));
        });

    private static bool IsCode(int layer) => layer == Sizes.Length - 1;

    private static Estimate Errors(Autoencoder model, Tensor images)
    {
        using var errors = model.SquaredErrors(images);
        return Estimate.Mean(errors);
    }
}
