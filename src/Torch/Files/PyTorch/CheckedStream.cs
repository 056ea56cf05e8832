using System.IO.Compression;

namespace TorchSharp.PyBridge;

/// <summary>Reads an archive's entry and compares its checksum (CRC-32, RFC 1952) with the archive's once all of it was read; .NET does not.</summary>
/// <param name="entry">The entry.</param>
internal sealed class CheckedStream(ZipArchiveEntry entry) : Stream
{
    private const uint Polynomial = 0xedb88320;
    private const int Slices = 8;
    private static readonly uint[][] Tables = MakeTables();
    private readonly Stream _content = entry.Open();
    private uint _sum = uint.MaxValue;
    private long _left = entry.Length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => entry.Length;

    public override long Position
    {
        get => entry.Length - _left;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = _content.Read(buffer);
        _sum = Add(_sum, buffer[..count]);
        _left -= count;
        if (_left == 0 && count > 0 && ~_sum != entry.Crc32)
            throw new InvalidDataException($"{entry.FullName} is damaged: its checksum is {~_sum:x8}, {entry.Crc32:x8} is expected.");
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Eight bytes at a time: the tables tell what each does to the sum after those behind it.</summary>
    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var first = sum ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            sum = Tables[7][first & 0xff] ^ Tables[6][(first >> 8) & 0xff] ^ Tables[5][(first >> 16) & 0xff] ^ Tables[4][first >> 24]
                ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
        }

        foreach (var b in bytes)
            sum = Tables[0][(sum ^ b) & 0xff] ^ (sum >> 8);
        return sum;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[Slices][];
        for (var slice = 0; slice < Slices; slice++)
        {
            tables[slice] = new uint[256];
            for (uint b = 0; b < 256; b++)
                if (slice > 0)
                    tables[slice][b] = (tables[slice - 1][b] >> 8) ^ tables[0][tables[slice - 1][b] & 0xff];
                else
                    tables[slice][b] = Enumerable.Range(0, 8).Aggregate(b, (sum, _) => (sum >> 1) ^ ((sum & 1) * Polynomial));
        }

        return tables;
    }
}
