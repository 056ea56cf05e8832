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
        public Tensor this[params TensorIndex[] indices]
        {
            get
            {
                using var scope = NewDisposeScope();
                var (view, places) = Sliced(indices);
                return scope.MoveToOuter(places is null ? view : IndexTensors.Call(view, Value.Optional(places)));
            }

            set
            {
                ArgumentNullException.ThrowIfNull(value);
                using var scope = NewDisposeScope();
                var (view, places) = Sliced(indices);
                if (places is null)
                    view.copy_(value);
                else
                    IndexPut_.CallInPlace(view, Value.Optional(places), value.to(view.dtype, view.device));
            }
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor this[long i1]
        {
            get => select(0, Existing(i1, 0));
            set => Write(value, i1);
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor this[Tensor index]
        {
            get => this[TensorIndex.Tensor(index)];
            set => this[TensorIndex.Tensor(index)] = value;
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor this[params Tensor[] indices]
        {
            get => this[Array.ConvertAll(indices, TensorIndex.Tensor)];
            set => this[Array.ConvertAll(indices, TensorIndex.Tensor)] = value;
        }

        /// <summary>The part that <c>this[indices]</c> gives.</summary>
        public Tensor index(params TensorIndex[] indices) => this[indices];
        /// <inheritdoc cref="index(TensorIndex[])"/>
        public Tensor index(params Tensor[] indices) => this[indices];
        /// <summary>Writes a value where indices point; with accumulate, adds it, also repeatedly.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            IndexPut_.CallInPlace(this, Value.Optional(indices), value, accumulate);
        /// <summary>Writes a value to a part.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            this[indices] = value;
            return this;
        }

        private void Write(Tensor value, long i1)
        {
            ArgumentNullException.ThrowIfNull(value);
            using var scope = NewDisposeScope();
            this[i1].copy_(value);
        }

        private long Existing(long index, int dim) => ndim > dim
            ? index
            : throw new ArgumentException($"A tensor of {ndim} dimensions has no dimension {dim} to index.", nameof(index));

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
                        if (index.IndexKind == Kind.Bool)
                        {
                            view = view.unsqueeze(dim);
                            tensor = torch.tensor(index.Number != 0 ? [0L] : Array.Empty<long>());
                        }

                        while (places.Count < dim - folded)
                            places.Add(null);
                        places.Add(tensor);
                        var spans = index.IndexKind == Kind.Bool ? 1 : Spans(tensor!);
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
