using System.Security.Cryptography;

namespace Latent.Data;

/// <summary>SHA-256 of a file's content, the fingerprint that pins a data set.</summary>
public static class Checksum
{
    /// <summary>The SHA-256 of some bytes, as 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The SHA-256 of a file, as 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string Sha256(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Requires that <paramref name="content"/>, read from <paramref name="path"/>, has the given SHA-256.</summary>
    /// <exception cref="InvalidDataException">It has another one: the file is corrupt.</exception>
    public static void Verify(string path, ReadOnlySpan<byte> content, string expected)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expected);
        var found = Sha256(content);
        if (!string.Equals(found, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException(
                $"{path}: the content is corrupt. Expected SHA-256 {expected}, found {found}. {DataFolder.HowToFetch}");
        }
    }
}
