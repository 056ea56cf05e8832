using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// TorchSharp's binary form of a tensor: type, number of dimensions and sizes as LEB128 numbers, then the elements' bytes in row-major order.
/// </summary>
internal static class TensorFile
{
    private const int MostDimensions = 64;

    /// <summary>Writes a number in LEB128: seven bits a byte, the lowest first, the top bit set on all but the last.</summary>
    internal static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    /// <summary>Reads a number in LEB128.</summary>
    internal static long Decode(this BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Read7BitEncodedInt64();
    }

    /// <summary>Writes a tensor.</summary>
    internal static void Save(torch.Tensor tensor, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Encode((long)tensor.dtype);
        writer.Encode(tensor.ndim);
        foreach (var size in tensor.shape)
            writer.Encode(size);
        writer.Flush();
        tensor.WriteElements(writer.BaseStream);
    }

    /// <summary>Reads a tensor.</summary>
    /// <exception cref="InvalidDataException">The data is cut off or not of this format.</exception>
    internal static torch.Tensor Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Guarded(() => ReadParts(reader));
    }

    /// <summary>Reads a count and as many named tensors.</summary>
    /// <exception cref="InvalidDataException">The data is cut off or not of this format.</exception>
    internal static Dictionary<string, torch.Tensor> ReadNamed(BinaryReader reader) => Guarded(() =>
    {
        var entries = new Dictionary<string, torch.Tensor>();
        var count = reader.Decode();
        if (count < 0)
            throw new InvalidDataException($"The data says that it has {count} entries.");
        for (var left = count; left > 0; left--)
        {
            var name = reader.ReadString();
            if (!entries.TryAdd(name, ReadParts(reader)))
                throw new InvalidDataException($"The data has two entries named \"{name}\".");
        }

        return entries;
    });

    private static torch.Tensor ReadParts(BinaryReader reader)
    {
        var type = reader.Decode();
        var dimensions = reader.Decode();
        if (type is < 0 or > sbyte.MaxValue || !Enum.IsDefined((torch.ScalarType)type) || dimensions is < 0 or > MostDimensions)
            throw new InvalidDataException($"Not a tensor: type {type}, {dimensions} dimensions.");
        var shape = new long[dimensions];
        var bytes = (long)torch.SizeOf((torch.ScalarType)type);
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = reader.Decode();
            bytes = checked(bytes * shape[i]);
        }

        if (reader.BaseStream.CanSeek && bytes > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException($"The data is cut off: a tensor of {bytes} bytes, {reader.BaseStream.Length - reader.BaseStream.Position} left.");
        return ReadElements(reader.BaseStream, shape, (torch.ScalarType)type);
    }

    /// <summary>Makes a tensor of the next bytes of a stream, in row-major order.</summary>
    internal static unsafe torch.Tensor ReadElements(Stream stream, long[] shape, torch.ScalarType type)
    {
        var tensor = torch.empty(shape, type);
        var info = tensor.Info;
        var bytes = info.Elements * torch.SizeOf(type);
        for (long done = 0; done < bytes;)
        {
            var part = (int)Math.Min(bytes - done, 1 << 30);
            stream.ReadExactly(new Span<byte>((byte*)info.Data + done, part));
            done += part;
        }

        GC.KeepAlive(tensor);
        return tensor;
    }

    /// <summary>Writes a tensor's bytes, in row-major order.</summary>
    internal static unsafe void WriteElements(this torch.Tensor tensor, Stream stream)
    {
        using var silent = torch.no_grad();
        using var plain = tensor.InMemory();
        using var dense = plain.contiguous();
        var info = dense.Info;
        var bytes = info.Elements * torch.SizeOf((torch.ScalarType)info.DType);
        for (long done = 0; done < bytes;)
        {
            var part = (int)Math.Min(bytes - done, 1 << 30);
            stream.Write(new ReadOnlySpan<byte>((byte*)info.Data + done, part));
            done += part;
        }
    }

    /// <summary>Turns what reading throws on bad data into <see cref="InvalidDataException"/>.</summary>
    internal static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or OverflowException or ArgumentException or TorchException)
        {
            throw new InvalidDataException("The data is cut off or not in TorchSharp's format.", e);
        }
    }
}

public static partial class torch
{
    /// <summary>Writes a tensor to a file, in TorchSharp's format.</summary>
    public static void save(Tensor t, string location)
    {
        WholeFile.Write(location, stream =>
        {
            using var writer = new BinaryWriter(stream);
            t.Save(writer);
        });
    }

    /// <summary>Reads a tensor from a file in TorchSharp's format.</summary>
    /// <exception cref="InvalidDataException">The file is cut off or not of this format.</exception>
    public static Tensor load(string location)
    {
        using var reader = new BinaryReader(WholeFile.Open(location));
        return WholeFile.Naming(location, () => TensorFile.Read(reader));
    }

    public partial class Tensor
    {
        /// <summary>Writes the tensor to a file, in TorchSharp's format.</summary>
        public void save(string location) => torch.save(this, location);

        /// <summary>Reads a tensor from a file in TorchSharp's format.</summary>
        public static Tensor load(string location) => torch.load(location);

        /// <summary>Reads a tensor in TorchSharp's format.</summary>
        public static Tensor Load(BinaryReader reader) => TensorFile.Read(reader);
        /// <inheritdoc cref="Load(BinaryReader)"/>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            return TensorFile.Read(reader);
        }

        /// <inheritdoc cref="load(string)"/>
        public static Tensor Load(string location) => torch.load(location);

        /// <summary>Turns this object into another type or place of the same values; a leaf stays a leaf.</summary>
        internal void Become(ScalarType type, Device device)
        {
            if (type == dtype && device == this.device)
                return;
            var wanted = requires_grad;
            using var converted = to(type, device).detach();
            var (old, fresh) = (_handle, converted.Retain());
            _handle = fresh;
            Native.shim_release(old);
            requires_grad = wanted;
        }
    }
}
