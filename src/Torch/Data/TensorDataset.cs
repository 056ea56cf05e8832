using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The rows of tensors.</summary>
    public class TensorDataset : utils.data.IterableDataset
    {
        private readonly Tensor[] _tensors;

        internal TensorDataset(Tensor[] tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (tensors.Length == 0 || tensors.Any(t => t is null || t.ndim == 0 || t.shape[0] != tensors[0].shape[0]))
                throw new ArgumentException("There must be tensors, all with the same number of rows.", nameof(tensors));
            _tensors = [.. tensors];
        }

        /// <summary>How many rows there are.</summary>
        public override long Count => _tensors[0].shape[0];

        /// <summary>A row of each tensor: views of them.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
        public IList<Tensor> this[long index]
        {
            get
            {
                if (index < 0 || index >= Count)
                    throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} rows.");
                return [.. _tensors.Select(t => t.select(0, index))];
            }
        }

        /// <inheritdoc cref="this[long]"/>
        public override IList<Tensor> GetTensor(long index) => this[index];
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
                /// <summary>The rows of tensors, which stay the caller's to dispose.</summary>
                /// <param name="tensors">Tensors with the same number of rows.</param>
                /// <exception cref="ArgumentException">The numbers differ, or there is no tensor.</exception>
                public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
            }
        }
    }
}
