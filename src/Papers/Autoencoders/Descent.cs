using Latent.Autoencoders;
using Latent.Data;
using Latent.Training;
using static TorchSharp.torch;

namespace Papers.Autoencoders;

/// <summary>How steps are made.</summary>
/// <param name="Name">In words.</param>
/// <param name="Optimiser">Makes the steps.</param>
/// <param name="BatchSize">Images a step.</param>
/// <param name="First">Rate of fine-tuning in its first epoch.</param>
/// <param name="Last">The same in its last one: Adam's falls, since at a constant rate the validation error swings by up to 3 points from epoch to epoch.</param>
/// <param name="Epochs">Of fine-tuning at most; for a set of the table of 2008, on 10,000 images.</param>
internal sealed record Descent(string Name, OptimiserFactory Optimiser, int BatchSize, double First, double Last, int Epochs)
{
    /// <summary>
    /// Steps as long where the loss is flat, so that a background of noise is learnt, too. Fast ones: SdA-3 errs by 2.7 % on digits outside basic, but by 3.0 % from
    /// a third of the rate, 3.7 % from a tenth and 3.2 % from three times the rate (8,000 digits, ± 0.35).
    /// </summary>
    public static Descent Adam { get; } = new("Adam", Optimisers.Adam, 50, 3e-3, 1e-5, 30);

    /// <summary>The steps of the papers' time: what every stack prefers by validation on rot-bg-img and rect-img, and deep belief nets on five of the eight sets.</summary>
    public static Descent Plain { get; } = new("plain descent", Optimisers.Sgd, 20, 0.1, 0.1, 60);

    /// <summary>The same, fast at first: by validation they come lower than Adam's on top of a contractive layer (1.43 to 1.50 %).</summary>
    public static Descent FallingPlain { get; } = Plain with { First = 0.5, Last = 0.02, Epochs = 40 };

    /// <summary>Fine-tunes a stack.</summary>
    public TrainingRun FineTuning(StackedClassifier model, LabelledImages data, Generator generator, int epochs) =>
        model.Train(data, generator, epochs, BatchSize, First, Optimiser).WithRate(First, Last);

    /// <summary>In words, with rates and batch.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name} at {First}{(Last < First ? FormattableString.Invariant($" falling to {Last:0.######}") : "")}, batch {BatchSize}");
}
