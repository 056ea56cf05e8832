using System.Collections;

namespace Latent.Training;

/// <summary>
/// A lazy training run: nothing happens until it is enumerated, and each epoch is trained when it is asked for. Enumerating it
/// again trains further.
/// </summary>
public sealed class TrainingRun : IEnumerable<Epoch>
{
    private readonly Func<int, Epoch> _epoch;

    internal TrainingRun(int of, Func<int, Epoch> epoch, TrainingState state)
    {
        (Of, _epoch, State) = (of, epoch, state);
    }

    /// <summary>How many epochs are planned.</summary>
    public int Of { get; }

    /// <summary>What the next step depends on.</summary>
    public TrainingState State { get; }

    /// <summary>The epochs from a number on, which is 1 for all.</summary>
    public IEnumerable<Epoch> From(int first)
    {
        for (var number = first; number <= Of; number++) yield return _epoch(number);
    }

    /// <summary>Adds a value measured after each epoch, such as an error on test images.</summary>
    /// <param name="name">What the value is called.</param>
    /// <param name="measure">Measures the model as it then is.</param>
    public TrainingRun Measuring(string name, Func<double> measure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(measure);
        return new(Of, number => _epoch(number).With(name, measure()), State);
    }

    /// <summary>Sets the learning rate before each epoch: a schedule that depends on the epoch's number alone, so that a resumed run keeps to it.</summary>
    /// <param name="rate">Epoch number, from 1 → learning rate > 0, of every group of every optimiser.</param>
    public TrainingRun WithRate(Func<int, double> rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return BeforeEach(number =>
        {
            foreach (var group in State.Optimisers.SelectMany(optimiser => optimiser.ParamGroups)) group.LearningRate = rate(number);
        });
    }

    /// <summary>Lets the learning rate fall by the same factor from each epoch to the next.</summary>
    /// <param name="first">In the first epoch, > 0.</param>
    /// <param name="last">In the last one, > 0.</param>
    public TrainingRun WithRate(double first, double last)
    {
        Require.Positive(first, nameof(first));
        Require.Positive(last, nameof(last));
        return WithRate(epoch => first * Math.Pow(last / first, (epoch - 1.0) / Math.Max(1, Of - 1)));
    }

    /// <summary>Sets something before each epoch that depends on the epoch's number alone, so that a resumed run keeps to it.</summary>
    /// <param name="set">Gets the epoch's number, from 1.</param>
    public TrainingRun BeforeEach(Action<int> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return new(Of, number =>
        {
            set(number);
            return _epoch(number);
        }, State);
    }

    /// <inheritdoc/>
    public IEnumerator<Epoch> GetEnumerator() => From(1).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
