using Latent.Autoencoders;
using Latent.Data;
using Latent.Evaluation;
using Latent.Training;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Autoencoders;

/// <summary>
/// Table 1 of Rifai et al. (2011), MNIST: one layer of 1,000 sigmoid units, pretrained in six ways, with a softmax output fine-tuned on top. The mean norm of the
/// Jacobian and the units that are saturated are those of the pretrained layer at test digits; the paper's norms are in an unstated scale, so that ratios and
/// order are compared.
/// </summary>
public static class ContractiveBenchmark
{
    private const int Units = 1000, BatchSize = 50;

    private static readonly Way[] Ways =
    [
        new("cae", "CAE", [1, 3, 10], "λ"), new("ae", "autoencoder"), new("dae-g", "DAE with Gaussian noise", [0.3, 0.5], "σ"), new("dae-b", "DAE with masking noise", [0.25, 0.4], "ν"),
        new("rbm", "RBM"), new("ae-wd", "autoencoder with weight decay", [1e-3], "weight decay"),
    ];

    /// <summary>Test error and Jacobian norm of each, and the ratio of the norms of autoencoder and CAE.</summary>
    public static Reproduction Entry { get; } = new(
        "cae", "784-1000-10 on MNIST, test error and Jacobian norm by way of pretraining (Rifai et al. 2011, table 1)", TimeSpan.FromHours(0.75),
        [.. Ways.SelectMany(way => new[] { $"cae-{way.Name}", $"cae-{way.Name}-norm", $"cae-{way.Name}-saturated" }), "cae-ratio"], Run);

    /// <summary>A way to pretrain the layer.</summary>
    /// <param name="Name">Short name in ids.</param>
    /// <param name="Title">Name in words.</param>
    /// <param name="Strengths">What is tried of its strength; none if it has none.</param>
    /// <param name="Symbol">Of the strength.</param>
    private sealed record Way(string Name, string Title, double[]? Strengths = null, string Symbol = "");

    /// <summary>What a strength came to.</summary>
    private sealed record Outcome(string Strength, Estimate Norm, Estimate Saturated, int Epochs, double Validation, ErrorRate Test);

    private static IReadOnlyList<Finding> Run(PaperRun run)
    {
        using var mnist = Mnist.Load();
        var data = new Parts(
            mnist.Train.Take(run.By(300, 10_000, 50_000)),
            mnist.Train.Slice(50_000, run.By(100, 2_000, 10_000)), // the last digits of the training files, as in the paper
            mnist.Test.Take(run.By(100, 2_000, 10_000)));
        List<Finding> findings = [.. Ways.SelectMany(way => Judge(run, way, data))];
        double Norm(string name) => findings.Single(f => f.Id == $"cae-{name}-norm").Value;
        return
        [
            .. findings,
            run.Record(new("cae-ratio", "MNIST, mean Jacobian norm, autoencoder over CAE", "ratio", Norm("ae") / Norm("cae"), null, data.Test.Count, Setting(run, Ways[0]), "rifai2011-ratio")),
        ];
    }

    private sealed record Parts(LabelledImages Train, LabelledImages Validation, LabelledImages Test);

    // The error on validation digits chooses strength and epoch.
    private static IEnumerable<Finding> Judge(PaperRun run, Way way, Parts data)
    {
        var outcomes = (way.Strengths ?? [0]).Select(strength => Try(run, way, strength, data)).ToList();
        var best = outcomes.MinBy(outcome => outcome.Validation)!;
        var among = outcomes.Count > 1 ? $" ({string.Join(", ", outcomes.Select(o => FormattableString.Invariant($"{o.Strength}: {o.Validation:F2} %, norm {o.Norm.Value:F2}")))})" : "";
        var setting = $"{Setting(run, way)}{(best.Strength.Length > 0 ? $"; {best.Strength}" : "")}";
        yield return run.Record(Finding.Of($"cae-{way.Name}", $"MNIST test error, 784-1000-10, {way.Title}", best.Test,
            FormattableString.Invariant($"{setting}; fine-tuned for {best.Epochs} epochs, chosen by {best.Validation:F2} % on validation{among}"), $"rifai2011-{way.Name}"));
        yield return run.Record(Finding.Of($"cae-{way.Name}-norm", $"MNIST test, mean norm of the encoder's Jacobian, {way.Title}", "norm", best.Norm, setting));
        yield return run.Record(Finding.Of($"cae-{way.Name}-saturated", $"MNIST test, units below 0.05 or above 0.95, {way.Title}", "%", best.Saturated, setting, $"rifai2011-{way.Name}-saturated"));
    }

    private static Outcome Try(PaperRun run, Way way, double strength, Parts data)
    {
        var part = FormattableString.Invariant($"{way.Name}{(way.Symbol.Length > 0 ? $" {strength}" : "")}");
        var layer = Pretrain(run, part, way.Name, strength, data.Train.Images);
        using var features = DenseLayers.Of(layer.Up);
        using var norms = Jacobian.Norms(features, data.Test.Images);
        using var saturated = data.Test.Images.MapRows(x => layer.Up.Apply(x).sub_(0.5).abs_().gt(0.45).to_type(ScalarType.Float32).mean([1]).mul_(100)); // [N]
        using var model = StackedClassifier.On(new([layer]), 10);
        using var generator = run.Generator(20);
        // The test error is noted at each epoch, so that the chosen one need not be trained again; it chooses nothing.
        var training = model.Train(data.Train, generator, run.By(2, 5, 40), batchSize: 100, rate: 3e-4)
            .Measuring("Validation", () => model.Error(data.Validation).Percent).Measuring("Test", () => model.Error(data.Test).Errors);
        var best = run.Train($"{part} tuning", training, until: all => all.UntilNoBetter(6, "Validation")).Epochs.MinBy(epoch => epoch["Validation"])!;
        return new(way.Symbol.Length > 0 ? FormattableString.Invariant($"{way.Symbol} = {strength}") : "", Estimate.Mean(norms), Estimate.Mean(saturated), best.Number, best["Validation"],
            new((long)best["Test"], data.Test.Count));
    }

    private static PretrainedLayer Pretrain(PaperRun run, string part, string name, double strength, Tensor x)
    {
        using var generator = run.Generator(1);
        var options = new AutoencoderTrainingOptions(run.By(2, 5, 20), BatchSize, 1e-3);
        if (name == "rbm")
        {
            using var machine = new Rbm(new(784, Units), generator);
            run.Train($"{part} layer", machine.Train(x, generator, new(options.Epochs)));
            return machine.AsLayer();
        }

        using var model = ContractiveAutoencoder.Create(784, Units, generator);
        var encoder = (DenseLayers)model.Encoder;
        run.Train($"{part} layer", name switch
        {
            "cae" => model.TrainContractive(x, strength, generator, options),
            "dae-g" => model.TrainDenoising(x, new GaussianNoise(strength), generator, options),
            "dae-b" => model.TrainDenoising(x, new MaskingNoise(strength), generator, options),
            "ae-wd" => model.Train(x, generator, options with { Penalty = _ => new("WeightDecay", strength, encoder.Weights[0].square().sum()) }),
            _ => model.Train(x, generator, options),
        });
        return PretrainedLayer.Of(model);
    }

    private static string Setting(PaperRun run, Way way) =>
        $"784-{Units} sigmoid, tied weights, {run.By(2, 5, 20)} epochs {(way.Name == "rbm" ? "of CD-1 at 0.1, batch 100" : $"on the cross-entropy by Adam at 1e-3, batch {BatchSize}")}";
}
