using Latent.Evaluation;

namespace Lectures.Tests.Tables;

public sealed class RecordedTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recorded-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_recorded_stands_beside_the_reference_and_what_is_not_says_so()
    {
        new RecordedResult("one", "error", "squared error", 13.91, [13.81, 14.01], 10_000, 13.87, "a paper", "PCA", 4, "paper", "abc", "a machine", 120, "2026-01-31").Save(_folder);
        var table = RecordedTable.In(_folder, References.Load(), ("one", "pca", "hs2006-mnist-30-pca"), ("two", "deep", "hs2006-mnist-30-deep-autoencoder"));
        Assert.Matches(@"13\.910 +0\.100 +13\.87 .* 10000 +4 +2026-01-31, 2 min, paper", table.ToText());
        Assert.Contains("not yet run: ./build.sh paper deep", table.ToText());
        Assert.Contains("class=\"reference-table\"", table.ToHtml());
    }

    [Fact]
    public void A_file_that_is_no_result_is_named()
    {
        var path = Path.Combine(_folder, "one.json");
        File.WriteAllText(path, "{\"id\": \"one\"}");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => RecordedResult.Find("one", _folder)).Message);
    }
}
