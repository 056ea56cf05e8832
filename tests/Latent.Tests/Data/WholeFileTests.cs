using Latent.Data;

namespace Latent.Tests.Data;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("latent-whole-").FullName;

    [Fact]
    public void A_write_that_fails_half_way_leaves_the_old_file_and_no_other()
    {
        var path = Path.Combine(_folder, "made", "numbers");
        WholeFile.Write(path, file => file.Write([1, 2, 3]));
        Assert.Throws<IOException>(() => WholeFile.Write(path, file =>
        {
            file.Write([4]);
            throw new IOException("disk full");
        }));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        WholeFile.Write(path, file => file.Write([5]));
        Assert.Equal([5], File.ReadAllBytes(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
