using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>A data set in the four files of MNIST's layout, each with the SHA-256 of its uncompressed content.</summary>
internal sealed record ImageSet(string Name, string TrainImages, string TrainLabels, string TestImages, string TestLabels)
{
    public DataSplit Load(string folder, string extension) => new(
        Part(Path.Combine(folder, "train-"), extension, $"{Name} train", TrainImages, TrainLabels),
        Part(Path.Combine(folder, "t10k-"), extension, $"{Name} test", TestImages, TestLabels));

    private static LabelledImages Part(string prefix, string extension, string name, string imagesSum, string labelsSum)
    {
        var images = IdxFile.Read($"{prefix}images-idx3-ubyte{extension}", dimensions: 3, imagesSum);
        var labels = IdxFile.Read($"{prefix}labels-idx1-ubyte{extension}", dimensions: 1, labelsSum);
        int n = images.Shape[0], height = images.Shape[1], width = images.Shape[2];
        if (labels.Shape[0] != n)
        {
            throw new InvalidDataException($"{prefix}labels-idx1-ubyte{extension}: expected {n} labels, one an image, found {labels.Shape[0]}.");
        }

        using var scope = NewDisposeScope();
        var pixels = tensor(images.Values, [n, height * width], ScalarType.Byte);
        var x = pixels.to_type(ScalarType.Float32).div_(255f); // [N, D] in [0, 1]
        var y = tensor(labels.Values, [n], ScalarType.Byte).to_type(ScalarType.Int64); // [N]
        return new LabelledImages(x.DetachFromDisposeScope(), y.DetachFromDisposeScope(), height, width, name);
    }
}
