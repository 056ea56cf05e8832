using System.Buffers.Binary;
using System.Text;
using Latent.Data;

namespace Latent.Tests.Data;

public sealed class NpyFileTests
{
    private const string Header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";

    private static readonly double[] Numbers = [0.5, -1, 3e-300, 0, double.PositiveInfinity, 1.0 / 3];

    [Fact]
    public void What_NumPy_saved_is_read_to_the_last_bit()
    {
        // python3 -c 'import numpy, io; b = io.BytesIO(); numpy.save(b, numpy.array([1.5, -2, 1/3])); print(b.getvalue().hex())'
        const string Saved =
            "934e554d5059010076007b276465736372273a20273c6638272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028332c29"
            + "2c207d2020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020200a"
            + "000000000000f83f00000000000000c0555555555555d53f";
        var read = NpyFile.Parse(Convert.FromHexString(Saved), "three.npy");
        Assert.Equal([3], read.Shape);
        Assert.Equal([1.5, -2, 1.0 / 3], read.Values);
    }

    [Fact]
    public void A_sound_file_gives_shape_and_values()
    {
        var read = NpyFile.Parse(File(Header), "numbers.npy");
        Assert.Equal([2, 3], read.Shape);
        Assert.Equal(Numbers, read.Values);
        Assert.Equal([], NpyFile.Parse(File(Header.Replace("(2, 3)", "()", StringComparison.Ordinal), 1), "one.npy").Shape);
        Assert.Equal([], NpyFile.Parse(File(Header.Replace("(2, 3)", "(0, 3)", StringComparison.Ordinal), 0), "none.npy").Values);
    }

    [Fact]
    public void Other_kinds_of_arrays_are_refused_by_what_they_are()
    {
        Expect(File(Header.Replace("<f8", ">f8", StringComparison.Ordinal)), "little-endian doubles", ">f8");
        Expect(File(Header.Replace("<f8", "|u1", StringComparison.Ordinal)), "little-endian doubles", "|u1");
        Expect(File(Header.Replace("False", "True", StringComparison.Ordinal)), "the last dimension fastest", "True");
        Expect(File(Header.Replace("'shape'", "'form'", StringComparison.Ordinal)), "a header with a shape", "'form'");
        Expect(File(Header.Replace("(2, 3)", "(2, 99999999999)", StringComparison.Ordinal)), "dimension 1 up to 2147483647", "99999999999");
        var second = File(Header);
        second[6] = 2;
        Expect(second, "the first bytes 934e554d50590100 (version 1.0)", "934e554d50590200");
    }

    [Fact]
    public void A_file_of_another_length_says_expected_and_found()
    {
        Expect([], "a preamble of 10 bytes", "a file of 0 bytes");
        Expect(File(Header)[..40], $"a header of {Header.Length} bytes", "30 bytes: the file is truncated");
        Expect(File(Header)[..^3], "48 bytes for 2×3 doubles", "45: the file is truncated");
        Expect([.. File(Header), 7], "48 bytes for 2×3 doubles", "49: 1 trailing bytes");
        Expect(File(Header.Replace("(2, 3)", "(2000000000, 2000000000)", StringComparison.Ordinal)), $"at most {Array.MaxLength} values", "2000000000×2000000000");
    }

    private static byte[] File(string header, int numbers = 6)
    {
        byte[] content = [0x93, .. "NUMPY"u8, 1, 0, 0, 0, .. Encoding.Latin1.GetBytes(header), .. Numbers.Take(numbers).SelectMany(n => BitConverter.GetBytes(n))];
        BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(8), (ushort)header.Length);
        return content;
    }

    private static void Expect(byte[] content, string expected, string found)
    {
        var error = Assert.Throws<InvalidDataException>(() => NpyFile.Parse(content, "some.npy"));
        Assert.StartsWith("some.npy", error.Message, StringComparison.Ordinal);
        Assert.Contains($"expected {expected}", error.Message, StringComparison.Ordinal);
        Assert.Contains(found, error.Message[error.Message.IndexOf("found", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
