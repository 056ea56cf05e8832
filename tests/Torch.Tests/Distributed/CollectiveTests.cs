namespace TorchSharp.Tests.Distributed;

public class CollectiveTests
{
    /// <summary>Two runs of three ranks for all tests: one in which they share memory, one in which they only have connections.</summary>
    private static readonly Dictionary<bool, Lazy<Ranks.Outcome[]>> Runs = new[] { true, false }.ToDictionary(
        shared => shared, shared => new Lazy<Ranks.Outcome[]>(() => Ranks.Run(3, Ranks.FreePort(), _ => Ranks.Memory(shared), "exchange", "60")));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Three_ranks_exchange_tensors_by_every_collective(bool shared)
    {
        var ranks = Runs[shared].Value;
        for (var r = 0; r < 3; r++)
        {
            var rank = ranks[r];
            Assert.True(rank.Code == 0, rank.Errors);
            Assert.Equal($"{r} | 3 | True | gloo", rank["rank"]);
            Assert.Equal("6 3", rank["all_reduce SUM"]); // of (1, -1), (2, 1), (3, 3)
            Assert.Equal("2 1", rank["all_reduce AVG"]);
            Assert.Equal("6 -3", rank["all_reduce PRODUCT"]);
            Assert.Equal("1 -1", rank["all_reduce MIN"]);
            Assert.Equal("3 3", rank["all_reduce MAX"]);
            Assert.Equal($"{6 & 7 & 8} 12", rank["all_reduce BAND"]);
            foreach (var type in new[] { "Byte", "Int8", "Int32", "Int64", "Float16", "Float64" })
                Assert.Equal("6 6", rank[$"all_reduce {type}"]);
            Assert.Equal("3 12 6 15 9 18", rank["all_reduce transposed"]);
            Assert.Equal("6 15", rank["all_reduce slice"]);
            Assert.Equal("", rank["all_reduce empty"]);
            Assert.Equal("4.5", rank["all_reduce number"]);
            Assert.Equal("True", rank["all_reduce large"]);
            Assert.Equal("6 6 | True | True", rank["all_reduce parameter"]);
            Assert.Equal("11 11", rank["broadcast"]);
            Assert.Equal("0 1 1 1", rank["broadcast Bool"]);
            foreach (var type in new[] { "Int16", "BFloat16", "ComplexFloat64" })
                Assert.Equal("0 1 2 3", rank[$"broadcast {type}"]);
            Assert.Equal(r == 2 ? "6 6" : $"{r + 1} {r + 1}", rank["reduce"]);
            Assert.Equal("0 0 1.5 1.5 3 3", rank["all_gather"]);
            Assert.Equal("0 1.5 3 0 1.5 3", rank["all_gather columns"]);
            Assert.Equal(r == 1 ? "7 8 9" : "", rank["gather"]);
            Assert.Equal($"{r * 100}", rank["scatter"]);
            Assert.Equal("3 | 10 | True", rank["async"]);
            Assert.Equal("", rank["barrier"]);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tensors_go_around_a_ring_of_ranks(bool shared)
    {
        var ranks = Runs[shared].Value;
        Assert.All(ranks, rank => Assert.Equal("", rank["done"]));
        Assert.Equal(["2 | 5 2 2 5", "0 | 3 0 0 3", "1 | 4 1 1 4"], ranks.Select(rank => rank["recv"]));
        Assert.EndsWith("this rank has Float32 [3], the other Int16 [2]", ranks[0]["mismatch"]);
        Assert.EndsWith("this rank has Int16 [2], the other Float32 [3]", ranks[1]["mismatch"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ranks_that_disagree_all_learn_who_does_what_and_can_go_on(bool shared)
    {
        foreach (var rank in Runs[shared].Value)
        {
            Assert.Contains("rank 0 calls all_reduce(SUM) of Float32 [4]; rank 1 calls all_reduce(SUM) of Float32 [5]", rank["shape"]);
            Assert.Contains("Float32 [4]; rank 1 calls all_reduce(SUM) of Float32 [2, 2]", rank["rows"]);
            Assert.Contains("rank 0 calls all_reduce(SUM) of Float64 [4]; rank 1 calls all_reduce(SUM) of Float32 [4]", rank["type"]);
            Assert.Contains("rank 0 calls all_reduce(MAX) of Float32 [4]; rank 1 calls all_reduce(MIN)", rank["operation"]);
            Assert.Contains("rank 0 calls barrier; rank 1 calls broadcast from rank 0 of Float32 [65536]", rank["collective"]);
            Assert.Contains("broadcast from rank 0 of Float32 [4]; rank 1 calls broadcast from rank 1 of Float32 [4]", rank["root"]);
            Assert.Equal("6", rank["sum"]);
            Assert.Contains("The module of rank 1 differs from that of rank 0", rank["different"]);
        }
    }
}
