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
    public void A_cell_waits_for_all_before_it()
    {
        Assert.Equal(0, SdaPlan.Cells[0].Before);
        foreach (var (earlier, later) in SdaPlan.Cells.Zip(SdaPlan.Cells.Skip(1)))
            Assert.Equal(earlier.Before + earlier.Hours, later.Before, 1e-9);
        Assert.Equal(SdaPlan.Hours, SdaPlan.Cells[^1].Before + SdaPlan.Cells[^1].Hours, 1e-9);
    }
}
