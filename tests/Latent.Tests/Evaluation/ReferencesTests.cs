using Latent.Evaluation;

namespace Latent.Tests.Evaluation;

public sealed class ReferencesTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_published_figures_are_there_with_source_and_status()
    {
        var references = References.Load();
        Assert.Equal(13.87, references["hs2006-mnist-30-pca"].Value);
        Assert.Equal(8.01, references["hs2006-mnist-30-logistic-pca"].Value);
        Assert.Equal(3.00, references["hs2006-mnist-30-deep-autoencoder"].Value);
        Assert.Equal(14, references.StartingWith("mnist-pca-train-").Count());
        Assert.All(references.All, r =>
        {
            Assert.NotEmpty(r.Quantity);
            Assert.NotEmpty(r.Unit);
            Assert.NotEmpty(r.Source);
            Assert.Contains(r.Status, new[] { "published", "computed" });
        });
    }

    [Fact]
    public void An_unknown_id_is_null_or_an_error_with_the_ids()
    {
        var references = References.Load();
        Assert.Null(references.Find("nothing"));
        Assert.Contains("mnist-rank", Assert.Throws<KeyNotFoundException>(() => references["nothing"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_a_list_of_references_is_named()
    {
        File.WriteAllText(_path, "{ not json");
        Assert.Contains(_path, Assert.Throws<InvalidDataException>(() => References.Load(_path)).Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere.json", Assert.Throws<FileNotFoundException>(() => References.Load("/nowhere.json")).Message, StringComparison.Ordinal);
    }
}
