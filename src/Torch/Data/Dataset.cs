namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A number of samples.</summary>
            /// <typeparam name="T">What a sample is.</typeparam>
            public interface IDataset<out T> : IDisposable
            {
                /// <summary>How many samples there are.</summary>
                long Count { get; }

                /// <summary>A sample.</summary>
                T this[long index] { get; }
            }

            /// <summary>A number of samples; derive from it.</summary>
            /// <typeparam name="T">What a sample is.</typeparam>
            public abstract class Dataset<T> : IDataset<T>
            {
                /// <summary>How many samples there are.</summary>
                public abstract long Count { get; }

                T IDataset<T>.this[long index] => GetTensor(index);

                /// <summary>A sample. A loader with several workers calls this from several threads.</summary>
                public abstract T GetTensor(long index);

                /// <summary>Gives back what the set holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <inheritdoc cref="Dispose()"/>
                protected virtual void Dispose(bool disposing)
                {
                }
            }

            /// <summary>Samples of named tensors.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>;

            /// <summary>Samples of tensors in a list.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>;
        }
    }
}
