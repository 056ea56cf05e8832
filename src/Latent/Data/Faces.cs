using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>
/// A hundred faces and a hundred pictures of none, 25×25 pixels, cut from Labeled Faces in the Wild (Huang et al. 2007), photographs of the news. Chosen by the
/// makers of scikit-image; from Debian's package <c>python3-skimage</c>.
/// </summary>
/// <remarks>The faces come first. Some persons have several; two or three of the other pictures, cut from backgrounds at random, show a part of a face.</remarks>
public static class Faces
{
    private const string Sha256 = "9560ec2f5edfac01973f63a8a99d00053fecd11e21877e18038fbe500f8e872c";

    private const int EachClass = 100, Side = 25;

    /// <summary>The names of the classes, by label.</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["face", "no face"];

    /// <summary>Loads the file and verifies its checksum. The caller disposes the result.</summary>
    /// <param name="folder">The folder with the file; null: folder <c>faces</c> in <see cref="DataFolder"/>.</param>
    /// <returns>200 images, labels 0 (faces) and 1.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">The file is missing; the message says how to fetch it.</exception>
    /// <exception cref="InvalidDataException">The file is corrupt, truncated or of another format.</exception>
    public static LabelledImages Load(string? folder = null)
    {
        var file = NpyFile.Read(Path.Combine(folder is null ? Path.Combine(DataFolder.Resolve(), "faces") : DataFolder.Resolve(folder), "lfw_subset.npy"), Sha256);
        using var scope = NewDisposeScope();
        var x = tensor([.. file.Values.Select(v => (float)v)], [2 * EachClass, Side * Side]); // [200, 625] in [0, 1]
        var y = tensor([.. Enumerable.Range(0, 2 * EachClass).Select(i => (long)(i / EachClass))], ScalarType.Int64); // [200]
        return new(x.DetachFromDisposeScope(), y.DetachFromDisposeScope(), Side, Side, "Labeled Faces in the Wild");
    }
}
