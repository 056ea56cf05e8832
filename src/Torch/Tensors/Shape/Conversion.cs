using TorchSharp.Interop;

namespace TorchSharp;

// Other types, copies, and values written in place.
public static partial class torch
{
    /// <summary>As Float32.</summary>
    public static Tensor FloatTensor(Tensor t) => Given(t).to_type(ScalarType.Float32);
    /// <summary>As Bool.</summary>
    public static Tensor BoolTensor(Tensor t) => Given(t).to_type(ScalarType.Bool);
    /// <summary>As Byte.</summary>
    public static Tensor ByteTensor(Tensor t) => Given(t).to_type(ScalarType.Byte);
    /// <summary>As Int16.</summary>
    public static Tensor ShortTensor(Tensor t) => Given(t).to_type(ScalarType.Int16);
    /// <summary>As Float64.</summary>
    public static Tensor DoubleTensor(Tensor t) => Given(t).to_type(ScalarType.Float64);
    /// <summary>As Int64.</summary>
    public static Tensor LongTensor(Tensor t) => Given(t).to_type(ScalarType.Int64);
    /// <summary>As Int32.</summary>
    public static Tensor IntTensor(Tensor t) => Given(t).to_type(ScalarType.Int32);

    public partial class Tensor
    {
        /// <summary>The elements as another type; this tensor's own if it is that type and no copy is asked for.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(ToType.Call(this, type, non_blocking, copy), disposeAfter);
        /// <inheritdoc cref="to_type"/>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);
        /// <summary>On another device.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(ToDevice.Call(this, Needed(device), dtype, non_blocking, copy), disposeAfter);
        /// <summary>As another type on another device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(ToDevice.Call(this, Needed(device), type, non_blocking, copy), disposeAfter);
        /// <inheritdoc cref="to(Device, bool, bool, bool)"/>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);
        /// <inheritdoc cref="to(Device, bool, bool, bool)"/>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);
        /// <summary>With type and device of <paramref name="other"/>.</summary>
        public Tensor to(Tensor other, bool non_blocking = false)
        {
            ArgumentNullException.ThrowIfNull(other);
            return to(other.dtype, other.device, non_blocking: non_blocking);
        }

        /// <summary>With the type of <paramref name="tensor"/>.</summary>
        public Tensor type_as(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return to_type(tensor.dtype);
        }

        /// <inheritdoc cref="to_type"/>
        public Tensor type(ScalarType dtype) => to_type(dtype);
        /// <summary>What the function makes of the tensor.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc)
        {
            ArgumentNullException.ThrowIfNull(typeFunc);
            return typeFunc(this);
        }

        /// <summary>On a graphics card.</summary>
        /// <exception cref="ArgumentException">Always: this build has none.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? new(DeviceType.CUDA), non_blocking: non_blocking);
        /// <summary>In the processor's memory.</summary>
        public Tensor cpu() => to(CPU);
        /// <summary>As Float32.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);
        /// <summary>As Float64.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);
        /// <summary>As Int64.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);
        /// <summary>As Int32.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);
        /// <summary>As Bool: what is not zero is true.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);
        /// <summary>As Byte.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);
        /// <summary>As Int16.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);
        /// <summary>As Int8.</summary>
        public Tensor @char() => to_type(ScalarType.Int8);
        /// <summary>As BFloat16.</summary>
        public Tensor bfloat16() => to_type(ScalarType.BFloat16);
        /// <summary>As ComplexFloat32.</summary>
        public Tensor cfloat() => to_type(ScalarType.ComplexFloat32);
        /// <summary>As ComplexFloat64.</summary>
        public Tensor cdouble() => to_type(ScalarType.ComplexFloat64);
        /// <summary>As Float16.</summary>
        public Tensor half() => to_type(ScalarType.Float16);

        /// <summary>A copy with memory of its own; gradients flow through it.</summary>
        public Tensor clone() => Clone.Call(this);
        /// <summary>The elements one after the other in memory: this tensor's own if they are so already.</summary>
        public Tensor contiguous() => Contiguous.Call(this);
        /// <summary>With all elements stored.</summary>
        public Tensor to_dense() => is_sparse ? ToDense.Call(this) : alias();
        /// <summary>The same memory, outside the graph of derivatives.</summary>
        public Tensor detach() => Detach.Call(this);
        /// <summary>Takes the tensor out of the graph of derivatives, in place.</summary>
        public Tensor detach_() => Detach_.CallInPlace(this);

        /// <summary>Copies values in, converting type and broadcasting shape.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Copy_.CallInPlace(this, source, nonBlocking);
        /// <summary>Sets all elements to 0.</summary>
        public Tensor zero_() => Zero_.CallInPlace(this);
        /// <summary>Sets all elements to a value.</summary>
        public Tensor fill_(Scalar value) => Fill_.CallInPlace(this, value);
        /// <summary>Uses the memory, shape and strides of another tensor from now on.</summary>
        public Tensor set_(Tensor source) => Set_.CallInPlace(this, source);
        /// <summary>Sets the diagonal of a matrix to a value.</summary>
        internal Tensor fill_diagonal_(Scalar value, bool wrap = false) => FillDiagonal_.CallInPlace(this, value, wrap);

        private static Device Needed(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            return Known(device)!;
        }

        private Tensor Converted(Tensor result, bool disposeAfter)
        {
            if (disposeAfter)
                Dispose();
            return result;
        }

        private static readonly Operator ToType = new("to.dtype"), ToDevice = new("to.device"), Clone = new("clone");
        private static readonly Operator Contiguous = new("contiguous"), Detach = new("detach"), Detach_ = new("detach_"), ToDense = new("to_dense");
        private static readonly Operator Copy_ = new("copy_"), Zero_ = new("zero_");
        private static readonly Operator Fill_ = new("fill_.Scalar"), Set_ = new("set_.source_Tensor"), FillDiagonal_ = new("fill_diagonal_");
    }
}
