using Latent.Autoencoders;
using Latent.Data;
using Latent.Data.Variations;
using Latent.Evaluation;
using Latent.Training;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Autoencoders;

/// <summary>What is tried for a method; the validation error chooses.</summary>
/// <param name="Noise">ν of the masking noise in pretraining; 0 without.</param>
/// <param name="Pretraining">Of each layer.</param>
/// <param name="Steps">Of fine-tuning.</param>
/// <param name="Units">Of each of the three layers.</param>
internal sealed record Candidate(double Noise, Pretraining Pretraining, Descent Steps, int Units = 1000)
{
    public override string ToString() =>
        FormattableString.Invariant($"{(Noise > 0 ? $"ν = {Noise}, " : "")}pretrained by {Pretraining}, fine-tuned by {Steps}");
}

/// <summary>A way to pretrain three layers.</summary>
/// <param name="Name">Short name in ids.</param>
/// <param name="Candidates">What is tried at full size.</param>
/// <param name="Pretrain">Trains a layer on the codes below, with a name for its checkpoint and the number of epochs.</param>
internal sealed record DeepMethod(
    string Name, IReadOnlyList<Candidate> Candidates, Func<PaperRun, string, Tensor, Candidate, int, int, PretrainedLayer> Pretrain)
{
    private const int Depth = 3;

    private static readonly (Pretraining Pretraining, Descent Tuning)[] Recipes =
        [(Pretraining.Small, Descent.Adam), (Pretraining.Small, Descent.Plain), (Pretraining.Large, Descent.Plain)];

    private static readonly DeepMethod[] All =
    [
        new("sda", Offer(Recipes, 0.25, 0.4), Denoising),
        new("saa", Offer(Recipes, 0), Denoising),
        new("dbn", Offer([(Pretraining.Chains, Descent.Adam), (Pretraining.Chains, Descent.Plain)], 0), Machine),
    ];

    /// <summary>The way of a name.</summary>
    public static DeepMethod Of(string name) => All.Single(method => method.Name == name);

    /// <summary>Trains every candidate, chooses one by its validation error, and looks at the test images with that one alone.</summary>
    public (ErrorRate Test, string Setting) Judge(PaperRun run, string set, VariationSplit data)
    {
        Candidate[] tried = run.Scale == Lectures.Scale.Smoke ? [Candidates[0] with { Units = 30 }] : [.. Candidates];
        var tuned = tried.Select(candidate => Tune(run, set, data, candidate)).ToList();
        var best = tuned.MinBy(one => one.Validation)!;
        var test = best.Model.Error(data.Test);
        tuned.ForEach(one => one.Model.Dispose());
        return (test, FormattableString.Invariant(
            $"784-{string.Join('-', Enumerable.Repeat(best.Candidate.Units, Depth))}, {best.Candidate} by {best.Validation:F2} % on validation among {tried.Length} candidates, {best.Epochs}"));
    }

    // Fine-tunes for all epochs: the one with the least validation error would be the luckiest, and errs by up to half a point more on other images.
    private Tuned Tune(PaperRun run, string set, VariationSplit data, Candidate candidate)
    {
        // a smaller set is learnt for as many steps as 10,000 images
        int Epochs(int ofMost) => (int)Math.Round(ofMost * 10_000.0 / data.Train.Count);
        var (pretraining, tuning) = (run.By(2, 5, Epochs(candidate.Pretraining.Epochs)), run.By(3, 10, Epochs(candidate.Steps.Epochs)));
        var part = FormattableString.Invariant($"{set} {Name} {candidate.Units} {candidate.Noise} {candidate.Pretraining.Rate}");
        var trainers = Enumerable.Range(0, Depth).Select(layer => (Func<Tensor, PretrainedLayer>)(x => Pretrain(run, $"{part} layer {layer + 1} ({candidate.Pretraining.Name})", x, candidate, pretraining, layer)));
        var model = StackedClassifier.On(PretrainedLayers.Train(data.Train.Images, [.. trainers]), data.Classes);
        using var generator = run.Generator(50);
        var training = candidate.Steps.FineTuning(model, data.Train, generator, tuning).Measuring("Validation", () => model.Error(data.Validation).Percent);
        var last = run.Train($"{part} {candidate.Steps.Name} tuning ({candidate.Pretraining.Name})", training).Epochs.TakeLast(5);
        return new(candidate, model, last.Average(epoch => epoch["Validation"]), $"{pretraining} epochs a layer, then {tuning} epochs of fine-tuning");
    }

    private static Candidate[] Offer((Pretraining Pretraining, Descent Tuning)[] recipes, params double[] noises) =>
        [.. from noise in noises from recipe in recipes select new Candidate(noise, recipe.Pretraining, recipe.Tuning)];

    private static PretrainedLayer Denoising(PaperRun run, string part, Tensor x, Candidate candidate, int epochs, int layer)
    {
        using var generator = run.Generator(layer);
        using var model = DenoisingAutoencoder.Create((int)x.shape[1], candidate.Units, generator, candidate.Pretraining.Deviation);
        Corruption noise = candidate.Noise > 0 ? new MaskingNoise(candidate.Noise) : new NoCorruption();
        var (rate, steps) = (candidate.Pretraining.Rate, candidate.Pretraining.Steps);
        run.Train(part, model.TrainDenoising(x, noise, generator, new(epochs, steps.BatchSize, rate, Optimiser: steps.Optimiser)).WithRate(rate, rate * candidate.Pretraining.Fall));
        return PretrainedLayer.Of(model);
    }

    private static PretrainedLayer Machine(PaperRun run, string part, Tensor x, Candidate candidate, int epochs, int layer)
    {
        using var generator = run.Generator(layer);
        using var machine = new Rbm(new((int)x.shape[1], candidate.Units), generator);
        run.Train(part, machine.Train(x, generator, new(epochs, candidate.Pretraining.Steps.BatchSize, candidate.Pretraining.Rate, Momentum: 0, SlowEpochs: 0, SampleVisible: false)));
        return machine.AsLayer();
    }

    // A candidate's classifier, its validation error in per cent (the mean of the last five epochs), and the epochs that it took, in words.
    private sealed record Tuned(Candidate Candidate, StackedClassifier Model, double Validation, string Epochs);
}
