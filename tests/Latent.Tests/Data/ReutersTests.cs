using Latent.Data;
using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Data;

public sealed class ReutersTests
{
    [Fact]
    public void The_genuine_documents_have_the_known_counts_and_semantic_analysis_sorts_them()
    {
        using var scope = NewDisposeScope();
        using var documents = Reuters.Load(vocabulary: 500);
        // counted by another program
        Assert.Equal(["earn", "acq", "crude", "trade", "money-fx", "interest", "ship", "sugar"], documents.Topics);
        Assert.Equal([3735, 2125, 355, 333, 259, 211, 156, 135], documents.Topics.Select((_, t) => (int)documents.Labels.eq(t).sum().item<long>()));
        Assert.Equal([7309, 500], documents.Counts.shape);
        Assert.Contains("mln", documents.Vocabulary);
        Assert.DoesNotContain("the", documents.Vocabulary);
        Assert.Equal(documents.Counts.gt(0).to_type(ScalarType.Float32).sum().item<float>(), documents.Presence().sum().item<float>());

        var weights = documents.TfIdf();
        Assert.Equal(1, weights.square().sum([1]).max().item<float>(), 1e-5);
        using var lsa = LatentSemanticAnalysis.Fit(weights, 3);
        // against an SVD of some documents' matrix, up to the sign
        var few = weights.narrow(0, 0, 300).to_type(ScalarType.Float64);
        using var fewLsa = LatentSemanticAnalysis.Fit(few, 3);
        var (_, _, vt) = linalg.svd(few, fullMatrices: false);
        TestTensors.Near(vt.narrow(0, 0, 3).abs().t(), fewLsa.Directions.abs(), 1e-7);
        Assert.Equal([7309, 3], lsa.Encode(weights).shape);
    }

    [Fact]
    public void Other_files_are_refused_by_name()
    {
        var folder = Directory.CreateTempSubdirectory("latent-reuters-").FullName;
        try
        {
            Assert.Contains("reuters-000.json", Assert.Throws<FileNotFoundException>(() => Reuters.Load(folder: folder)).Message, StringComparison.Ordinal);
            for (var i = 0; i < 22; i++) File.WriteAllText(Path.Combine(folder, $"reuters-{i:000}.json"), "[]");
            Assert.Contains(folder, Assert.Throws<InvalidDataException>(() => Reuters.Load(folder: folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
