using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Data sets one after the other.</summary>
    /// <typeparam name="T">What a sample is.</typeparam>
    public class ConcatDataset<T> : utils.data.Dataset<T>
    {
        private readonly utils.data.IDataset<T>[] _datasets;
        private readonly long[] _ends;
        private readonly bool _owns;

        /// <summary>Data sets one after the other.</summary>
        /// <param name="datasets">At least one.</param>
        /// <param name="autoDispose">Whether they are disposed with this one.</param>
        public ConcatDataset(IEnumerable<utils.data.IDataset<T>> datasets, bool autoDispose = true)
        {
            ArgumentNullException.ThrowIfNull(datasets);
            (_datasets, _owns) = ([.. datasets], autoDispose);
            if (_datasets.Length == 0)
                throw new ArgumentException("There is no data set.", nameof(datasets));
            var end = 0L;
            _ends = [.. _datasets.Select(d => end += d.Count)];
        }

        /// <summary>The data sets.</summary>
        public IReadOnlyList<utils.data.IDataset<T>> datasets => _datasets;

        /// <summary>How many samples there are up to the end of each data set.</summary>
        public IReadOnlyList<long> cumulative_sizes => _ends;

        /// <inheritdoc/>
        public override long Count => _ends[^1];

        /// <summary>A sample; negative numbers count from the end.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
        public override T GetTensor(long index)
        {
            var place = index < 0 ? index + Count : index;
            if (place < 0 || place >= Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} samples.");
            var part = Array.FindIndex(_ends, end => place < end);
            return _datasets[part][part == 0 ? place : place - _ends[part - 1]];
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing && _owns)
                foreach (var dataset in _datasets)
                    dataset.Dispose();
            base.Dispose(disposing);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                /// <summary>Data sets one after the other; they are disposed with the result.</summary>
                /// <typeparam name="T">What a sample is.</typeparam>
                public static ConcatDataset<T> ConcatDataset<T>(IEnumerable<IDataset<T>> datasets) => new(datasets);
            }
        }
    }
}
