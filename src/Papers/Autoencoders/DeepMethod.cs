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
/// <param name="Rate">Of pretraining.</param>
/// <param name="Steps">Of fine-tuning.</param>
/// <param name="Units">Of each of the three layers.</param>
internal sealed record Candidate(double Noise, double Rate, Descent Steps, int Units = 1000)
{
    public override string ToString() =>
        FormattableString.Invariant($"{(Noise > 0 ? $"ν = {Noise}, " : "")}pretraining rate {Rate}, {Steps}");
}

/// <summary>A way to pretrain three layers.</summary>
/// <param name="Name">Short name in ids.</param>
/// <param name="Layer">How a layer is trained, in words.</param>
/// <param name="Epochs">Of pretraining a layer, on 10,000 images.</param>
/// <param name="Candidates">What is tried at full size.</param>
/// <param name="Pretrain">Trains a layer on the codes below, with a name for its checkpoint and the number of epochs.</param>
internal sealed record DeepMethod(
    string Name, string Layer, int Epochs, IReadOnlyList<Candidate> Candidates, Func<PaperRun, string, Tensor, Candidate, int, int, PretrainedLayer> Pretrain)
{
    private const int Depth = 3;
    private const string Steps = "from weights of deviation 0.01 by Adam, its rate falling to a tenth, batch 50";

    private static readonly DeepMethod[] All =
    [
        new("sda", Steps, 80, [new(0.25, 1e-3, Descent.Adam), new(0.4, 1e-3, Descent.Adam), new(0.55, 1e-3, Descent.Adam)], Denoising),
        new("saa", Steps, 80, [new(0, 1e-3, Descent.Adam), new(0, 3e-4, Descent.Adam)], Denoising),
        new("dbn", "by CD-1 on means, batch 20", 40, [new(0, 0.01, Descent.Adam), new(0, 0.03, Descent.Adam), new(0, 0.01, Descent.Plain), new(0, 0.03, Descent.Plain)], Machine),
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
            $"784-{string.Join('-', Enumerable.Repeat(best.Candidate.Units, Depth))}, {best.Candidate} by {best.Validation:F2} % on validation among {tried.Length} candidates, {best.Pretraining} epochs a layer ({Layer}), then {best.Tuning} epochs of fine-tuning"));
    }

    // A candidate as fine-tuned for its number of epochs. The one with the least validation error would be one with luck: it errs by up to half a point more on other images.
    private Tuned Tune(PaperRun run, string set, VariationSplit data, Candidate candidate)
    {
        // a smaller set is learnt for as many steps as 10,000 images
        int Epochs(int ofMost) => (int)Math.Round(ofMost * 10_000.0 / data.Train.Count);
        var (pretraining, tuning) = (run.By(2, 5, Epochs(this.Epochs)), run.By(3, 10, Epochs(candidate.Steps.Epochs)));
        var part = FormattableString.Invariant($"{set} {Name} {candidate.Units} {candidate.Noise} {candidate.Rate}");
        var trainers = Enumerable.Range(0, Depth).Select(layer => (Func<Tensor, PretrainedLayer>)(x => Pretrain(run, $"{part} layer {layer + 1}", x, candidate, pretraining, layer)));
        var model = StackedClassifier.On(PretrainedLayers.Train(data.Train.Images, [.. trainers]), data.Classes);
        using var generator = run.Generator(50);
        var training = candidate.Steps.FineTuning(model, data.Train, generator, tuning).Measuring("Validation", () => model.Error(data.Validation).Percent);
        var last = run.Train($"{part} {candidate.Steps.Name} tuning", training).Epochs.TakeLast(5);
        return new(candidate, model, pretraining, tuning, last.Average(epoch => epoch["Validation"]));
    }

    // From small weights: at pixels that are always black, or nearly so, large ones would stay the noise that they were at first.
    private static PretrainedLayer Denoising(PaperRun run, string part, Tensor x, Candidate candidate, int epochs, int layer)
    {
        using var generator = run.Generator(layer);
        using var model = Autoencoder.Dense(new((int)x.shape[1], [candidate.Units], Tied: true, Deviation: 0.01), generator);
        Corruption noise = candidate.Noise > 0 ? new MaskingNoise(candidate.Noise) : new NoCorruption();
        run.Train(part, model.TrainDenoising(x, noise, generator, new(epochs, BatchSize: 50, candidate.Rate)).WithRate(candidate.Rate, candidate.Rate / 10));
        return PretrainedLayer.Of(model);
    }

    // Slow steps on few images, and the chain's images as means: fast ones, or drawn images, leave all units on or off at a background of noise.
    private static PretrainedLayer Machine(PaperRun run, string part, Tensor x, Candidate candidate, int epochs, int layer)
    {
        using var generator = run.Generator(layer);
        using var machine = new Rbm(new((int)x.shape[1], candidate.Units), generator);
        run.Train(part, machine.Train(x, generator, new(epochs, BatchSize: 20, candidate.Rate, Momentum: 0, SlowEpochs: 0, SampleVisible: false)));
        return machine.AsLayer();
    }

    // A candidate's classifier, the epochs that it took, and its validation error in per cent: the mean of the last five epochs.
    private sealed record Tuned(Candidate Candidate, StackedClassifier Model, int Pretraining, int Tuning, double Validation);
}
