using Latent.Autoencoders;
using Latent.Data;
using Latent.Evaluation;
using Latent.Training;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Autoencoders;

/// <summary>
/// Table 1 of Rifai et al. (2011), MNIST: one layer of 1,000 sigmoid units, pretrained in six ways, with a softmax output fine-tuned on top. The mean norm of the
/// Jacobian and the units that are saturated are those of the pretrained layer at test digits; the paper does not state the unit of its
/// norms; near ours are its numbers as mean squares of the Jacobian's entries, \(\lVert J\rVert_F^2 / 784000\).
/// </summary>
public static class ContractiveBenchmark
{
    private const int Units = 1000;

    private static readonly Descent Steps = Descent.FallingPlain;

    private static readonly Way[] Ways =
    [
        Autoencoder("cae", "CAE", (model, x, strength, generator, options) => model.TrainContractive(x, strength, generator, options), "λ", 1, 2, 4),
        Autoencoder("ae", "autoencoder", (model, x, _, generator, options) => model.Train(x, generator, options)),
        Autoencoder("dae-g", "DAE with Gaussian noise", (model, x, strength, generator, options) => model.TrainDenoising(x, new GaussianNoise(strength), generator, options), "σ", 0.3, 0.5, 0.7, 1),
        Autoencoder("dae-b", "DAE with masking noise", (model, x, strength, generator, options) => model.TrainDenoising(x, new MaskingNoise(strength), generator, options), "ν", 0.25, 0.4),
        new("rbm", "RBM", Machine),
        Autoencoder("ae-wd", "autoencoder with weight decay", Decaying, "weight decay", 1e-3),
    ];

    /// <summary>An entry for each way: test error, Jacobian norm and saturated units.</summary>
    public static IReadOnlyList<Reproduction> Entries { get; } = [.. Ways.Select(way => new Reproduction(
        way.Id, $"784-1000-10 on MNIST, {way.Title}: error, norm of the Jacobian, saturated units (Rifai et al. 2011)", TimeSpan.FromMinutes(6 * way.Tried.Length),
        [way.Id, $"{way.Id}-norm", $"{way.Id}-saturated"], run => Run(run, way)))];

    /// <summary>A way to pretrain the layer.</summary>
    /// <param name="Name">Short name in ids.</param>
    /// <param name="Title">Name in words.</param>
    /// <param name="Pretrain">Trains the layer on images, with a name for its checkpoint and a strength.</param>
    /// <param name="Symbol">Of the strength; empty if it has none.</param>
    /// <param name="Strengths">What is tried of it; empty if it has none.</param>
    private sealed record Way(string Name, string Title, Func<PaperRun, string, double, Tensor, Pretrained> Pretrain, string Symbol = "", params double[] Strengths)
    {
        public string Id => $"cae-{Name}";

        // what has no strength is tried once
        public double[] Tried => Strengths is [] ? [0] : Strengths;
    }

    /// <summary>A layer, and how it was trained, in words.</summary>
    private sealed record Pretrained(PretrainedLayer Layer, string Setting);

    /// <summary>What a strength came to.</summary>
    private sealed record Outcome(string Strength, string Setting, Estimate Norm, Estimate Saturated, int Epochs, double Validation, ErrorRate Test);

    private sealed record Parts(LabelledImages Train, LabelledImages Validation, LabelledImages Test);

    // The error on validation digits chooses strength and epoch.
    private static IReadOnlyList<Finding> Run(PaperRun run, Way way)
    {
        using var mnist = Mnist.Load();
        var data = new Parts(
            mnist.Train.Take(run.By(300, 10_000, 50_000)),
            mnist.Train.Slice(50_000, run.By(100, 2_000, 10_000)), // the last digits of the training files, as in the paper
            mnist.Test.Take(run.By(100, 2_000, 10_000)));
        var outcomes = way.Tried.Select(strength => Try(run, way, strength, data)).ToList();
        var best = outcomes.MinBy(outcome => outcome.Validation)!;
        var among = outcomes.Count > 1 ? $" ({string.Join(", ", outcomes.Select(o => FormattableString.Invariant($"{o.Strength}: {o.Validation:F2} %, norm {o.Norm.Value:F2}")))})" : "";
        var setting = $"784-{Units} sigmoid, tied weights, {best.Setting}{(best.Strength.Length > 0 ? $"; {best.Strength}" : "")}";
        return
        [
            Finding.Of(way.Id, $"MNIST test error, 784-1000-10, {way.Title}", best.Test,
                FormattableString.Invariant($"{setting}; fine-tuned by {Steps}, {best.Epochs} of up to {Steps.Epochs} epochs, chosen by {best.Validation:F2} % on validation{among}"), $"rifai2011-{way.Name}"),
            Finding.Of($"{way.Id}-norm", $"MNIST test, mean norm of the encoder's Jacobian, {way.Title}", "norm", best.Norm, setting),
            Finding.Of($"{way.Id}-saturated", $"MNIST test, units below 0.05 or above 0.95, {way.Title}", "%", best.Saturated, setting, $"rifai2011-{way.Name}-saturated"),
        ];
    }

    private static Outcome Try(PaperRun run, Way way, double strength, Parts data)
    {
        var (symbol, part) = way.Symbol.Length > 0 ? (FormattableString.Invariant($"{way.Symbol} = {strength}"), FormattableString.Invariant($"{way.Name} {strength}")) : ("", way.Name);
        var (layer, setting) = way.Pretrain(run, $"{part} layer", strength, data.Train.Images);
        using var features = DenseLayers.Of(layer.Up);
        using var norms = Jacobian.Norms(features, data.Test.Images);
        using var saturated = data.Test.Images.MapRows(x => layer.Up.Apply(x).sub_(0.5).abs_().gt(0.45).to_type(ScalarType.Float32).mean([1]).mul_(100)); // [N]
        using var model = StackedClassifier.On(new([layer]), 10);
        using var generator = run.Generator(20);
        // The test error is noted at each epoch, so that the chosen one need not be trained again; it chooses nothing.
        var training = Steps.FineTuning(model, data.Train, generator, run.By(2, 5, Steps.Epochs))
            .Measuring("Validation", () => model.Error(data.Validation).Percent).Measuring("Test", () => model.Error(data.Test).Errors);
        var best = run.Train($"{part} tuning", training, until: all => all.UntilNoBetter(10, "Validation")).Epochs.MinBy(epoch => epoch["Validation"])!;
        return new(symbol, setting, Estimate.Mean(norms), Estimate.Mean(saturated), best.Number, best["Validation"], new((long)best["Test"], data.Test.Count));
    }

    private static Way Autoencoder(
        string name, string title, Func<Autoencoder, Tensor, double, Generator, AutoencoderTrainingOptions, TrainingRun> train, string symbol = "", params double[] strengths) =>
        new(name, title, (run, part, strength, x) =>
        {
            using var generator = run.Generator(1);
            using var model = ContractiveAutoencoder.Create(784, Units, generator);
            var options = new AutoencoderTrainingOptions(run.By(2, 5, 20), BatchSize: 50, Rate: 1e-3);
            run.Train(part, train(model, x, strength, generator, options));
            return new(PretrainedLayer.Of(model), FormattableString.Invariant($"{options.Epochs} epochs on the cross-entropy by Adam at {options.Rate}, batch {options.BatchSize}"));
        }, symbol, strengths);

    private static TrainingRun Decaying(Autoencoder model, Tensor x, double decay, Generator generator, AutoencoderTrainingOptions options)
    {
        var encoder = (DenseLayers)model.Encoder;
        return model.Train(x, generator, options with { Penalty = _ => new("WeightDecay", decay, encoder.Weights[0].square().sum()) });
    }

    private static Pretrained Machine(PaperRun run, string part, double strength, Tensor x)
    {
        using var generator = run.Generator(1);
        using var machine = new Rbm(new(784, Units), generator);
        var options = new RbmTrainingOptions(run.By(2, 5, 20));
        run.Train(part, machine.Train(x, generator, options));
        return new(machine.AsLayer(), FormattableString.Invariant($"{options.Epochs} epochs of CD-{options.Steps} at {options.Rate}, batch {options.BatchSize}"));
    }
}
