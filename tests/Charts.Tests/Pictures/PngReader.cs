using System.Diagnostics;

namespace Charts.Tests.Pictures;

/// <summary>Reads a PNG with Python's own zlib and CRC, so that nothing of our encoder checks itself.</summary>
internal static class PngReader
{
    private const string Script = """
        import sys, struct, zlib
        data = sys.stdin.buffer.read()
        assert data[:8] == b"\x89PNG\r\n\x1a\n", "signature"
        place, chunks = 8, {}
        while place < len(data):
            (size,) = struct.unpack(">I", data[place:place + 4])
            name, body = data[place + 4:place + 8], data[place + 8:place + 8 + size]
            (crc,) = struct.unpack(">I", data[place + 8 + size:place + 12 + size])
            assert crc == zlib.crc32(name + body), "checksum of " + name.decode()
            chunks.setdefault(name.decode(), b""); chunks[name.decode()] += body
            place += 12 + size
        assert list(chunks)[0] == "IHDR" and list(chunks)[-1] == "IEND", "order"
        width, height, depth, kind, method, filters, interlace = struct.unpack(">IIBBBBB", chunks["IHDR"])
        assert (depth, kind, method, filters, interlace) == (8, 3, 0, 0, 0), "header"
        rows = zlib.decompress(chunks["IDAT"])
        assert len(rows) == height * (width + 1), "length"
        alpha = chunks["tRNS"] + b"\xff" * 256
        print(width, height)
        for y in range(height):
            line = rows[y * (width + 1):(y + 1) * (width + 1)]
            assert line[0] == 0, "filter"
            print(" ".join("%02x%02x%02x%02x" % (*chunks["PLTE"][3 * i:3 * i + 3], alpha[i]) for i in line[1:]))
        """;

    /// <returns>Width, height and the pixels as "rrggbbaa" [height][width].</returns>
    public static (int Width, int Height, string[][] Pixels) Read(byte[] png)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Script])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(png);
        process.StandardInput.Close();
        var lines = process.StandardOutput.ReadToEnd().TrimEnd().Split('\n');
        var problem = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, problem);
        var size = lines[0].Split(' ').Select(int.Parse).ToArray();
        return (size[0], size[1], [.. lines.Skip(1).Select(line => line.Split(' '))]);
    }
}
