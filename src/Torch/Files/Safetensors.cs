using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.PyBridge;

/// <summary>Weight files in the safetensors format: the length of a JSON header, the header, and the tensors' bytes.</summary>
public static class Safetensors
{
    private const long LargestHeader = 100_000_000;
    private const string Metadata = "__metadata__";

    private static readonly Dictionary<string, ScalarType> Types = new()
    {
        ["F64"] = ScalarType.Float64,
        ["F32"] = ScalarType.Float32,
        ["F16"] = ScalarType.Float16,
        ["BF16"] = ScalarType.BFloat16,
        ["I64"] = ScalarType.Int64,
        ["I32"] = ScalarType.Int32,
        ["I16"] = ScalarType.Int16,
        ["I8"] = ScalarType.Int8,
        ["U8"] = ScalarType.Byte,
        ["BOOL"] = ScalarType.Bool,
    };

    private sealed record Entry(string Name, ScalarType Type, long[] Shape, long Start);

    /// <summary>Reads named tensors.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keysToKeep">The names to read; null reads all.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut off, damaged or of another format.</exception>
    public static Dictionary<string, Tensor> LoadStateDict(string path, List<string>? keysToKeep = null)
    {
        using var stream = WholeFile.Open(path);
        return WholeFile.Naming(path, () => LoadStateDict(stream, leaveOpen: true, keysToKeep));
    }

    /// <inheritdoc cref="LoadStateDict(string, List{string}?)"/>
    /// <param name="stream">The file's bytes; the stream must be seekable.</param>
    /// <param name="leaveOpen">Whether the stream stays open.</param>
    /// <param name="keysToKeep">The names to read; null reads all.</param>
    public static Dictionary<string, Tensor> LoadStateDict(Stream stream, bool leaveOpen = false, List<string>? keysToKeep = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException("The stream must be seekable.", nameof(stream));
        try
        {
            var tensors = new Dictionary<string, Tensor>();
            foreach (var entry in Entries(stream))
            {
                if (keysToKeep?.Contains(entry.Name) == false)
                    continue;
                stream.Position = entry.Start;
                tensors.Add(entry.Name, TensorFile.ReadElements(stream, entry.Shape, entry.Type));
            }

            return tensors;
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException or FormatException or OverflowException
            or KeyNotFoundException or TorchException)
        {
            throw new InvalidDataException($"The file is cut off or not in the safetensors format: {e.Message}", e);
        }
        finally
        {
            if (!leaveOpen)
                stream.Dispose();
        }
    }

    /// <summary>Writes named tensors.</summary>
    public static void SaveStateDict(string path, Dictionary<string, Tensor> stateDict) =>
        WholeFile.Write(path, stream => SaveStateDict(stream, stateDict, leaveOpen: true));

    /// <inheritdoc cref="SaveStateDict(string, Dictionary{string, Tensor})"/>
    public static void SaveStateDict(Stream stream, Dictionary<string, Tensor> stateDict, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(stateDict);
        // Wide elements first, so that all are aligned.
        var ordered = stateDict.OrderByDescending(e => SizeOf(e.Value.dtype)).ThenBy(e => e.Key, StringComparer.Ordinal).ToList();
        var header = Header(ordered);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var (_, tensor) in ordered)
            tensor.WriteElements(stream);
        if (!leaveOpen)
            stream.Dispose();
    }

    private static byte[] Header(List<KeyValuePair<string, Tensor>> tensors)
    {
        long offset = 0;
        var header = new Dictionary<string, object>();
        foreach (var (name, tensor) in tensors)
        {
            var type = Types.FirstOrDefault(t => t.Value == tensor.dtype).Key
                ?? throw new ArgumentException($"\"{name}\" is {tensor.dtype}, which safetensors has no name for.", nameof(tensors));
            var end = offset + tensor.numel() * SizeOf(tensor.dtype);
            header.Add(name, new { dtype = type, tensor.shape, data_offsets = new[] { offset, end } });
            offset = end;
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        return [.. json, .. Enumerable.Repeat((byte)' ', (8 - json.Length % 8) % 8)];
    }

    private static List<Entry> Entries(Stream stream)
    {
        Span<byte> number = stackalloc byte[8];
        stream.ReadExactly(number);
        var length = BinaryPrimitives.ReadInt64LittleEndian(number);
        var left = stream.Length - stream.Position;
        if (length < 2 || length > Math.Min(left, LargestHeader))
            throw new InvalidDataException($"Not in the safetensors format: a header of {length} bytes, {left} left in the file.");
        var json = new byte[length];
        stream.ReadExactly(json);
        using var header = JsonDocument.Parse(json);
        var data = stream.Position;
        return [.. header.RootElement.EnumerateObject().Where(p => p.Name != Metadata).Select(p => Checked(p, data, stream.Length - data))];
    }

    private static Entry Checked(JsonProperty property, long data, long bytes)
    {
        var name = property.Value.GetProperty("dtype").GetString() ?? "null";
        if (!Types.TryGetValue(name, out var type))
            throw new InvalidDataException($"\"{property.Name}\" is of type {name}; known are {string.Join(", ", Types.Keys)}.");
        long[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())];
        long[] offsets = [.. property.Value.GetProperty("data_offsets").EnumerateArray().Select(n => n.GetInt64())];
        var needed = shape.Aggregate((long)SizeOf(type), (product, size) => size >= 0
            ? checked(product * size)
            : throw new InvalidDataException($"\"{property.Name}\" has a size of {size}."));
        return offsets is [>= 0, _] && offsets[1] <= bytes && offsets[1] - offsets[0] == needed
            ? new(property.Name, type, shape, data + offsets[0])
            : throw new InvalidDataException(
                $"\"{property.Name}\" should lie at bytes [{string.Join(", ", offsets)}] of {bytes}; {name} [{string.Join(", ", shape)}] needs {needed}.");
    }
}
