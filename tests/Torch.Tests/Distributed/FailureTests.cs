using System.Net;
using System.Net.Sockets;

namespace TorchSharp.Tests.Distributed;

public class FailureTests
{
    [Theory]
    [InlineData("killed", 137, true)]
    [InlineData("killed", 137, false)]
    [InlineData("thrown", 3, true)]
    public void The_others_are_told_at_once_that_a_rank_has_ended(string how, int code, bool shared)
    {
        var ranks = Ranks.Run(3, Ranks.FreePort(), _ => Ranks.Memory(shared), how, "60");
        Assert.Equal([0, code, 0], ranks.Select(rank => rank.Code));
        foreach (var rank in ranks.Where(rank => rank.Code == 0))
        {
            Assert.Matches(@"^TorchException within \d s: .*all_reduce\(SUM\) of Float32 \[1000\].*rank 1 \(process \d+\) has ended", rank["second"]);
            Assert.Matches(@"^TorchException within \d s: ", rank["third"]);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_others_are_told_after_the_timeout_that_a_rank_did_not_come(bool shared)
    {
        var ranks = Ranks.Run(2, Ranks.FreePort(), _ => Ranks.Memory(shared), "late", "4");
        Assert.Matches(@"^TorchException within [4-9] s: .*rank 1 did not come to this call", ranks[0]["second"]);
    }

    [Fact]
    public void A_backward_pass_fails_when_a_rank_is_killed_in_the_middle_of_it()
    {
        var ranks = Ranks.Run(2, "killed-in-training", "60");
        Assert.Equal([0, 137], ranks.Select(rank => rank.Code));
        Assert.Matches(@"^TorchException within \d s: .*all_reduce\(SUM\) of Float32.*rank 1 \(process \d+\) has ended", ranks[0]["training"]);
    }

    [Fact]
    public void Ranks_that_never_come_are_named()
    {
        var rank = Ranks.Run(1, Ranks.FreePort(), _ => [("WORLD_SIZE", "3")], "hello", "3")[0];
        Assert.Equal(3, rank.Code);
        Assert.StartsWith("TimeoutException: init_process_group: after 3 s ranks 1, 2 of 3 did not come to 127.0.0.1:", rank.Errors);
    }

    [Fact]
    public void Rank_0_that_never_comes_is_named()
    {
        var ranks = Ranks.Run(1, Ranks.FreePort(), _ => [("RANK", "1"), ("WORLD_SIZE", "2")], "hello", "0.5");
        Assert.Matches(@"^TimeoutException: init_process_group: rank 1 could not reach rank 0 at 127.0.0.1:\d+ within 0.5 s", ranks[0].Errors);
    }

    [Fact]
    public void Ranks_that_count_differently_are_told_so()
    {
        var ranks = Ranks.Run(2, Ranks.FreePort(), rank => [("WORLD_SIZE", $"{rank + 2}")], "hello", "60");
        Assert.Contains("Rank 0 was told that there are 2 ranks, but rank 1 that there are 3", ranks[0].Errors);
        Assert.Contains("Rank 1 was told that there are 3 ranks, but rank 0 that there are 2", ranks[1].Errors);
    }

    [Fact]
    public void Two_processes_cannot_be_the_same_rank()
    {
        var ranks = Ranks.Run(2, "twice", "60");
        Assert.All(ranks, rank => Assert.True(rank.Code == 0, rank.Errors));
        Assert.StartsWith("ArgumentException: Another process is rank 1 already", ranks[1]["second"]);
    }

    [Fact]
    public void A_port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var ranks = Ranks.Run(1, port, _ => [], "hello", "1");
        Assert.Equal(3, ranks[0].Code);
        Assert.Contains($"rank 0 cannot open port {port}, which is in use on this machine", ranks[0].Errors);
    }
}
