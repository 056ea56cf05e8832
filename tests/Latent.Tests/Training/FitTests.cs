using Latent.Linear;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Tests.Training;

public sealed class FitTests(MnistFixture mnist)
{
    [Fact]
    public void Nothing_is_trained_before_it_is_asked_for()
    {
        var run = Run(3, 1, out var model);
        using var before = model.EncoderMatrix();
        Assert.True(before.Equals(model.EncoderMatrix()));
        Assert.Equal(2, run.Take(2).ToHistory().Epochs.Count);
        Assert.False(before.Equals(model.EncoderMatrix()));
    }

    [Fact]
    public void Epochs_are_numbered_timed_and_their_loss_falls()
    {
        var history = Run(4, 1, out _).ToHistory();
        Assert.Equal([1, 2, 3, 4], history.Epochs.Select(e => e.Number));
        Assert.All(history.Epochs, e => Assert.Equal(4, e.Of));
        Assert.All(history.Epochs, e => Assert.True(e.Seconds > 0));
        Assert.True(history.Last.Loss < history.Losses[0]);
        Assert.Equal(history.Losses, history.Of("Loss"));
        Assert.Contains("Loss", Assert.Throws<KeyNotFoundException>(() => history.Last["Kl"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_twice()
    {
        var first = Run(2, 7, out var model).ToHistory();
        var second = Run(2, 7, out var again).ToHistory();
        Assert.Equal(first.Losses, second.Losses);
        Assert.True(model.EncoderMatrix().Equals(again.EncoderMatrix()));
    }

    [Fact]
    public void The_loss_of_an_epoch_is_the_mean_over_examples_not_batches()
    {
        var generator = new Generator(1);
        var network = new LinearAutoencoder(new(784, [4]), generator);
        var state = new TrainingState(network, optim.SGD(network.parameters(), 0.0), generator);
        var images = mnist.Test.Take(250); // batches of 100, 100 and 50
        var epoch = Fit.Epochs(1, state, images, 100, batch => network.Loss(batch.Images)).Single();
        Assert.Equal(network.Error(images.Images), epoch.Loss, 1e-3);
    }

    [Fact]
    public void Measurements_are_kept_in_the_epoch()
    {
        var epoch = Run(1, 1, out _).Measuring("test", () => 42).Single();
        Assert.Equal(42, epoch["test"]);
        Assert.Equal(["Loss", "test"], epoch.Losses.Select(l => l.Key));
    }

    [Fact]
    public void Early_stopping_is_a_matter_of_the_sequence()
    {
        var asked = 0;
        IEnumerable<Epoch> Losses(params double[] values)
        {
            foreach (var (i, value) in values.Index())
            {
                asked++;
                yield return new Epoch(i + 1, values.Length, [new("Loss", value)], 0.1);
            }
        }

        Assert.Equal([3, 2, 2.5, 2.2], Losses(3, 2, 2.5, 2.2, 1, 1).UntilNoBetter(2).ToHistory().Losses);
        Assert.Equal(4, asked);
        Assert.Single(Losses(3, 2, 1).TakeWhile(e => e.Loss > 2).ToHistory().Epochs);
    }

    [Fact]
    public void Steps_do_not_keep_their_tensors()
    {
        var run = Run(3, 1, out _);
        using var scope = NewDisposeScope();
        run.ToHistory();
        Assert.True(scope.DisposablesCount < 5, $"{scope.DisposablesCount} tensors are left in the scope.");
    }

    [Fact]
    public void The_rate_follows_the_number_of_the_epoch()
    {
        var run = Run(3, 1, out _);
        var rates = new List<double>();
        var scheduled = run.WithRate(epoch => 0.1 / epoch).Measuring("rate", () => run.State.Optimiser.ParamGroups.Single().LearningRate);
        foreach (var epoch in scheduled.From(2)) rates.Add(epoch["rate"]);
        Assert.Equal([0.1 / 2, 0.1 / 3], rates);
    }

    [Fact]
    public void The_rate_falls_by_the_same_factor_after_each_epoch()
    {
        var run = Run(3, 1, out _);
        var rates = run.WithRate(0.1, 0.001).Measuring("rate", () => run.State.Optimiser.ParamGroups.Single().LearningRate).Select(epoch => epoch["rate"]).ToList();
        Assert.Equal(3, rates.Count);
        foreach (var (expected, rate) in new[] { 0.1, 0.01, 0.001 }.Zip(rates)) Assert.Equal(expected, rate, 1e-15);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(0, 1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(1, 1, out _).WithRate(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(1, 1, out _).WithRate(double.NaN, 0.1));
        var generator = new Generator(1);
        var network = new LinearAutoencoder(new(4, [2]), generator);
        var state = new TrainingState(network, optim.Adam(network.parameters()), generator);
        var empty = Fit.Epochs(1, state, _ => Array.Empty<int>(), _ => default);
        Assert.Throws<InvalidOperationException>(() => empty.ToHistory());
    }

    private TrainingRun Run(int epochs, ulong seed, out LinearAutoencoder model)
    {
        var generator = new Generator(seed);
        var network = new LinearAutoencoder(new(784, [8]), generator);
        model = network;
        var state = new TrainingState(network, optim.Adam(network.parameters(), lr: 1e-3), generator);
        return Fit.Epochs(epochs, state, mnist.Test.Take(1000), 100, batch => network.Loss(batch.Images));
    }
}
