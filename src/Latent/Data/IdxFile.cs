using System.Buffers.Binary;

namespace Latent.Data;

/// <summary>
/// An array of unsigned bytes in the IDX format of the MNIST files: two zero bytes, a type code (8: unsigned byte), the
/// number of dimensions, each dimension as a big-endian 32-bit integer, then the values, last dimension fastest.
/// </summary>
/// <param name="Shape">The dimensions, each ≥ 0.</param>
/// <param name="Values">The values, as many as the product of the dimensions.</param>
public sealed record IdxFile(IReadOnlyList<int> Shape, byte[] Values)
{
    private const string Format = "IDX";
    private const byte UnsignedByte = 8;

    /// <summary>Reads an IDX file, plain or compressed (<c>.gz</c>).</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">How many dimensions the file must have; null for any number.</param>
    /// <param name="sha256">The SHA-256 that the uncompressed content must have; null to skip this check.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message says how to fetch it.</exception>
    /// <exception cref="InvalidDataException">The magic number, the length or the checksum is not what it should be.</exception>
    public static IdxFile Read(string path, int? dimensions = null, string? sha256 = null) =>
        DataFile.Read(path, sha256, content => Parse(content, path, dimensions));

    /// <summary>Reads IDX bytes; <paramref name="path"/> names their origin in errors.</summary>
    /// <exception cref="InvalidDataException">The magic number or the length is not what it should be.</exception>
    public static IdxFile Parse(ReadOnlySpan<byte> content, string path, int? dimensions = null)
    {
        if (content.Length < 4) throw Wrong(path, "a magic number of 4 bytes", $"a file of {content.Length} bytes");
        int rank = content[3];
        if (content[0] != 0 || content[1] != 0 || content[2] != UnsignedByte || rank == 0 || (dimensions ?? rank) != rank)
        {
            var wanted = dimensions is int d ? $"0x{(UnsignedByte << 8) | d:x8}" : "0x000008nn (nn ≥ 1 dimensions)";
            throw Wrong(path, $"the magic number {wanted}", $"0x{BinaryPrimitives.ReadUInt32BigEndian(content):x8}");
        }

        var header = 4 + 4 * rank;
        if (content.Length < header) throw Wrong(path, $"a header of {header} bytes", $"a file of {content.Length} bytes");
        var shape = new int[rank];
        long count = 1;
        for (var i = 0; i < rank; i++)
        {
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(content[(4 + 4 * i)..]);
            if (shape[i] < 0) throw Wrong(path, $"dimension {i} ≥ 0", $"{shape[i]}");
            count = Math.Min(count * shape[i], int.MaxValue);
        }

        DataFile.RequireLength(path, Format, count, content.Length - header, $"values for {string.Join('×', shape)}");
        return new IdxFile(shape, content[header..].ToArray());
    }

    /// <summary>The file's content.</summary>
    public byte[] ToBytes()
    {
        var content = new byte[4 + 4 * Shape.Count + Values.Length];
        (content[2], content[3]) = (UnsignedByte, (byte)Shape.Count);
        foreach (var (i, size) in Shape.Index()) BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4 + 4 * i), size);
        Values.CopyTo(content.AsSpan(4 + 4 * Shape.Count));
        return content;
    }

    private static InvalidDataException Wrong(string path, string expected, string found) => DataFile.Unsound(path, Format, expected, found);
}
