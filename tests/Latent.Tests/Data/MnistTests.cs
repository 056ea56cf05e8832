using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Tests.Data;

public sealed class MnistTests(MnistFixture mnist)
{
    [Fact]
    public void It_has_the_canonical_counts_of_images_and_classes()
    {
        Assert.Equal((60000, 10000), (mnist.Train.Count, mnist.Test.Count));
        Assert.Equal((28, 28), (mnist.Train.Height, mnist.Train.Width));
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], mnist.Train.ClassCounts());
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], mnist.Test.ClassCounts());
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], mnist.Train.Take(10).LabelArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], mnist.Test.Take(10).LabelArray());
    }

    [Fact]
    public void Its_pixels_are_float32_in_0_1_with_the_canonical_sum()
    {
        Assert.Equal(ScalarType.Float32, mnist.Test.Images.dtype);
        Assert.Equal([10000, 784], mnist.Test.Images.shape);
        Assert.Equal(0f, mnist.Test.Images.min().item<float>());
        Assert.Equal(1f, mnist.Test.Images.max().item<float>());
        using var integers = mnist.Test.Images.to_type(ScalarType.Float64).mul(255).round();
        Assert.Equal(264923200, integers.sum().item<double>());
    }

    [Fact]
    public void Fashion_has_the_same_layout_and_its_own_content()
    {
        using var fashion = FashionMnist.Load();
        Assert.Equal((60000, 10000), (fashion.Train.Count, fashion.Test.Count));
        Assert.All(fashion.Train.ClassCounts(), count => Assert.Equal(6000, count));
        Assert.Equal(10, FashionMnist.ClassNames.Count);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => Mnist.Load("/nowhere/at/all"));
        Assert.Contains("/nowhere/at/all", error.Message, StringComparison.Ordinal);
        Assert.Contains("./build.sh data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_a_corrupt_file_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("latent-mnist-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(DataFolder.Resolve(), "mnist"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var path = Path.Combine(folder, "t10k-labels-idx1-ubyte");
            var content = File.ReadAllBytes(path);
            content[500] ^= 1;
            File.WriteAllBytes(path, content);
            var error = Assert.Throws<InvalidDataException>(() => Mnist.Load(folder));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
