using TorchSharp.Interop;

namespace TorchSharp;

// Elements picked, set and added by index tensors and masks.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Places of a dimension, in the order of <paramref name="index"/>.</summary>
        public Tensor index_select(long dim, Tensor index) => IndexSelect.Call(this, Dimension(dim, ndim), index);
        /// <summary>Adds alpha · source to places of a dimension; places may repeat.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            IndexAdd.Call(this, Dimension(dim, ndim), index, source, alpha);
        /// <summary>Adds alpha · source to places of a dimension in place; places may repeat.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            IndexAdd_.CallInPlace(this, Dimension(dim, ndim), index, source, alpha);
        /// <summary>With places of a dimension set to a value.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) => IndexFill.Call(this, Dimension(dim, ndim), index, value);
        /// <summary>Sets places of a dimension to a value.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => IndexFill_.CallInPlace(this, Dimension(dim, ndim), index, value);
        /// <summary>With places of a dimension taken from <paramref name="source"/>.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) => IndexCopy.Call(this, Dimension(dim, ndim), index, source);
        /// <summary>Sets places of a dimension from <paramref name="source"/>.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => IndexCopy_.CallInPlace(this, Dimension(dim, ndim), index, source);
        /// <summary>For each element of <paramref name="index"/>, the element at that place of a dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Gather.Call(this, Dimension(dim, ndim), index);
        /// <summary>With src written to the places of a dimension that index names.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Scatter.Call(this, Dimension(dim, ndim), index, src);
        /// <inheritdoc cref="scatter(long, Tensor, Tensor)"/>
        internal Tensor scatter(long dim, Tensor index, Scalar value) => ScatterValue.Call(this, Dimension(dim, ndim), index, value);
        /// <summary>Writes src to the places of a dimension that index names.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Scatter_.CallInPlace(this, Dimension(dim, ndim), index, src);
        /// <inheritdoc cref="scatter_(long, Tensor, Tensor)"/>
        internal Tensor scatter_(long dim, Tensor index, Scalar value) => ScatterValue_.CallInPlace(this, Dimension(dim, ndim), index, value);
        /// <summary>With src added at the places of a dimension that index names.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => ScatterAdd.Call(this, Dimension(dim, ndim), index, src);
        /// <summary>Adds src at the places of a dimension that index names.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => ScatterAdd_.CallInPlace(this, Dimension(dim, ndim), index, src);
        /// <summary>With a value where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => MaskedFill.Call(this, mask, value);
        /// <summary>Sets a value where the mask is true.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => MaskedFill_.CallInPlace(this, mask, value);
        /// <summary>With consecutive elements of <paramref name="value"/> where the mask is true.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => MaskedScatter.Call(this, mask, value);
        /// <summary>Sets consecutive elements of <paramref name="value"/> where the mask is true.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => MaskedScatter_.CallInPlace(this, mask, value);
        /// <summary>The elements where the mask is true, as a vector.</summary>
        public Tensor masked_select(Tensor mask) => MaskedSelect.Call(this, mask);
        /// <summary>The elements at places of the flattened tensor.</summary>
        public Tensor take(Tensor index) => Take.Call(this, index);
        /// <summary>For each element of index, the element at that place along a dimension, shapes broadcasting.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => TakeAlongDim.Call(this, indices, Dimension(dim, ndim));
        /// <inheritdoc cref="take_along_dim(Tensor, long)"/>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => take_along_dim(tensor([.. indices]), dim);
        /// <summary>For each element of indices, the element at that place of the flattened tensor.</summary>
        public Tensor take_along_dim(Tensor indices) => TakeAlongDim.Call(this, indices);
        /// <inheritdoc cref="take_along_dim(Tensor)"/>
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor([.. indices]));
        /// <summary>The places of elements that are not zero, one a row.</summary>
        public Tensor argwhere() => Argwhere.Call(this);
        /// <summary>The places of elements that are not zero, one a row.</summary>
        public Tensor nonzero() => Nonzero.Call(this);
        /// <summary>The places of elements that are not zero, one tensor for each dimension.</summary>
        public IList<Tensor> nonzero_as_list() => torch.where(this != 0);

        private static readonly Operator IndexSelect = new("index_select"), IndexAdd = new("index_add"), IndexAdd_ = new("index_add_");
        private static readonly Operator IndexFill = new("index_fill.int_Scalar"), IndexFill_ = new("index_fill_.int_Scalar");
        private static readonly Operator IndexCopy = new("index_copy"), IndexCopy_ = new("index_copy_"), Gather = new("gather");
        private static readonly Operator Scatter = new("scatter.src"), ScatterValue = new("scatter.value"), Scatter_ = new("scatter_.src");
        private static readonly Operator ScatterValue_ = new("scatter_.value"), ScatterAdd = new("scatter_add"), ScatterAdd_ = new("scatter_add_");
        private static readonly Operator MaskedFill = new("masked_fill.Scalar"), MaskedFill_ = new("masked_fill_.Scalar");
        private static readonly Operator MaskedSelect = new("masked_select"), Take = new("take"), TakeAlongDim = new("take_along_dim");
        private static readonly Operator Nonzero = new("nonzero"), Argwhere = new("argwhere");
        private static readonly Operator MaskedScatter = new("masked_scatter"), MaskedScatter_ = new("masked_scatter_");
    }

    /// <summary>Places of a dimension, in the order of <paramref name="index"/>.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => Given(input).index_select(dim, index);
    /// <summary>Adds alpha · source to places of a dimension; places may repeat.</summary>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => Given(input).index_add(dim, index, source, alpha);
    /// <inheritdoc cref="index_add"/>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) => Given(input).index_add_(dim, index, source, alpha);
    /// <summary>With places of a dimension taken from <paramref name="source"/>.</summary>
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => Given(input).index_copy(dim, index, source);
    /// <inheritdoc cref="index_copy"/>
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => Given(input).index_copy_(dim, index, source);
    /// <summary>With places of a dimension set to a value.</summary>
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => Given(input).index_fill(dim, index, value);
    /// <inheritdoc cref="index_fill"/>
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => Given(input).index_fill_(dim, index, value);
    /// <summary>For each element of <paramref name="index"/>, the element at that place of a dimension.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => Given(input).gather(dim, index);
    /// <inheritdoc cref="gather(Tensor, long, Tensor)"/>
    /// <param name="sparse_grad">Whether the derivative is sparse: it never is.</param>
    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) => Given(input).gather(dim, index);
    /// <summary>With src written to the places of a dimension that index names.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter(dim, index, src);
    /// <summary>Writes src to the places of a dimension that index names.</summary>
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_(dim, index, src);
    /// <summary>With src added at the places of a dimension that index names.</summary>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_add(dim, index, src);
    /// <summary>Adds src at the places of a dimension that index names.</summary>
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_add_(dim, index, src);
    /// <summary>The elements where the mask is true, as a vector.</summary>
    public static Tensor masked_select(Tensor input, Tensor mask) => Given(input).masked_select(mask);
    /// <summary>The elements at places of the flattened tensor.</summary>
    public static Tensor take(Tensor input, Tensor index) => Given(input).take(index);
    /// <summary>For each element of indices, the element at that place along a dimension, shapes broadcasting.</summary>
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0L) => Given(input).take_along_dim(indices, dim);
    /// <inheritdoc cref="take_along_dim(Tensor, Tensor, long)"/>
    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0L) => Given(input).take_along_dim(indices, dim);
    /// <summary>The places of elements that are not zero, one a row.</summary>
    public static Tensor argwhere(Tensor input) => Given(input).argwhere();
    /// <summary>The places of elements that are not zero, one a row.</summary>
    public static Tensor nonzero(Tensor input) => Given(input).nonzero();
}
