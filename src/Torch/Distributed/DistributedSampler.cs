using System.Collections;
using DistributedGroup = TorchSharp.torch.distributed;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tools beside tensors and modules.</summary>
    public static partial class utils
    {
        /// <summary>Data sets and how to go through them.</summary>
        public static partial class data
        {
            /// <summary>What splits data between ranks.</summary>
            public static class distributed
            {
                /// <summary>
                /// The examples of one rank, by number. All ranks shuffle the same way and take turns, so that the k-th batches of the ranks together
                /// are the k-th batch of a single process. When the data cannot be split evenly, some examples come twice, or are left out. The order
                /// is that of PyTorch's sampler of the same name.
                /// </summary>
                public sealed class DistributedSampler : IReadOnlyCollection<long>
                {
                    private readonly long _examples, _seed;
                    private readonly int _ranks, _rank;
                    private readonly bool _shuffle;
                    private long _epoch;

                    /// <summary>A share of <paramref name="dataset_size"/> examples.</summary>
                    /// <param name="dataset_size">How many examples there are in all; at least 1.</param>
                    /// <param name="num_replicas">How many share them; by default the number of ranks.</param>
                    /// <param name="rank">Whose share this is, from 0; by default this process's.</param>
                    /// <param name="shuffle">Whether each epoch has an order of its own; else they come by number.</param>
                    /// <param name="seed">Of the shuffling; the same on all ranks.</param>
                    /// <param name="drop_last">Whether to leave out what cannot be split evenly, instead of repeating examples.</param>
                    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
                    /// <exception cref="InvalidOperationException">There is no process group to take defaults from.</exception>
                    public DistributedSampler(
                        long dataset_size, int? num_replicas = null, int? rank = null, bool shuffle = true, long seed = 0, bool drop_last = false)
                    {
                        ArgumentOutOfRangeException.ThrowIfLessThan(dataset_size, 1);
                        (_examples, _shuffle, _seed) = (dataset_size, shuffle, seed);
                        _ranks = num_replicas ?? DistributedGroup.Group.WorldSize;
                        _rank = rank ?? DistributedGroup.Group.Rank;
                        ArgumentOutOfRangeException.ThrowIfLessThan(_ranks, 1, nameof(num_replicas));
                        if (_rank < 0 || _rank >= _ranks)
                            throw new ArgumentOutOfRangeException(nameof(rank), _rank, $"With {_ranks} replicas, rank must be from 0 to {_ranks - 1}, not {_rank}.");
                        Count = checked((int)(drop_last ? dataset_size / _ranks : (dataset_size + _ranks - 1) / _ranks));
                    }

                    /// <summary>How many examples this rank has in an epoch: as many as each other one.</summary>
                    public int Count { get; }

                    /// <summary>Says which epoch begins, so that it is shuffled in its own way. Without it every epoch has the same order.</summary>
                    public void set_epoch(long epoch) => _epoch = epoch;

                    /// <summary>The examples of the epoch.</summary>
                    public IEnumerator<long> GetEnumerator()
                    {
                        var order = _shuffle ? Shuffled() : null;
                        for (var i = 0; i < Count; i++)
                        {
                            var place = (_rank + (long)i * _ranks) % _examples;
                            yield return order is null ? place : order[place];
                        }
                    }

                    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

                    private long[] Shuffled()
                    {
                        using var generator = new Generator((ulong)(_seed + _epoch));
                        using var order = randperm(_examples, generator: generator);
                        return order.data<long>().ToArray();
                    }
                }
            }
        }
    }
}
