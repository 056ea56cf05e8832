using Latent.Autoencoders;
using Latent.Data;
using Latent.Evaluation.Svm;
using Latent.Training;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>
/// Epochs of autoencoders on 6,000 digits by the library's own training, shuffling and reports of losses included, against the same in PyTorch; a support vector
/// machine on half of them against scikit-learn.
/// </summary>
public static class AutoencoderBenchmarks
{
    private const int Count = 6_000, BatchSize = 100;

    private static readonly Lazy<LabelledImages> Digits = new(() =>
    {
        using var split = Mnist.Load();
        var few = split.Train.Take(Count);
        return few with { Images = few.Images.clone().DetachFromDisposeScope(), Labels = few.Labels.clone().DetachFromDisposeScope() };
    });

    private static Tensor Images => Digits.Value.Images; // [6000, 784]

    private static readonly Dictionary<string, Func<Measurement>> Cases = new()
    {
        ["deep-autoencoder-epoch"] = Time(DeepAutoencoder),
        ["rbm-epoch"] = Time(Machine),
        ["denoising-epoch"] = Time(() => Shallow((model, generator, options) => model.TrainDenoising(Images, new MaskingNoise(0.25), generator, options), 1000)),
        ["contractive-epoch"] = Time(() => Shallow((model, generator, options) => model.TrainContractive(Images, 0.1, generator, options), 1000)),
        ["contractive-exact-epoch"] = Time(() => Shallow((model, generator, options) => model.TrainContractive(Images, 0.1, generator, options), 100, 50)),
        ["masking-epoch"] = Mask,
        ["sda-tuning-epoch"] = Time(FineTuning),
        ["svm-training"] = Vectors,
    };

    /// <summary>The suite <c>autoencoders</c>.</summary>
    public static Suite Suite { get; } = new(
        "autoencoders",
        "An epoch of autoencoders and machines, 6,000 digits in batches of 100",
        [.. Cases.Keys.Select(name => new Comparison(name, "s", WorkerCommand.Ours("autoencoders"), WorkerCommand.Python("autoencoders.py", DataFolder.Resolve(), $"{Environment.ProcessorCount}"), name.StartsWith("svm", StringComparison.Ordinal) ? "scikit-learn" : "PyTorch"))],
        Cases);

    // 784-1000-500-250-30 of sigmoid units, cross-entropy, Adam (Hinton & Salakhutdinov 2006, fine-tuning)
    private static TrainingRun DeepAutoencoder()
    {
        var generator = new Generator(1);
        var model = Autoencoder.Dense(new(784, [1000, 500, 250, 30], Code: Latent.Activation.None), generator);
        return model.Train(Images, generator, new(1_000_000, BatchSize));
    }

    // 784-1000 by CD-1
    private static TrainingRun Machine()
    {
        var generator = new Generator(1);
        return new Rbm(new(784, 1000), generator).Train(Images, generator, new(1_000_000, BatchSize, SampleVisible: false));
    }

    // Vincent et al. 2008, Rifai et al. 2011: tied sigmoid layers, cross-entropy, Adam; with several layers the penalty is of the exact Jacobian
    private static TrainingRun Shallow(Func<Autoencoder, Generator, AutoencoderTrainingOptions, TrainingRun> train, params int[] hidden)
    {
        var generator = new Generator(1);
        return train(Autoencoder.Dense(new(784, hidden, Tied: true), generator), generator, new(1_000_000, BatchSize));
    }

    // What exact masking of a quarter of the pixels adds to an epoch.
    private static Measurement Mask()
    {
        var (noise, generator) = (new MaskingNoise(0.25), new Generator(1));
        return Worker.Seconds(() =>
        {
            foreach (var batch in Images.Batches(BatchSize)) noise.Apply(batch, generator).Dispose();
        });
    }

    // 784-1000-1000-1000-10 (Vincent et al. 2008, SdA-3), all layers with the labels
    private static TrainingRun FineTuning()
    {
        var generator = new Generator(1);
        var layers = new[] { 784, 1000, 1000 }.Select(inputs => PretrainedLayer.Of(DenoisingAutoencoder.Create(inputs, 1000, generator)));
        return StackedClassifier.On(new([.. layers]), 10).Train(Digits.Value, generator, 1_000_000, BatchSize, 3e-4);
    }

    private static Measurement Vectors()
    {
        var half = Digits.Value.Take(Count / 2);
        return Worker.Seconds(() => SupportVectorMachine.Train(half, new(C: 10, Gamma: 0.02)).Dispose());
    }

    // Each run is the next epoch of one long training.
    private static Func<Measurement> Time(Func<IEnumerable<Epoch>> training)
    {
        var epochs = new Lazy<IEnumerator<Epoch>>(() => training().GetEnumerator());
        return () => Worker.Seconds(() => epochs.Value.MoveNext());
    }
}
