using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

// Elements as .NET numbers.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements, for reading and writing in place; the tensor's type must be that of <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException">The elements are of another type.</exception>
        public Utils.TensorAccessor<T> data<T>() where T : unmanaged
        {
            Require<T>();
            return new(this);
        }

        /// <summary>The single element; the tensor's type must be that of <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException">The element is of another type, or there is not exactly one.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            var info = Info;
            if (info.Elements != 1)
                throw new ArgumentException($"item<{typeof(T).Name}>() needs a tensor of one element; this one has {info.Elements} (shape {Shaped()}).");
            Require<T>();
            if (info.Data != null && !is_complex())
            {
                var value = *(T*)info.Data;
                GC.KeepAlive(this);
                return value;
            }

            using var plain = InMemory();
            return *(T*)plain.Info.Data;
        }

        /// <summary>The elements' memory as raw bytes; the tensor must be contiguous.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                var info = Info;
                if (!info.IsContiguous || (info.Data == null && info.Elements > 0))
                    throw new InvalidOperationException("bytes needs a contiguous tensor; call contiguous() first.");
                Native.shim_bump_version(Handle);
                return new(info.Data, checked((int)(info.Elements * SizeOf((ScalarType)info.DType))));
            }

            set
            {
                var own = bytes;
                if (value.Length != own.Length)
                    throw new ArgumentException($"The tensor has {own.Length} bytes, but {value.Length} were given.", nameof(value));
                value.CopyTo(own);
            }
        }

        /// <summary>Writes the elements' memory to a stream; the tensor must be contiguous.</summary>
        /// <param name="stream">Where to write.</param>
        /// <param name="bufferSize">Of no effect: nothing is copied on the way.</param>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            stream.Write(bytes);
        }

        /// <summary>Reads the elements' memory from a stream; the tensor must be contiguous.</summary>
        /// <param name="stream">Where to read.</param>
        /// <param name="bufferSize">Of no effect: nothing is copied on the way.</param>
        /// <exception cref="EndOfStreamException">The stream ends before.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            stream.ReadExactly(bytes);
        }

        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);
        /// <summary>The element with number <paramref name="i"/> in row-major order, of a tensor of this type.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
        public T ReadCpuValue<T>(long i) where T : unmanaged
        {
            using var accessor = data<T>();
            return accessor.At(i);
        }

        /// <summary>The single element as a number of any type.</summary>
        /// <exception cref="ArgumentException">There is not exactly one element.</exception>
        public Scalar ToScalar()
        {
            var count = numel();
            return count == 1
                ? LocalScalar.CallScalar(this)
                : throw new ArgumentException($"A number needs a tensor of one element; this one has {count} (shape {Shaped()}).");
        }

        /// <summary>Whether the single element is not zero.</summary>
        public bool is_nonzero() => this.ToBoolean();

#pragma warning disable CS1591 // The single element as a number.
        public static explicit operator double(Tensor value) => value.ToDouble();
        public static explicit operator float(Tensor value) => value.ToSingle();
        public static explicit operator long(Tensor value) => value.ToInt64();
        public static explicit operator int(Tensor value) => value.ToInt32();
        public static explicit operator short(Tensor value) => value.ToInt16();
        public static explicit operator sbyte(Tensor value) => value.ToSByte();
        public static explicit operator byte(Tensor value) => value.ToByte();
        public static explicit operator bool(Tensor value) => value.ToBoolean();
#pragma warning restore CS1591

        internal string Shaped() => $"[{string.Join(", ", shape)}]";

        private void Require<T>([CallerMemberName] string caller = "")
        {
            var wanted = TypeOf<T>();
            if (dtype != wanted)
                throw new ArgumentException(
                    $"{caller}<{typeof(T).Name}>() reads {wanted}, but the tensor is {dtype}: convert it with to_type or name its own type.");
        }

        private static readonly Operator LocalScalar = new("_local_scalar_dense");
    }
}
