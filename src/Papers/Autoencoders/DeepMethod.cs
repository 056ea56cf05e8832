using Latent.Autoencoders;
using Latent.Data;
using Latent.Data.Variations;
using Latent.Evaluation;
using Latent.Training;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Autoencoders;

/// <summary>
/// How steps are made. Adam's are as long where the loss is flat, so that a background of noise is learnt, too (14.29 % with SdA-3 on bg-rand); the plain steps of the
/// paper's time learn digits on black less well (3.43 % on basic, Adam's 3.10 %). So both are tried.
/// </summary>
/// <param name="Name">In words.</param>
/// <param name="Optimiser">Makes the steps.</param>
/// <param name="BatchSize">Images a step.</param>
/// <param name="TuningRate">Of fine-tuning.</param>
internal sealed record Descent(string Name, OptimiserFactory Optimiser, int BatchSize, double TuningRate)
{
    public static Descent Adam { get; } = new("Adam", Optimisers.Adam, 50, 3e-4);

    public static Descent Plain { get; } = new("plain descent", Optimisers.Sgd, 20, 0.1);
}

/// <summary>What is tried for a method; the validation error chooses.</summary>
/// <param name="Noise">ν of the masking noise in pretraining; 0 without.</param>
/// <param name="Rate">Of pretraining.</param>
/// <param name="Steps">Of fine-tuning, and of pretraining by autoencoders.</param>
/// <param name="Units">Of each of the three layers.</param>
internal sealed record Candidate(double Noise, double Rate, Descent Steps, int Units = 1000)
{
    public override string ToString() =>
        FormattableString.Invariant($"{(Noise > 0 ? $"ν = {Noise}, " : "")}pretraining rate {Rate}, {Steps.Name} at {Steps.TuningRate}, batch {Steps.BatchSize}");
}

/// <summary>A way to pretrain three layers.</summary>
/// <param name="Name">Short name in ids.</param>
/// <param name="Candidates">What is tried at full size.</param>
/// <param name="Pretrain">Trains a layer on the codes below, with a name for its checkpoint and the number of epochs.</param>
internal sealed record DeepMethod(
    string Name, IReadOnlyList<Candidate> Candidates, Func<PaperRun, string, Tensor, Candidate, int, int, PretrainedLayer> Pretrain)
{
    private const int Depth = 3;

    private static readonly DeepMethod[] All =
    [
        new("sda", [new(0.1, 1e-3, Descent.Adam), new(0.25, 1e-3, Descent.Adam), new(0.4, 1e-3, Descent.Adam), new(0.25, 0.05, Descent.Plain), new(0.4, 0.05, Descent.Plain)], Denoising),
        new("saa", [new(0, 1e-3, Descent.Adam), new(0, 3e-4, Descent.Adam), new(0, 0.05, Descent.Plain)], Denoising),
        new("dbn", [new(0, 0.1, Descent.Adam), new(0, 0.03, Descent.Adam), new(0, 0.1, Descent.Plain), new(0, 0.03, Descent.Plain)], Machine),
    ];

    /// <summary>The way of a name.</summary>
    public static DeepMethod Of(string name) => All.Single(method => method.Name == name);

    /// <summary>Chooses a candidate and its number of fine-tuning epochs by validation error, then trains it so and looks at the test images.</summary>
    public (ErrorRate Test, string Setting) Judge(PaperRun run, string set, VariationSplit data)
    {
        Candidate[] tried = run.Scale == Lectures.Scale.Smoke ? [Candidates[0] with { Units = 30 }] : [.. Candidates];
        // A smaller set is learnt for as many steps as 10,000 images.
        int Epochs(int ofMost) => (int)Math.Round(ofMost * 10_000.0 / data.Train.Count);
        var (pretraining, tuning, patience) = (run.By(2, 5, Epochs(20)), run.By(3, 10, Epochs(60)), run.By(3, 10, Epochs(15)));
        var outcomes = tried.Select(candidate => (Candidate: candidate, Best: Tune(run, set, data, candidate, pretraining, tuning, patience))).ToList();
        var (chosen, best) = outcomes.MinBy(o => o.Best.Error);
        var test = Final(run, set, data, chosen, pretraining, best.Epoch);
        return (test, FormattableString.Invariant(
            $"784-{chosen.Units}-{chosen.Units}-{chosen.Units}, {chosen} by {best.Error:F2} % on validation among {tried.Length} candidates, {pretraining} epochs a layer, then {best.Epoch} of up to {tuning} epochs of fine-tuning"));
    }

    private (int Epoch, double Error) Tune(PaperRun run, string set, VariationSplit data, Candidate candidate, int pretraining, int epochs, int patience)
    {
        using var model = Start(run, set, data, candidate, pretraining);
        using var generator = run.Generator(50);
        var training = FineTuning(model, data, generator, candidate, epochs).Measuring("Validation", () => model.Error(data.Validation).Percent);
        var history = run.Train($"{Part(set, candidate)} {candidate.Steps.Name} tuning", training, until: all => all.UntilNoBetter(patience, "Validation"));
        var best = history.Epochs.MinBy(epoch => epoch["Validation"])!;
        return (best.Number, best["Validation"]);
    }

    // The same steps again, but only as many as were best: fine-tuning follows from the seed.
    private ErrorRate Final(PaperRun run, string set, VariationSplit data, Candidate candidate, int pretraining, int epochs)
    {
        using var model = Start(run, set, data, candidate, pretraining);
        using var generator = run.Generator(50);
        run.Train($"{Part(set, candidate)} {candidate.Steps.Name} final", FineTuning(model, data, generator, candidate, epochs));
        return model.Error(data.Test);
    }

    private static TrainingRun FineTuning(StackedClassifier model, VariationSplit data, Generator generator, Candidate candidate, int epochs) =>
        model.Train(data.Train, generator, epochs, candidate.Steps.BatchSize, candidate.Steps.TuningRate, candidate.Steps.Optimiser);

    private StackedClassifier Start(PaperRun run, string set, VariationSplit data, Candidate candidate, int epochs)
    {
        var trainers = Enumerable.Range(0, Depth).Select(layer =>
            (Func<Tensor, PretrainedLayer>)(x => Pretrain(run, $"{Part(set, candidate)} layer {layer + 1}", x, candidate, epochs, layer)));
        return StackedClassifier.On(PretrainedLayers.Train(data.Train.Images, [.. trainers]), data.Classes);
    }

    private string Part(string set, Candidate candidate) =>
        FormattableString.Invariant($"{set} {Name} {candidate.Units} {candidate.Noise} {candidate.Rate}");

    private static PretrainedLayer Denoising(PaperRun run, string part, Tensor x, Candidate candidate, int epochs, int layer)
    {
        using var generator = run.Generator(layer);
        using var model = DenoisingAutoencoder.Create((int)x.shape[1], candidate.Units, generator);
        Corruption noise = candidate.Noise > 0 ? new MaskingNoise(candidate.Noise) : new NoCorruption();
        run.Train(part, model.TrainDenoising(x, noise, generator, new(epochs, candidate.Steps.BatchSize, candidate.Rate, Optimiser: candidate.Steps.Optimiser)));
        return PretrainedLayer.Of(model);
    }

    private static PretrainedLayer Machine(PaperRun run, string part, Tensor x, Candidate candidate, int epochs, int layer)
    {
        using var generator = run.Generator(layer);
        using var machine = new Rbm(new((int)x.shape[1], candidate.Units), generator);
        run.Train(part, machine.Train(x, generator, new(epochs, Rate: candidate.Rate)));
        return machine.AsLayer();
    }
}
