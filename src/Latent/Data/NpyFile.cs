using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Latent.Data;

/// <summary>
/// An array of doubles in NumPy's format <c>.npy</c>, version 1.0: the bytes <c>93 N U M P Y 1 0</c>, the header's length as a little-endian 16-bit integer,
/// the header as a Python dictionary of type, order and shape, then the values. Read here are little-endian doubles (<c>&lt;f8</c>), last dimension fastest.
/// </summary>
/// <param name="Shape">The dimensions, each ≥ 0.</param>
/// <param name="Values">The values, as many as the product of the dimensions.</param>
public sealed partial record NpyFile(IReadOnlyList<int> Shape, double[] Values)
{
    private const string Format = "NPY";
    private const int Preamble = 10;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The SHA-256 that its content must have; null to skip this check.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message says how to fetch it.</exception>
    /// <exception cref="InvalidDataException">The header, the length or the checksum is not what it should be.</exception>
    public static NpyFile Read(string path, string? sha256 = null) =>
        DataFile.Read(path, sha256, content => Parse(content, path));

    /// <summary>Reads the bytes of a file; <paramref name="path"/> names their origin in errors.</summary>
    /// <exception cref="InvalidDataException">The header or the length is not what it should be.</exception>
    public static NpyFile Parse(ReadOnlySpan<byte> content, string path)
    {
        if (content.Length < Preamble) throw Wrong(path, $"a preamble of {Preamble} bytes", $"a file of {content.Length} bytes");
        if (!content.StartsWith(Magic)) throw Wrong(path, $"the first bytes {Convert.ToHexStringLower(Magic)} (version 1.0)", Convert.ToHexStringLower(content[..Magic.Length]));
        int header = BinaryPrimitives.ReadUInt16LittleEndian(content[Magic.Length..]), start = Preamble + header;
        if (content.Length < start) throw Wrong(path, $"a header of {header} bytes", $"{content.Length - Preamble} bytes: the file is truncated");

        var text = Encoding.Latin1.GetString(content[Preamble..start]);
        Require("'descr': '<f8'", "little-endian doubles");
        Require("'fortran_order': False", "the last dimension fastest");
        var dimensions = ShapeEntry().Match(text) is { Success: true } entry
            ? entry.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : throw Wrong(path, "a header with a shape", text.Trim());
        var shape = new int[dimensions.Length];
        long count = 1;
        for (var i = 0; i < shape.Length; i++)
        {
            if (!int.TryParse(dimensions[i], out shape[i])) throw Wrong(path, $"dimension {i} up to {int.MaxValue}", dimensions[i]);
            if ((count *= shape[i]) > Array.MaxLength) throw Wrong(path, $"at most {Array.MaxLength} values", string.Join('×', dimensions));
        }

        DataFile.RequireLength(path, Format, count * sizeof(double), content.Length - start, $"bytes for {string.Join('×', shape)} doubles");
        var values = MemoryMarshal.Cast<byte, double>(content[start..]).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            var bits = MemoryMarshal.Cast<double, long>(values.AsSpan());
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        return new(shape, values);

        void Require(string entry, string meaning)
        {
            if (!text.Contains(entry, StringComparison.Ordinal)) throw Wrong(path, $"{meaning} ({entry})", text.Trim());
        }
    }

    [GeneratedRegex(@"'shape': \(([0-9, ]*)\)")]
    private static partial Regex ShapeEntry();

    private static InvalidDataException Wrong(string path, string expected, string found) => DataFile.Unsound(path, Format, expected, found);
}
