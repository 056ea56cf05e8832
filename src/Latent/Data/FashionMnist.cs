namespace Latent.Data;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul, Vollgraf 2017): ten kinds of clothing in the layout of MNIST, from Debian's package
/// <c>dataset-fashion-mnist</c>.
/// </summary>
public static class FashionMnist
{
    /// <summary>Where Debian's package puts the files.</summary>
    public const string DebianFolder = "/usr/share/datasets/fashion-mnist";

    /// <summary>The names of the classes, by label.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    private static readonly ImageSet Set = new(
        "Fashion-MNIST",
        "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
        "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
        "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
        "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    /// <summary>Loads the four compressed files and verifies their checksums. The caller disposes the result.</summary>
    /// <param name="folder">The folder that holds the four files; null: where Debian's package puts them.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist; the message names the package.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is corrupt, truncated or of another format.</exception>
    public static DataSplit Load(string? folder = null)
    {
        if (folder is null && !Directory.Exists(DebianFolder))
        {
            throw new DirectoryNotFoundException(
                $"{DebianFolder} does not exist. To get it, type: sudo apt-get install dataset-fashion-mnist");
        }

        return Set.Load(DataFolder.Resolve(folder ?? DebianFolder), ".gz");
    }
}
