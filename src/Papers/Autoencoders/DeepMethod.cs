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
/// <param name="Steps">Of fine-tuning, and of pretraining by autoencoders.</param>
/// <param name="Epochs">Of pretraining a layer, on 10,000 images.</param>
/// <param name="Units">Of each of the three layers.</param>
internal sealed record Candidate(double Noise, double Rate, Descent Steps, int Epochs = 20, int Units = 1000)
{
    public override string ToString() =>
        FormattableString.Invariant($"{(Noise > 0 ? $"ν = {Noise}, " : "")}pretraining rate {Rate}, {Steps}");
}

/// <summary>A way to pretrain three layers.</summary>
/// <param name="Name">Short name in ids.</param>
/// <param name="Layer">How a layer is trained, in words.</param>
/// <param name="Candidates">What is tried at full size.</param>
/// <param name="Pretrain">Trains a layer on the codes below, with a name for its checkpoint and the number of epochs.</param>
internal sealed record DeepMethod(
    string Name, string Layer, IReadOnlyList<Candidate> Candidates, Func<PaperRun, string, Tensor, Candidate, int, int, PretrainedLayer> Pretrain)
{
    private static readonly DeepMethod[] All =
    [
        new("sda", "same steps", [new(0.1, 1e-3, Descent.Adam), new(0.25, 1e-3, Descent.Adam), new(0.4, 1e-3, Descent.Adam), new(0.25, 0.05, Descent.Plain), new(0.4, 0.05, Descent.Plain)], Denoising),
        new("saa", "same steps", [new(0, 1e-3, Descent.Adam), new(0, 3e-4, Descent.Adam), new(0, 0.05, Descent.Plain)], Denoising),
        new("dbn", "by CD-1 on means, batch 20", [new(0, 0.01, Descent.Adam, 40), new(0, 0.03, Descent.Adam, 40), new(0, 0.01, Descent.Plain, 40), new(0, 0.03, Descent.Plain, 40)], Machine),
    ];

    /// <summary>The way of a name.</summary>
    public static DeepMethod Of(string name) => All.Single(method => method.Name == name);

    /// <summary>Chooses a candidate and its number of fine-tuning epochs by validation error, then trains it so and looks at the test images.</summary>
    public (ErrorRate Test, string Setting) Judge(PaperRun run, string set, VariationSplit data)
    {
        Candidate[] tried = run.Scale == Lectures.Scale.Smoke ? [Candidates[0] with { Units = 30 }] : [.. Candidates];
        var trials = tried.Select(candidate => new Trial(this, run, set, data, candidate)).Select(trial => (Trial: trial, Best: trial.Tune())).ToList();
        var (chosen, best) = trials.MinBy(t => t.Best.Error);
        return (chosen.Test(best.Epoch), FormattableString.Invariant(
            $"{chosen} by {best.Error:F2} % on validation among {tried.Length} candidates, {chosen.Pretraining} epochs a layer ({Layer}), then {best.Epoch} of up to {chosen.Tuning} epochs of fine-tuning"));
    }

    private static PretrainedLayer Denoising(PaperRun run, string part, Tensor x, Candidate candidate, int epochs, int layer)
    {
        using var generator = run.Generator(layer);
        using var model = DenoisingAutoencoder.Create((int)x.shape[1], candidate.Units, generator);
        Corruption noise = candidate.Noise > 0 ? new MaskingNoise(candidate.Noise) : new NoCorruption();
        run.Train(part, model.TrainDenoising(x, noise, generator, new(epochs, candidate.Steps.BatchSize, candidate.Rate, Optimiser: candidate.Steps.Optimiser)));
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

    // A candidate on a set.
    private sealed record Trial(DeepMethod Method, PaperRun Run, string Set, VariationSplit Data, Candidate Candidate)
    {
        private const int Depth = 3;

        public int Pretraining => Run.By(2, 5, Epochs(Candidate.Epochs));

        public int Tuning => Run.By(3, 10, Epochs(Candidate.Steps.Epochs));

        private string Part => FormattableString.Invariant($"{Set} {Method.Name} {Candidate.Units} {Candidate.Noise} {Candidate.Rate}");

        // Of all epochs of fine-tuning, the first one with the least validation error.
        public (int Epoch, double Error) Tune()
        {
            using var model = Pretrained();
            using var generator = Run.Generator(50);
            var training = FineTuning(model, generator).Measuring("Validation", () => model.Error(Data.Validation).Percent);
            var history = Run.Train($"{Part} {Candidate.Steps.Name} tuning", training, until: all => all.UntilNoBetter(Run.By(3, 10, Epochs(15)), "Validation"));
            var best = history.Epochs.MinBy(epoch => epoch["Validation"])!;
            return (best.Number, best["Validation"]);
        }

        // The same steps again, but only until the best epoch: fine-tuning follows from the seed.
        public ErrorRate Test(int epochs)
        {
            using var model = Pretrained();
            using var generator = Run.Generator(50);
            Run.Train($"{Part} {Candidate.Steps.Name} final", FineTuning(model, generator), until: all => all.Take(epochs));
            return model.Error(Data.Test);
        }

        public override string ToString() => $"784-{Candidate.Units}-{Candidate.Units}-{Candidate.Units}, {Candidate}";

        private TrainingRun FineTuning(StackedClassifier model, Generator generator) => Candidate.Steps.FineTuning(model, Data.Train, generator, Tuning);

        private StackedClassifier Pretrained()
        {
            var trainers = Enumerable.Range(0, Depth).Select(layer => (Func<Tensor, PretrainedLayer>)(x => Method.Pretrain(Run, $"{Part} layer {layer + 1}", x, Candidate, Pretraining, layer)));
            return StackedClassifier.On(PretrainedLayers.Train(Data.Train.Images, [.. trainers]), Data.Classes);
        }

        // A smaller set is learnt for as many steps as 10,000 images.
        private int Epochs(int ofMost) => (int)Math.Round(ofMost * 10_000.0 / Data.Train.Count);
    }
}
