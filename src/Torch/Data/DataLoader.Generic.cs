using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cuts a data set into batches, once through for each enumeration.</summary>
/// <typeparam name="T">What a sample is.</typeparam>
/// <typeparam name="S">What a batch is.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>Batches in the order of a sampler.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">How many samples a batch has.</param>
    /// <param name="collate_fn">Makes a batch on a device of samples.</param>
    /// <param name="shuffler">The numbers of the samples, in the order in which they come; enumerated anew each time.</param>
    /// <param name="device">Where batches shall be; null for the processor.</param>
    /// <param name="num_worker">How many threads read samples.</param>
    /// <param name="drop_last">Whether a last batch of fewer samples is left out.</param>
    /// <param name="disposeBatch">Whether the tensors of a batch are disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of a batch is less than 1.</exception>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate_fn);
        ArgumentNullException.ThrowIfNull(shuffler);
        (this.dataset, batch_size, this.collate_fn, sampler) = (dataset, (int)AtLeast(batchSize, 1), collate_fn, shuffler);
        (Device, num_workers, this.drop_last, DisposeBatch, DisposeDataset) =
            (device ?? CPU, Math.Max(num_worker, 1), drop_last, disposeBatch, disposeDataset);
    }

    /// <summary>Batches in the order of the samples, or in random order.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">How many samples a batch has.</param>
    /// <param name="collate_fn">Makes a batch on a device of samples.</param>
    /// <param name="shuffle">Whether samples come in random order.</param>
    /// <param name="device">Where batches shall be; null for the processor.</param>
    /// <param name="seed">The seed of the order, which is then the same each time; null for another order each time.</param>
    /// <param name="num_worker">How many threads read samples.</param>
    /// <param name="drop_last">Whether a last batch of fewer samples is left out.</param>
    /// <param name="disposeBatch">Whether the tensors of a batch are disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of a batch is less than 1.</exception>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, Order(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private static IEnumerable<long> Order(utils.data.Dataset<T> dataset, bool shuffle, int? seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset);
    }

    private static IEnumerable<long> InOrder(utils.data.Dataset<T> dataset)
    {
        for (var i = 0L; i < dataset.Count; i++)
            yield return i;
    }

    /// <summary>The samples.</summary>
    public utils.data.Dataset<T> dataset { get; }

    /// <summary>How many samples a batch has.</summary>
    public int batch_size { get; }

    /// <summary>Whether a last batch of fewer samples is left out.</summary>
    public bool drop_last { get; }

    /// <summary>The numbers of the samples, in the order in which they come.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>How many threads read samples.</summary>
    public int num_workers { get; }

    /// <summary>Makes a batch on a device of samples.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>Where batches are.</summary>
    public Device Device { get; }

    /// <summary>Whether the tensors of a batch are disposed when the next one is asked for.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether the data set is disposed with the loader.</summary>
    public bool DisposeDataset { get; }

    /// <summary>How many batches there are.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    /// <summary>The batches.</summary>
    public IEnumerator<S> GetEnumerator()
    {
        foreach (var numbers in sampler.Chunk(batch_size))
        {
            if (drop_last && numbers.Length < batch_size)
                yield break;
            var (batch, tensors) = Make(numbers);
            try
            {
                yield return batch;
            }
            finally
            {
                foreach (var tensor in tensors)
                    tensor.Dispose();
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A batch, and what is to be disposed when it is used up; what samples were made of is disposed here.</summary>
    private (S Batch, IReadOnlyList<IDisposable> Tensors) Make(long[] numbers)
    {
        using var samples = NewDisposeScope();
        var items = Read(numbers);
        using var batch = NewDisposeScope();
        var made = collate_fn(items, Device);
        var tensors = batch.DisposablesView;
        batch.Detach(tensors);
        if (DisposeBatch)
            return (made, tensors);
        foreach (var tensor in tensors)
            samples.OuterScope?.Attach(tensor);
        return (made, []);
    }

    private T[] Read(long[] numbers)
    {
        var items = new T[numbers.Length];
        if (num_workers == 1)
        {
            for (var i = 0; i < items.Length; i++)
                items[i] = dataset.GetTensor(numbers[i]);
            return items;
        }

        try
        {
            Parallel.For(0, items.Length, new() { MaxDegreeOfParallelism = num_workers }, i => items[i] = dataset.GetTensor(numbers[i]));
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return items;
    }

    /// <summary>Disposes the data set, if it is the loader's.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
            dataset.Dispose();
    }
}
