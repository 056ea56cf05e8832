using System.IO.Compression;

namespace Latent.Data;

/// <summary>A file of a data set. What is wrong with one says what was expected, what was found and how to fetch the file again.</summary>
internal static class DataFile
{
    /// <summary>The content of a file, decompressed if its name ends in <c>.gz</c>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a gzip file, though it is named so.</exception>
    public static byte[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path)) throw new FileNotFoundException($"{Path.GetFullPath(path)} does not exist. {DataFolder.HowToFetch}", path);
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return File.ReadAllBytes(path);
        using var plain = new MemoryStream();
        try
        {
            using var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            zipped.CopyTo(plain);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: expected a gzip file, found something else or a damaged one ({e.Message}).", e);
        }

        return plain.ToArray();
    }

    /// <summary>Reads a file as <paramref name="parse"/> understands it, then requires that its content has the given SHA-256; null: any.</summary>
    public static T Read<T>(string path, string? sha256, Func<byte[], T> parse)
    {
        var content = Read(path);
        var parsed = parse(content); // first, since its errors say more than a wrong checksum
        if (sha256 is not null) Checksum.Verify(path, content, sha256);
        return parsed;
    }

    /// <summary>Requires that as much follows the header as it promises.</summary>
    public static void RequireLength(string path, string format, long expected, long found, string what)
    {
        if (found < expected) throw Unsound(path, format, $"{expected} {what}", $"{found}: the file is truncated");
        if (found > expected) throw Unsound(path, format, $"{expected} {what}", $"{found}: {found - expected} trailing bytes");
    }

    /// <summary>The error of a file that is not what its format says.</summary>
    public static InvalidDataException Unsound(string path, string format, string expected, string found) =>
        new($"{path} is not a sound {format} file: expected {expected}, found {found}. {DataFolder.HowToFetch}");
}
