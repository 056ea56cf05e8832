namespace TorchSharp;

// Tensors of the type and on the device of another, or in its shape.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All 0, of this type and on this device unless others are given.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(new[] { size }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(new[] { rows, columns }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(new[] { dim0, dim1, dim2 }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_zeros(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(new[] { dim0, dim1, dim2, dim3 }, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>All 1, of this type and on this device unless others are given.</summary>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones(new[] { size }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_ones(long, ScalarType?, Device?, bool)"/>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones(new[] { rows, columns }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_ones(long, ScalarType?, Device?, bool)"/>
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones(new[] { dim0, dim1, dim2 }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_ones(long, ScalarType?, Device?, bool)"/>
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones(new[] { dim0, dim1, dim2, dim3 }, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>Undefined values, of this type and on this device unless others are given.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(new[] { size }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(new[] { rows, columns }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(new[] { dim0, dim1, dim2 }, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_empty(long[], ScalarType?, Device?, bool)"/>
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty(new[] { dim0, dim1, dim2, dim3 }, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>All of one value, of this type and on this device unless others are given.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(new[] { size }, value, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(new[] { rows, columns }, value, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(new[] { dim0, dim1, dim2 }, value, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <inheritdoc cref="new_full(long[], Scalar, ScalarType?, Device?, bool)"/>
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(new[] { dim0, dim1, dim2, dim3 }, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        /// <summary>All 0 in this shape.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);
        /// <summary>All 1 in this shape.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);
        /// <summary>Undefined values in this shape.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty_like(this, dtype, device, requires_grad);
        /// <summary>All of one value in this shape.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);
    }
}
