using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Tests.Data;

public sealed class FacesTests
{
    [Fact]
    public void Faces_come_first_and_have_the_pixels_that_NumPy_reads()
    {
        using var scope = NewDisposeScope();
        using var faces = Faces.Load();
        Assert.Equal((200, 25, 25), (faces.Count, faces.Height, faces.Width));
        Assert.Equal(ScalarType.Float32, faces.Images.dtype);
        Assert.Equal([200, 625], faces.Images.shape);
        Assert.Equal([100, 100], faces.ClassCounts());
        Assert.Equal(Faces.ClassNames.Count, faces.ClassCounts().Length);
        Assert.Equal([0, 1], faces.At(99, 100).LabelArray());

        // from numpy.load
        Assert.Equal(0.4542346679793857, Mean(faces.OfClass(0)), 1e-12);
        Assert.Equal(0.2999771661909251, Mean(faces.OfClass(1)), 1e-12);
        Assert.Equal((0f, 1f), (faces.Images.min().item<float>(), faces.Images.max().item<float>()));
        Assert.Equal([0.28888887f, 0.32941177f, 0.38039216f], faces.Images[0].data<float>().ToArray()[..3]);
        Assert.Equal(0.7529412f, faces.Images[17, 12 * 25 + 5].item<float>()); // row 12, column 5
    }

    [Fact]
    public void A_missing_a_truncated_and_a_changed_file_are_named()
    {
        var folder = Directory.CreateTempSubdirectory("latent-faces-").FullName;
        try
        {
            var path = Path.Combine(folder, "lfw_subset.npy");
            Assert.Contains("./build.sh data", Assert.Throws<FileNotFoundException>(() => Faces.Load(folder)).Message, StringComparison.Ordinal);
            var content = File.ReadAllBytes(Path.Combine(DataFolder.Resolve(), "faces", "lfw_subset.npy"));
            Expect(content[..^1], "truncated");
            content[^1] ^= 1;
            Expect(content, "SHA-256");

            void Expect(byte[] bytes, string reason)
            {
                File.WriteAllBytes(path, bytes);
                var error = Assert.Throws<InvalidDataException>(() => Faces.Load(folder));
                Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
                Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Assert.Contains(folder, Assert.Throws<DirectoryNotFoundException>(() => Faces.Load(folder)).Message, StringComparison.Ordinal);
    }

    private static double Mean(LabelledImages images) => images.Images.to_type(ScalarType.Float64).mean().item<double>();
}
