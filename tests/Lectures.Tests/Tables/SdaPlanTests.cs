namespace Lectures.Tests.Tables;

public sealed class SdaPlanTests
{
    [Fact]
    public void Each_cell_that_is_not_recorded_has_a_sentence_of_its_own()
    {
        var table = SdaPlan.Missing(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        Assert.Equal(32, table.Rows.Count);
        Assert.Equal(32, table.Rows.Select(row => row[2].Text).Distinct().Count());
        Assert.StartsWith("32 of 32 cells are not run", table.Caption);
    }

    [Fact]
    public void Its_sentence_tells_what_computes_it() =>
        Assert.All(SdaPlan.Cells, cell => Assert.EndsWith($"./build.sh paper {cell.Id}", cell.Why));
}
