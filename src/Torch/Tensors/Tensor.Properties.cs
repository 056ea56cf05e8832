using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        internal unsafe TensorInfo Info
        {
            get
            {
                TensorInfo info;
                Native.Check(Native.shim_info(Handle, &info), "tensor");
                GC.KeepAlive(this);
                return info;
            }
        }

        /// <summary>The size of each dimension; empty for a single number.</summary>
        public long[] shape
        {
            get
            {
                var sizes = Info.Shape.ToArray();
                GC.KeepAlive(this);
                return sizes;
            }
        }

        /// <summary>The size of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension; negative counts from the last.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long size(int dim)
        {
            var info = Info;
            if (info.Dimensions == 0)
                throw new ArgumentOutOfRangeException(nameof(dim), dim, "A tensor of shape [] has no dimensions.");
            var size = info.Shape[Dimension(dim, info.Dimensions)];
            GC.KeepAlive(this);
            return size;
        }

        /// <summary>How far apart, in elements, neighbours along each dimension lie in memory.</summary>
        public unsafe long[] stride()
        {
            var info = Info;
            var strides = info.IsSparse ? [] : new ReadOnlySpan<long>(info.Strides, (int)info.Dimensions).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        /// <inheritdoc cref="stride()"/>
        public long stride(int dim) => stride()[Dimension(dim, ndim)];

        /// <summary>The number of dimensions.</summary>
        public long ndim => Info.Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long dim() => Info.Dimensions;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => Info.Dimensions;

        /// <summary>The number of elements.</summary>
        public long numel() => Info.Elements;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Info.Elements;

        /// <summary>The size of an element in bytes.</summary>
        public long ElementSize => SizeOf(dtype);

        /// <summary>The size of an element in bytes.</summary>
        public long element_size() => SizeOf(dtype);

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Info.DType;

        /// <summary>Where the elements are.</summary>
        public Device device => Info is var info && info.DeviceType == 0 ? CPU : new((DeviceType)info.DeviceType, info.DeviceIndex);

        /// <summary>The kind of device the elements are on.</summary>
        public DeviceType device_type => (DeviceType)Info.DeviceType;

        /// <summary>The number of the device among those of its kind; −1 for the processor.</summary>
        public int device_index => Info.DeviceIndex;

        /// <summary>Whether the elements are in the processor's memory.</summary>
        public bool is_cpu() => Info.DeviceType == (int)DeviceType.CPU;

        /// <summary>Whether the elements are on a graphics card: they are not.</summary>
        public bool is_cuda => Info.DeviceType == (int)DeviceType.CUDA;

        /// <summary>Whether there are no elements, only shape and type.</summary>
        public bool is_meta => Info.DeviceType == (int)DeviceType.META;

        /// <summary>A name of your choice, for your own use.</summary>
        public string? name { get; set; }

        /// <summary>Whether the elements are stored as non-zero entries only.</summary>
        public bool is_sparse => Info.IsSparse;

        /// <summary>Whether the elements lie in memory one after the other in row-major order.</summary>
        public bool is_contiguous() => Info.IsContiguous;

        /// <summary>Whether the elements are real floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are complex numbers.</summary>
        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the elements are integers or truth values.</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Where the first element lies in its storage, in elements.</summary>
        public long storage_offset() => Info.Offset;

        /// <summary>How often the tensor's memory has been written in place.</summary>
        public long _version
        {
            get
            {
                var version = Native.shim_tensor_version(Handle);
                GC.KeepAlive(this);
                return version;
            }
        }

        /// <summary>The non-negative number of a dimension.</summary>
        internal static int Dimension(long dim, long count, string name = "dim")
        {
            var least = Math.Max(count, 1);
            if (dim < -least || dim >= least)
                throw new ArgumentOutOfRangeException(
                    name, dim, $"A tensor of {count} dimensions takes {name} from {-least} to {least - 1}, not {dim}.");
            return (int)(dim < 0 ? dim + least : dim);
        }
    }
}
