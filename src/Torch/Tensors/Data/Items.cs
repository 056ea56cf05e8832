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
            var value = *(T*)info.Data;
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The elements' memory as raw bytes; the tensor must be contiguous.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                var info = Info;
                if (!info.IsContiguous)
                    throw new InvalidOperationException("bytes needs a contiguous tensor; call contiguous() first.");
                Native.shim_bump_version(Handle);
                return new(info.Data, checked((int)(info.Elements * SizeOf((ScalarType)info.DType))));
            }
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

        /// <summary>The single element as a double.</summary>
        public double ToDouble() => ToScalar().ToDouble();
        /// <summary>The single element as a float.</summary>
        public float ToSingle() => ToScalar().ToSingle();
        /// <summary>The single element as a half-precision number.</summary>
        public Half ToHalf() => (Half)ToScalar().ToSingle();
        /// <summary>The single element as a long.</summary>
        public long ToInt64() => ToScalar().ToInt64();
        /// <summary>The single element as an int.</summary>
        public int ToInt32() => ToScalar().ToInt32();
        /// <summary>The single element as a short.</summary>
        public short ToInt16() => (short)ToScalar().ToInt64();
        /// <summary>The single element as a byte.</summary>
        public byte ToByte() => (byte)ToScalar().ToInt64();
        /// <summary>The single element as a signed byte.</summary>
        public sbyte ToSByte() => (sbyte)ToScalar().ToInt64();
        /// <summary>Whether the single element is not zero.</summary>
        public bool ToBoolean() => ToScalar().ToBoolean();
        /// <summary>Whether the single element is not zero.</summary>
        public bool is_nonzero() => ToBoolean();

#pragma warning disable CS1591 // The single element as a number.
        public static explicit operator double(Tensor value) => value.ToDouble();
        public static explicit operator float(Tensor value) => value.ToSingle();
        public static explicit operator long(Tensor value) => value.ToInt64();
        public static explicit operator int(Tensor value) => value.ToInt32();
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
