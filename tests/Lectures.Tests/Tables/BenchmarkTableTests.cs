using Latent.Evaluation;

namespace Lectures.Tests.Tables;

public sealed class BenchmarkTableTests
{
    [Fact]
    public void What_is_not_recorded_says_so_beside_the_paper_with_its_interval()
    {
        var table = BenchmarkTable.Of(References.Load(), ["rect"], [("sda", "SdA-3")], (set, method) => $"nothing-{set}-{method}", (set, method) => $"vincent2008-{set}-{method}", "A table");
        Assert.Matches(@"rect +not run +1\.99 ± 0\.12", table.ToText());
        Assert.Contains("<span style=\"white-space:nowrap\">rect</span>", table.ToHtml());
        Assert.Throws<KeyNotFoundException>(() => BenchmarkTable.Of(References.Load(), ["none"], [("sda", "SdA-3")], (_, _) => "x", (set, _) => set, ""));
    }
}
