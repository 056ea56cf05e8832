namespace Latent.Data;

/// <summary>
/// The MNIST digits (LeCun, Cortes, Burges): 60,000 training and 10,000 test images of 28×28 pixels, classes 0–9.
/// </summary>
public static class Mnist
{
    private static readonly ImageSet Set = new(
        "MNIST",
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /// <summary>Loads the four IDX files and verifies their checksums. The caller disposes the result.</summary>
    /// <param name="folder">The folder that holds the four files; null: folder <c>mnist</c> in <see cref="DataFolder"/>.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is corrupt, truncated or of another format.</exception>
    public static DataSplit Load(string? folder = null) =>
        Set.Load(folder is null ? Path.Combine(DataFolder.Resolve(), "mnist") : DataFolder.Resolve(folder), "");
}
