using Latent.Autoencoders;
using Latent.Data;
using Latent.Evaluation;
using Latent.Training;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Autoencoders;

/// <summary>
/// Table 1 of Rifai et al. (2011), MNIST: one layer of 1,000 sigmoid units, pretrained in six ways, with a softmax output fine-tuned on top. The mean norm of the
/// Jacobian is that of the pretrained layer at test digits; the paper's norms are in an unstated scale, so that ratios and order are compared.
/// </summary>
public static class ContractiveBenchmark
{
    private const int Units = 1000;

    private static readonly (string Name, string Title)[] Kinds =
    [
        ("cae", "CAE"), ("ae", "autoencoder"), ("dae-g", "DAE with Gaussian noise"), ("dae-b", "DAE with masking noise"), ("rbm", "RBM"), ("ae-wd", "autoencoder with weight decay"),
    ];

    /// <summary>Test error and Jacobian norm of each, and the ratio of the norms of autoencoder and CAE.</summary>
    public static Reproduction Entry { get; } = new(
        "cae", "784-1000-10 on MNIST, test error and Jacobian norm by way of pretraining (Rifai et al. 2011, table 1)", TimeSpan.FromHours(4),
        [.. Kinds.SelectMany(k => new[] { $"cae-{k.Name}", $"cae-{k.Name}-norm" }), "cae-ratio"], Run);

    private static IReadOnlyList<Finding> Run(PaperRun run)
    {
        using var mnist = Mnist.Load();
        var train = mnist.Train.Take(run.By(300, 10_000, 50_000));
        var validation = mnist.Train.Slice(50_000, run.By(100, 2_000, 10_000)); // the last digits of the training files, as in the paper
        var test = mnist.Test.Take(run.By(100, 2_000, 10_000));
        List<Finding> findings = [.. Kinds.SelectMany(kind => One(run, kind.Name, kind.Title, train, validation, test))];
        double Norm(string name) => findings.Single(f => f.Id == $"cae-{name}-norm").Value;
        return [.. findings, run.Record(new("cae-ratio", "MNIST, mean Jacobian norm, autoencoder over CAE", "ratio", Norm("ae") / Norm("cae"), null, test.Count, Setting(run), "rifai2011-ratio"))];
    }

    private static IEnumerable<Finding> One(PaperRun run, string name, string title, LabelledImages train, LabelledImages validation, LabelledImages test)
    {
        var layer = Pretrain(run, name, train.Images);
        using var features = DenseLayers.Of(layer.Up);
        using var norms = Jacobian.Norms(features, test.Images);
        var norm = Estimate.Mean(norms);
        yield return Classify(run, name, title, layer, train, validation, test);
        yield return run.Record(Finding.Of($"cae-{name}-norm", $"MNIST test, mean norm of the encoder's Jacobian, {title}", "norm", norm, Setting(run)));
    }

    private static Finding Classify(PaperRun run, string name, string title, PretrainedLayer layer, LabelledImages train, LabelledImages validation, LabelledImages test)
    {
        var epochs = run.By(2, 5, 40);
        TrainingRun Tuning(StackedClassifier model, Generator generator, int count) => model.Train(train, generator, count, batchSize: 100, rate: 3e-4);
        Epoch best;
        using (var model = StackedClassifier.On(new([layer]), 10))
        using (var generator = run.Generator(20))
        {
            var history = run.Train($"{name} tuning", Tuning(model, generator, epochs).Measuring("Validation", () => model.Error(validation).Percent),
                until: all => all.UntilNoBetter(8, "Validation"));
            best = history.Epochs.MinBy(epoch => epoch["Validation"])!;
        }

        // The same steps again, but only as many as were best: fine-tuning follows from the seed.
        using var final = StackedClassifier.On(new([layer]), 10);
        using var again = run.Generator(20);
        run.Train($"{name} final", Tuning(final, again, best.Number));
        var error = final.Error(test);
        var (low, high) = (100 * error.Interval95.Low, 100 * error.Interval95.High);
        return run.Record(new($"cae-{name}", $"MNIST test error, 784-1000-10, {title}", "%", error.Percent, new(low, high, 0.95), error.N,
            FormattableString.Invariant($"{Setting(run)}; fine-tuned for {best.Number} epochs, chosen by {best["Validation"]:F2} % on validation"), $"rifai2011-{name}"));
    }

    private static PretrainedLayer Pretrain(PaperRun run, string name, Tensor x)
    {
        using var generator = run.Generator(1);
        var options = new AutoencoderTrainingOptions(run.By(2, 5, 20), Rate: 1e-3);
        if (name == "rbm")
        {
            using var machine = new Rbm(new(784, Units), generator);
            run.Train("rbm layer", machine.Train(x, generator, new(options.Epochs)));
            return machine.AsLayer();
        }

        using var model = ContractiveAutoencoder.Create(784, Units, generator);
        var encoder = (DenseLayers)model.Encoder;
        run.Train($"{name} layer", name switch
        {
            "cae" => model.TrainContractive(x, 0.1, generator, options),
            "dae-g" => model.TrainDenoising(x, new GaussianNoise(0.3), generator, options),
            "dae-b" => model.TrainDenoising(x, new MaskingNoise(0.25), generator, options),
            "ae-wd" => model.Train(x, generator, options with { Penalty = _ => new("WeightDecay", 1e-3, encoder.Weights[0].square().sum()) }),
            _ => model.Train(x, generator, options),
        });
        return PretrainedLayer.Of(model);
    }

    private static string Setting(PaperRun run) =>
        $"784-1000 sigmoid, tied weights, cross-entropy, {run.By(2, 5, 20)} epochs by Adam at 1e-3, batch 100; λ = 0.1, Gaussian noise 0.3, masking 25 %, weight decay 1e-3";
}
