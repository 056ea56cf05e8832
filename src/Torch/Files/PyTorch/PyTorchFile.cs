using System.IO.Compression;
using static TorchSharp.torch;

namespace TorchSharp.PyBridge;

/// <summary>
/// Weight files of Python's <c>torch.save</c> (since PyTorch 1.6): a zip archive of a pickle and the elements of tensors. Only tensors, dictionaries,
/// lists, numbers and texts are read; a pickle that names anything else is refused, and nothing in it is ever run.
/// </summary>
public static class PyTorchFile
{
    private const long LargestPickle = 256L << 20;

    /// <summary>Reads named tensors.</summary>
    /// <param name="location">The file.</param>
    /// <param name="path">Where the tensors are, if the file holds dictionaries in dictionaries: <c>"model"</c>, for example.</param>
    /// <returns>The tensors by name. Those that shared memory when they were saved share it again.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut off, damaged, of another format, or holds something else than tensors.</exception>
    public static Dictionary<string, Tensor> Load(string location, params string[] path)
    {
        using var stream = WholeFile.Open(location);
        return WholeFile.Naming(location, () => Load(stream, path));
    }

    /// <inheritdoc cref="Load(string, string[])"/>
    /// <param name="stream">The file's bytes; the stream must be seekable.</param>
    /// <param name="path">Where the tensors are.</param>
    public static Dictionary<string, Tensor> Load(Stream stream, params string[] path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(path);
        if (!stream.CanSeek)
            throw new ArgumentException("The stream must be seekable.", nameof(stream));
        try
        {
            Recognise(stream);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return Tensors(archive, path);
        }
        catch (Exception e) when (e is IOException or OverflowException or NotSupportedException or TorchException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"The file is cut off or damaged: {e.Message}", e);
        }
    }

    /// <summary>Writes named tensors as Python's <c>torch.load</c> reads them.</summary>
    public static void Save(string location, IReadOnlyDictionary<string, Tensor> tensors) => WholeFile.Write(location, stream => Save(stream, tensors));

    /// <inheritdoc cref="Save(string, IReadOnlyDictionary{string, Tensor})"/>
    public static void Save(Stream stream, IReadOnlyDictionary<string, Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Put("data.pkl", to => to.Write(PickleWriter.StateDict(tensors)));
        Put("version", to => to.Write("3\n"u8));
        var number = 0;
        foreach (var tensor in tensors.Values)
            Put($"data/{number++}", tensor.WriteElements);

        void Put(string name, Action<Stream> write)
        {
            using var to = archive.CreateEntry("archive/" + name, CompressionLevel.NoCompression).Open();
            write(to);
        }
    }

    private static void Recognise(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var length = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        stream.Position -= length;
        if (length < 4 || !start.SequenceEqual("PK\x03\x04"u8))
            throw new InvalidDataException(
                start[0] == 0x80
                    ? "This is the format of PyTorch before 1.6; load it there and save it again with a newer PyTorch."
                    : "Not a file of torch.save: a zip archive is expected.");
    }

    private static Dictionary<string, Tensor> Tensors(ZipArchive archive, string[] path)
    {
        var pickle = archive.Entries.FirstOrDefault(e => e.FullName.EndsWith("/data.pkl", StringComparison.Ordinal) && e.FullName.Count(c => c == '/') == 1)
            ?? throw new InvalidDataException("Not a file of torch.save: the archive has no data.pkl.");
        var folder = pickle.FullName[..^"data.pkl".Length];
        if (archive.GetEntry(folder + "constants.pkl") is not null)
            throw new InvalidDataException("This is a TorchScript program; save its state_dict() instead.");
        if (archive.GetEntry(folder + "byteorder") is { } order && !Content(order, 16).AsSpan().SequenceEqual("little"u8))
            throw new InvalidDataException("The numbers are not little-endian.");
        var entries = Named(new PickleReader(Content(pickle, LargestPickle)).Read(), path);
        var storages = new Dictionary<string, Tensor>();
        try
        {
            var tensors = new Dictionary<string, Tensor>();
            foreach (var (name, view) in entries)
                tensors.Add(name, Storage(view.Storage).as_strided(view.Size, view.Stride, view.Offset));
            return tensors;
        }
        finally
        {
            foreach (var storage in storages.Values)
                storage.Dispose();
        }

        Tensor Storage(PickledStorage storage) => storages.TryGetValue(storage.Key, out var known) && known.dtype == storage.Type
            ? known
            : storages[storage.Key] = Elements(archive, folder, storage);
    }

    private static Tensor Elements(ZipArchive archive, string folder, PickledStorage storage)
    {
        var entry = archive.GetEntry($"{folder}data/{storage.Key}") ?? throw new InvalidDataException($"The archive lacks the numbers data/{storage.Key}.");
        var bytes = checked(storage.Count * SizeOf(storage.Type));
        if (entry.Length != bytes || entry.CompressedLength != bytes)
            throw new InvalidDataException($"data/{storage.Key} has {entry.Length} bytes; {storage.Count} numbers of type {storage.Type} have {bytes}, uncompressed.");
        using var from = new CheckedStream(entry);
        return TensorFile.ReadElements(from, [storage.Count], storage.Type);
    }

    private static byte[] Content(ZipArchiveEntry entry, long most)
    {
        if (entry.Length > most || entry.CompressedLength != entry.Length)
            throw new InvalidDataException($"{entry.FullName} has {entry.Length} bytes; expected at most {most}, uncompressed.");
        var content = new byte[entry.Length];
        using var from = new CheckedStream(entry);
        from.ReadExactly(content);
        return content;
    }

    /// <summary>The tensors of a dictionary; a helpful word where there are none.</summary>
    private static List<(string Name, PickledTensor Tensor)> Named(object? root, string[] path)
    {
        foreach (var step in path)
            root = root is OrderedDictionary<object, object?> outer && outer.TryGetValue(step, out var inner)
                ? inner
                : throw new InvalidDataException($"There is no \"{step}\": the file holds {Description(root)}.");
        if (root is not OrderedDictionary<object, object?> dictionary)
            throw new InvalidDataException($"A dictionary of tensors is expected; the file holds {Description(root)}. Save the state_dict() of a module.");
        if (dictionary.Values.All(v => v is PickledTensor))
            return [.. dictionary.Select(e => (e.Key.ToString()!, (PickledTensor)e.Value!))];
        var hint = dictionary.FirstOrDefault(e => e is { Key: string, Value: OrderedDictionary<object, object?> }).Key;
        throw new InvalidDataException(
            $"A dictionary of tensors is expected; the file holds {Description(root)}."
            + (hint is null ? "" : $" Load one of them: module.load_state_dict(PyTorchFile.Load(file, \"{hint}\"))."));
    }

    private static string Description(object? value) => value is OrderedDictionary<object, object?> dictionary
        ? $"a dictionary with {string.Join(", ", dictionary.Take(8).Select(e => $"\"{e.Key}\" ({PickleCalls.Kind(e.Value)})"))}{(dictionary.Count > 8 ? ", …" : "")}"
        : PickleCalls.Kind(value);
}
