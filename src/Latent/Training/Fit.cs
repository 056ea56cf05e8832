using System.Diagnostics;
using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Training;

/// <summary>The training loop: a lazy sequence of epochs. There is no other loop in the library.</summary>
public static class Fit
{
    /// <summary>
    /// Trains when enumerated: for each epoch, for each batch, one call of <paramref name="step"/>. Early stopping is
    /// <c>TakeWhile</c>, keeping the values is <see cref="EpochSequence.ToHistory"/>, surviving a kill is <c>Checkpointed</c>.
    /// </summary>
    /// <typeparam name="TBatch">What a step learns from.</typeparam>
    /// <param name="epochs">How many epochs, ≥ 1.</param>
    /// <param name="state">What the steps change: kept by checkpoints.</param>
    /// <param name="batches">The batches of an epoch, made one by one; any randomness comes from the state's generator.</param>
    /// <param name="step">Updates the parameters from a batch and reports its losses. Tensors it makes are freed after it.</param>
    public static TrainingRun Epochs<TBatch>(
        int epochs, TrainingState state, Func<Generator, IEnumerable<TBatch>> batches, Func<TBatch, StepResult> step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(step);
        return new TrainingRun(epochs, number => One(number, epochs, batches(state.Generator), step), state);
    }

    /// <summary>Trains on shuffled batches of images by gradient steps on a loss.</summary>
    /// <param name="epochs">How many epochs, ≥ 1.</param>
    /// <param name="state">Model, optimiser and generator.</param>
    /// <param name="images">What to train on.</param>
    /// <param name="batchSize">Images a batch, ≥ 1.</param>
    /// <param name="loss">The loss of a batch.</param>
    public static TrainingRun Epochs(
        int epochs, TrainingState state, LabelledImages images, int batchSize, Func<LabelledImages, ILoss> loss)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(state);
        var step = GradientStep(state.Optimiser, loss, (LabelledImages batch) => batch.Count);
        return Epochs(epochs, state, generator => images.Batches(batchSize, generator), step);
    }

    /// <summary>The usual step: \(\theta \leftarrow \theta - \mathrm{step}(\nabla_\theta L)\).</summary>
    /// <param name="optimiser">Decides the step from the gradient.</param>
    /// <param name="loss">The loss of a batch.</param>
    /// <param name="examples">How many examples a batch stands for.</param>
    public static Func<TBatch, StepResult> GradientStep<TBatch>(
        optim.Optimizer optimiser, Func<TBatch, ILoss> loss, Func<TBatch, long> examples)
    {
        ArgumentNullException.ThrowIfNull(optimiser);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(examples);
        return batch =>
        {
            optimiser.zero_grad();
            var value = loss(batch);
            value.Total.backward();
            optimiser.step();
            return StepResult.Of(examples(batch), value);
        };
    }

    private static Epoch One<TBatch>(int number, int of, IEnumerable<TBatch> batches, Func<TBatch, StepResult> step)
    {
        var clock = Stopwatch.StartNew();
        var names = new List<string>();
        var sums = new List<double>();
        long examples = 0;
        using var source = batches.GetEnumerator();
        while (true)
        {
            using var scope = NewDisposeScope();
            if (!source.MoveNext()) break;
            var result = step(source.Current);
            Add(result, names, sums);
            examples += result.Examples;
        }

        if (examples == 0) throw new InvalidOperationException($"Epoch {number} had no batch to learn from.");
        return new Epoch(number, of, [.. names.Select((name, i) => new KeyValuePair<string, double>(name, sums[i] / examples))], clock.Elapsed.TotalSeconds);
    }

    private static void Add(StepResult result, List<string> names, List<double> sums)
    {
        foreach (var (name, value) in result.Losses)
        {
            var at = names.IndexOf(name);
            if (at < 0)
            {
                at = names.Count;
                names.Add(name);
                sums.Add(0);
            }

            sums[at] += value * result.Examples;
        }
    }
}
