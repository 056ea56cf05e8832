using System.Text;
using System.Text.Json;

namespace Latent.Data.Variations;

/// <summary>
/// A set on disk: two IDX files as MNIST's, and beside them the options they were made with and their checksums. The three are written
/// to temporary names and renamed, the checksums last, so that a kill at any moment leaves a whole set or none.
/// </summary>
internal sealed record KeptVariation(string Folder, VariationSet Set, VariationOptions Options)
{
    private const int Version = 1; // counted up when the same options draw other images

    private sealed record Seal(int Version, VariationOptions Options, string Images, string Labels);

    private string Prefix
    {
        get
        {
            var name = VariationSizes.Of(Set).Name;
            var standard = Options == new VariationOptions();
            return Path.Combine(Folder, standard ? name : $"{name}-{Checksum.Sha256(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Options)))[..8]}");
        }
    }

    private string ImagesPath => $"{Prefix}-images-idx3-ubyte";

    private string LabelsPath => $"{Prefix}-labels-idx1-ubyte";

    private string SealPath => $"{Prefix}.json";

    /// <summary>What is kept; null when there is nothing sound.</summary>
    public VariationData.Drawn? Read()
    {
        if (!File.Exists(SealPath) || !File.Exists(ImagesPath) || !File.Exists(LabelsPath)) return null;
        try
        {
            var seal = JsonSerializer.Deserialize<Seal>(File.ReadAllText(SealPath));
            if (seal is null || seal.Version != Version || seal.Options != Options) return null;
            return new(IdxFile.Read(ImagesPath, 3, seal.Images).Values, IdxFile.Read(LabelsPath, 1, seal.Labels).Values);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return null; // damaged: made anew, with the same bytes
        }
    }

    /// <summary>Keeps a set, and returns it.</summary>
    public VariationData.Drawn Write(VariationData.Drawn drawn)
    {
        var images = new IdxFile([drawn.Labels.Length, DigitPainter.Side, DigitPainter.Side], drawn.Pixels).ToBytes();
        var labels = new IdxFile([drawn.Labels.Length], drawn.Labels).ToBytes();
        Replace(ImagesPath, images);
        Replace(LabelsPath, labels);
        Replace(SealPath, JsonSerializer.SerializeToUtf8Bytes(new Seal(Version, Options, Checksum.Sha256(images), Checksum.Sha256(labels))));
        return drawn;
    }

    private static void Replace(string path, byte[] content) => WholeFile.Write(path, file => file.Write(content));
}
