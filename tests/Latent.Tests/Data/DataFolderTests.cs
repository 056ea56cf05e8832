using Latent.Data;

namespace Latent.Tests.Data;

public sealed class DataFolderTests
{
    [Fact]
    public void It_is_found_in_the_repository() => Assert.True(Directory.Exists(Path.Combine(DataFolder.Resolve(), "mnist")));

    [Fact]
    public void A_folder_given_wins()
    {
        var folder = Directory.CreateTempSubdirectory("latent-data-").FullName;
        Assert.Equal(folder, DataFolder.Resolve(folder));
        Directory.Delete(folder);
        var error = Assert.Throws<DirectoryNotFoundException>(() => DataFolder.Resolve(folder));
        Assert.Contains(folder, error.Message, StringComparison.Ordinal);
    }
}
