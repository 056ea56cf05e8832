using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Charts.Pictures;

/// <summary>Writes PNG files of indexed colour: one byte a pixel into a table of up to 256 colours.</summary>
internal static class Png
{
    private static readonly byte[] _signature = [137, 80, 78, 71, 13, 10, 26, 10];
    private static readonly uint[] _crcTable = [.. Enumerable.Range(0, 256).Select(CrcEntry)];

    /// <summary>Encodes a picture.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="pixels">Indices into the table [height × width].</param>
    /// <param name="palette">Red, green and blue of each colour [3 × colours].</param>
    /// <param name="transparent">The index drawn transparent.</param>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> palette, byte transparent)
    {
        using var file = new MemoryStream();
        file.Write(_signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, 3); // 8 bits a pixel, indexed; deflate, adaptive filters, not interlaced
        Chunk(file, "IHDR", header);
        Chunk(file, "PLTE", palette);
        Span<byte> alpha = stackalloc byte[transparent + 1];
        alpha.Fill(255);
        alpha[transparent] = 0;
        Chunk(file, "tRNS", alpha);
        Chunk(file, "IDAT", Compressed(width, height, pixels));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compressed(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0); // no filter: indices are not samples
                zlib.Write(pixels.Slice(row * width, width));
            }
        }

        return data.ToArray();
    }

    private static void Chunk(Stream file, string type, ReadOnlySpan<byte> data)
    {
        var body = new byte[4 + data.Length];
        Encoding.ASCII.GetBytes(type, body);
        data.CopyTo(body.AsSpan(4));
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
            crc = _crcTable[(crc ^ value) & 0xff] ^ (crc >> 8);
        return ~crc;
    }

    private static uint CrcEntry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++)
            entry = (entry & 1) == 0 ? entry >> 1 : 0xedb88320 ^ (entry >> 1);
        return entry;
    }
}
