using Latent.Autoencoders;
using Latent.Data;
using Latent.Training;
using static TorchSharp.torch;

namespace Benchmarks;

/// <summary>Epochs of autoencoders on 6,000 digits by the library's own training, shuffling and reports of losses included, against the same in PyTorch.</summary>
public static class AutoencoderBenchmarks
{
    private const int Count = 6_000, BatchSize = 100;

    private static readonly Lazy<Tensor> Images = new(() =>
    {
        using var split = Mnist.Load();
        return split.Train.Images.narrow(0, 0, Count).clone().DetachFromDisposeScope(); // [6000, 784]
    });

    private static readonly Dictionary<string, Func<Measurement>> Cases = new()
    {
        ["deep-autoencoder-epoch"] = Time(DeepAutoencoder),
        ["rbm-epoch"] = Time(Machine),
        ["denoising-epoch"] = Time(() => Shallow((model, generator, options) => model.TrainDenoising(Images.Value, new MaskingNoise(0.25), generator, options), 1000)),
        ["contractive-epoch"] = Time(() => Shallow((model, generator, options) => model.TrainContractive(Images.Value, 0.1, generator, options), 1000)),
        ["contractive-exact-epoch"] = Time(() => Shallow((model, generator, options) => model.TrainContractive(Images.Value, 0.1, generator, options), 100, 50)),
        ["masking-epoch"] = Mask,
    };

    /// <summary>The suite <c>autoencoders</c>.</summary>
    public static Suite Suite { get; } = new(
        "autoencoders",
        "An epoch of autoencoders and machines, 6,000 digits in batches of 100",
        [.. Cases.Keys.Select(name => new Comparison(name, "s", WorkerCommand.Ours("autoencoders"), WorkerCommand.Python("autoencoders.py", DataFolder.Resolve(), $"{Environment.ProcessorCount}"), "PyTorch"))],
        Cases);

    // 784-1000-500-250-30 of sigmoid units, cross-entropy, Adam (Hinton & Salakhutdinov 2006, fine-tuning)
    private static TrainingRun DeepAutoencoder()
    {
        var generator = new Generator(1);
        var model = Autoencoder.Dense(new(784, [1000, 500, 250, 30], Code: Latent.Activation.None), generator);
        return model.Train(Images.Value, generator, new(1_000_000, BatchSize));
    }

    // 784-1000 by CD-1
    private static TrainingRun Machine()
    {
        var generator = new Generator(1);
        return new Rbm(new(784, 1000), generator).Train(Images.Value, generator, new(1_000_000, BatchSize, SampleVisible: false));
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
            foreach (var batch in Images.Value.Batches(BatchSize)) noise.Apply(batch, generator).Dispose();
        });
    }

    // Each run is the next epoch of one long training.
    private static Func<Measurement> Time(Func<IEnumerable<Epoch>> training)
    {
        var epochs = new Lazy<IEnumerator<Epoch>>(() => training().GetEnumerator());
        return () => Worker.Seconds(() => epochs.Value.MoveNext());
    }
}
