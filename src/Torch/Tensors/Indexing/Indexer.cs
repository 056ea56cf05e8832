using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using Kind = TorchSharp.torch.TensorIndex.Kind;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A part of the tensor, by NumPy's rules: places, ranges, ellipsis and new dimensions give views, tensors give copies.</summary>
        /// <exception cref="ArgumentException">There are more indices than dimensions.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get
            {
                using var scope = NewDisposeScope();
                var (view, places) = Sliced(indices);
                return scope.MoveToOuter(places is null ? view : IndexTensors.Call(view, Value.Optional(places)));
            }

            set => index_put_(value, indices, accumulate: false);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, Existing(i1, 0));
            set => Write(value, i1);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At([i1, i2]);
            set => Write(value, i1, i2);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At([i1, i2, i3]);
            set => Write(value, i1, i2, i3);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At([i1, i2, i3, i4]);
            set => Write(value, i1, i2, i3, i4);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => At([i1, i2, i3, i4, i5]);
            set => Write(value, i1, i2, i3, i4, i5);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => At([i1, i2, i3, i4, i5, i6]);
            set => Write(value, i1, i2, i3, i4, i5, i6);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => At(indices);
            set => Write(value, indices);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => this[TensorIndex.Of(indices)];
            set => this[TensorIndex.Of(indices)] = value;
        }

        /// <summary>The part that <c>this[indices]</c> gives.</summary>
        public Tensor index(params TensorIndex[] indices) => this[indices];
        /// <inheritdoc cref="index(TensorIndex[])"/>
        public Tensor index(params Tensor[] indices) => this[indices];

        /// <summary>Writes a value to a part.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);
        /// <summary>Writes a value to a part; with accumulate, adds it, also repeatedly where places repeat.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(value);
            using var scope = NewDisposeScope();
            var (view, places) = Sliced(indices);
            if (places is not null)
                IndexPut_.CallInPlace(view, Value.Optional(places), value.to(view.dtype, view.device), accumulate);
            else if (accumulate)
                view.add_(value);
            else
                view.copy_(value);
            return this;
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, accumulate: false);
        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[], bool)"/>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(indices);
            return index_put_(value, TensorIndex.Of(indices), accumulate);
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = full([], value, dtype);
            return index_put_(filled, indices, accumulate: false);
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            return index_put_(value, TensorIndex.Of(indices));
        }

        private Tensor At(long[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            using var scope = NewDisposeScope();
            var view = this;
            for (var i = 0; i < indices.Length; i++)
                view = view.select(0, view.Existing(indices[i], 0));
            return scope.MoveToOuter(ReferenceEquals(view, this) ? alias() : view);
        }

        private void Write(Tensor value, params long[] indices)
        {
            ArgumentNullException.ThrowIfNull(value);
            using var scope = NewDisposeScope();
            At(indices).copy_(value);
        }

        private long Existing(long index, int dim) => ndim > dim
            ? index
            : throw new ArgumentException("There are more indices than dimensions.", nameof(index));

        /// <summary>Applies what gives views, and gathers what tensors point at: per dimension of the view, or null.</summary>
        private (Tensor View, Tensor?[]? Places) Sliced(TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            var taken = 0L;
            var ellipses = 0;
            foreach (var index in indices)
            {
                if (index.IndexKind is Kind.Single or Kind.Slice)
                    taken++;
                else if (index.IndexKind == Kind.Tensor)
                    taken += Spans(index.Places!);
                else if (index.IndexKind == Kind.Ellipsis)
                    ellipses++;
            }

            if (taken > ndim || ellipses > 1)
                throw new ArgumentException(
                    ellipses > 1 ? "There can be only one ellipsis." : $"{taken} indices for a tensor of {ndim} dimensions (shape {Shaped()}).",
                    nameof(indices));
            return Apply(indices, ndim - taken);
        }

        private (Tensor View, Tensor?[]? Places) Apply(TensorIndex[] indices, long spared)
        {
            var view = this;
            // A mask of k dimensions is one entry of the list for k dimensions of the view.
            var (dim, folded) = (0L, 0L);
            List<Tensor?> places = [];
            foreach (var index in indices)
            {
                switch (index.IndexKind)
                {
                    case Kind.Single:
                        view = view.select(dim, index.Number);
                        break;
                    case Kind.Slice:
                        if (index.Start is not null || index.Stop is not null || index.Step is not null)
                            view = Slice.Call(view, dim, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1);
                        dim++;
                        break;
                    case Kind.Ellipsis:
                        dim += spared;
                        break;
                    case Kind.None:
                        view = view.unsqueeze(dim++);
                        break;
                    default:
                        var tensor = index.Places;
                        var single = index.IndexKind == Kind.Bool || (tensor!.dtype == ScalarType.Bool && tensor.ndim == 0);
                        if (single)
                        {
                            view = view.unsqueeze(dim);
                            tensor = torch.tensor(tensor?.ToBoolean() ?? index.Number != 0 ? [0L] : Array.Empty<long>());
                        }
                        else if (tensor!.dtype is ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32)
                        {
                            tensor = tensor.to(ScalarType.Int64);
                        }

                        while (places.Count < dim - folded)
                            places.Add(null);
                        places.Add(tensor);
                        var spans = single ? 1 : Spans(tensor!);
                        (dim, folded) = (dim + spans, folded + spans - 1);
                        break;
                }
            }

            return (ReferenceEquals(view, this) ? alias() : view, places.Count > 0 ? [.. places] : null);
        }

        /// <summary>How many dimensions an index tensor takes: truth values take as many as they have.</summary>
        private static long Spans(Tensor index) => index.dtype is ScalarType.Bool or ScalarType.Byte ? index.ndim : 1;

        private static readonly Operator IndexTensors = new("index.Tensor"), IndexPut_ = new("index_put_");
    }
}
