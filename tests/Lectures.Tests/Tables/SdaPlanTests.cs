using Latent.Evaluation;

namespace Lectures.Tests.Tables;

public sealed class SdaPlanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_cell_that_is_not_recorded_has_a_sentence_of_its_own()
    {
        var table = SdaPlan.Missing(_folder);
        Assert.Equal(32, table.Rows.Count);
        Assert.Equal(32, table.Rows.Select(row => row[2].Text).Distinct().Count());
        Assert.StartsWith("32 of 32 cells are not run", table.Caption);
    }

    [Fact]
    public void Recorded_cells_are_not_missing()
    {
        foreach (var cell in SdaPlan.Cells)
            new RecordedResult(cell.Id, "error", "%", 3, null, 50_000, null, null, "a setting", 1, "paper", "abc", "a machine", 60, "2026-01-31").Save(_folder);
        var table = SdaPlan.Missing(_folder);
        Assert.Empty(table.Rows);
        Assert.Equal("All 32 cells are run", table.Caption);
    }

    [Fact]
    public void Its_sentence_tells_what_computes_it() =>
        Assert.All(SdaPlan.Cells, cell => Assert.EndsWith($"./build.sh paper {cell.Id}", cell.Why));
}
