using System.IO.Compression;
using Latent.Data;

namespace Latent.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("latent-idx-").FullName;

    // 2 images of 2×3 pixels
    private static byte[] Sound => [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_sound_file_gives_shape_and_values()
    {
        var read = IdxFile.Read(Write(Sound), dimensions: 3);
        Assert.Equal([2, 2, 3], read.Shape);
        Assert.Equal(Sound[16..], read.Values);
    }

    [Fact]
    public void A_compressed_file_reads_the_same()
    {
        var path = Path.Combine(_folder, "images.gz");
        using (var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest)) zip.Write(Sound);
        Assert.Equal(Sound[16..], IdxFile.Read(path).Values);
    }

    [Fact]
    public void A_file_that_is_not_gzip_says_so()
    {
        var path = Write(Sound, "images.gz");
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("gzip", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_says_how_to_fetch_it()
    {
        var path = Path.Combine(_folder, "absent");
        var error = Assert.Throws<FileNotFoundException>(() => IdxFile.Read(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("./build.sh data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_magic_number_is_named_with_the_right_one()
    {
        var content = Sound;
        content[2] = 0x0d;
        Expect(content, "the magic number 0x00000803", "0x00000d03");
    }

    [Fact]
    public void A_label_file_in_place_of_images_has_the_wrong_magic_number() =>
        Expect([0, 0, 8, 1, 0, 0, 0, 1, 7], "the magic number 0x00000803", "0x00000801");

    [Fact]
    public void A_truncated_file_says_expected_and_found() => Expect(Sound[..^5], "12 values for 2×2×3", "7: the file is truncated");

    [Fact]
    public void A_truncated_header_says_expected_and_found() => Expect(Sound[..10], "a header of 16 bytes", "a file of 10 bytes");

    [Fact]
    public void An_empty_file_says_expected_and_found() => Expect([], "a magic number of 4 bytes", "a file of 0 bytes");

    [Fact]
    public void Trailing_bytes_are_an_error() => Expect([.. Sound, 0, 0, 0], "12 values", "15: 3 trailing bytes");

    [Fact]
    public void A_negative_dimension_is_an_error()
    {
        var content = Sound;
        content[4] = 0xff;
        Expect(content, "dimension 0 ≥ 0", "-");
    }

    [Fact]
    public void A_changed_byte_fails_the_checksum_with_both_sums()
    {
        var sum = Checksum.Sha256(Sound);
        Assert.Equal(2, IdxFile.Read(Write(Sound), 3, sum).Shape[0]);
        var changed = Sound;
        changed[^1] ^= 1;
        var path = Write(changed);
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path, 3, sum));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(sum, error.Message, StringComparison.Ordinal);
        Assert.Contains(Checksum.Sha256(path), error.Message, StringComparison.Ordinal);
    }

    private void Expect(byte[] content, string expected, string found)
    {
        var path = Write(content);
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path, dimensions: 3));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("expected " + expected, error.Message, StringComparison.Ordinal);
        Assert.Contains(found, error.Message[error.Message.IndexOf("found", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private string Write(byte[] content, string name = "images")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
