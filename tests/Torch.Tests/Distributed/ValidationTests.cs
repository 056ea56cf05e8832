using static TorchSharp.torch;
using static TorchSharp.torch.utils.data.distributed;

namespace TorchSharp.Tests.Distributed;

/// <summary>What is refused before anything is sent. The last tests join a group of one.</summary>
public class ValidationTests
{
    [Theory]
    [InlineData("mpi", null, 1, 0, "backend must be \"gloo\"")]
    [InlineData("gloo", null, -1, -1, "needs the environment variables MASTER_ADDR, MASTER_PORT, RANK, WORLD_SIZE, not set")]
    [InlineData("gloo", "tcp://localhost:2345", -1, 0, "needs the environment variable WORLD_SIZE, not set")]
    [InlineData("gloo", "tcp://localhost", 1, 0, "must be \"tcp://HOST:PORT\"")]
    [InlineData("gloo", "tcp://localhost:70000", 1, 0, "with a port from 1 to 65535")]
    [InlineData("gloo", "file:///tmp/x", 1, 0, "must be \"env://\" or \"tcp://HOST:PORT\", not \"file:///tmp/x\"")]
    [InlineData("gloo", "tcp://localhost:2345", 2, 2, "rank must be from 0 to 1, not 2")]
    [InlineData("gloo", "tcp://localhost:2345", 0, 0, "world_size must be at least 1, not 0")]
    [InlineData("gloo", "tcp://no.such.host.invalid:2345", 1, 0, "\"no.such.host.invalid\", cannot be resolved")]
    public void Joining_needs_to_know_who_and_where(string backend, string? method, int size, int rank, string expected) => Assert.Contains(
        expected, Assert.ThrowsAny<ArgumentException>(() => distributed.init_process_group(backend, method, null, size, rank)).Message);

    [Fact]
    public void Joining_needs_time() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => distributed.init_process_group("gloo", "tcp://localhost:1", TimeSpan.Zero, 1, 0));

    [Fact]
    public void Arguments_are_checked_before_anything_is_sent()
    {
        Assert.True(distributed.is_available());
        Assert.False(distributed.is_initialized());
        Assert.Equal((-1, -1), (distributed.get_rank(), distributed.get_world_size()));
        using var module = nn.Linear(1, 1);
        Assert.Contains("init_process_group", Assert.Throws<InvalidOperationException>(() => distributed.all_reduce(ones(1))).Message);
        Assert.Contains("init_process_group", Assert.Throws<InvalidOperationException>(() => nn.parallel.DistributedDataParallel(module)).Message);
        Assert.Contains("init_process_group", Assert.Throws<InvalidOperationException>(() => new DistributedSampler(5)).Message);

        distributed.init_process_group(init_method: $"tcp://localhost:{Ranks.FreePort()}", world_size: 1, rank: 0);
        try
        {
            Assert.Throws<InvalidOperationException>(() => distributed.init_process_group(init_method: "tcp://localhost:1", world_size: 1, rank: 0));
            var gone = ones(1);
            gone.Dispose();
            Assert.Throws<ObjectDisposedException>(() => distributed.all_reduce(gone));
            Assert.Throws<ArgumentNullException>(() => distributed.all_reduce(null!));
            Assert.Contains(
                "Tensors of type Bool cannot be combined by SUM",
                Assert.Throws<ArgumentException>(() => distributed.all_reduce(ones(1, ScalarType.Bool))).Message);
            Assert.Throws<ArgumentException>(() => distributed.all_reduce(ones(1, ScalarType.Int64), distributed.ReduceOp.AVG));
            Assert.Throws<ArgumentException>(() => distributed.all_reduce(ones(1), distributed.ReduceOp.BAND));
            Assert.Contains("src must be from 0 to 0, not 1", Assert.Throws<ArgumentOutOfRangeException>(() => distributed.broadcast(ones(1), 1)).Message);
            Assert.Contains("one tensor for each of the 1 ranks, not 2", Assert.Throws<ArgumentException>(() => distributed.all_gather([ones(1), ones(1)], ones(1))).Message);
            Assert.Contains("[0] is Float32 [2]", Assert.Throws<ArgumentException>(() => distributed.all_gather([ones(2)], ones(1))).Message);
            Assert.Throws<ArgumentNullException>(() => distributed.gather(ones(1)));
            Assert.Throws<ArgumentException>(() => distributed.send(ones(1), 0));
            module.weight!.requires_grad = module.bias!.requires_grad = false;
            Assert.Contains("no parameter", Assert.Throws<ArgumentException>(() => nn.parallel.DistributedDataParallel(module)).Message);
            var x = full(2, 3f);
            distributed.all_reduce(x, distributed.ReduceOp.AVG);
            Assert.Equal([3f, 3f], x.data<float>().ToArray());
        }
        finally
        {
            distributed.destroy_process_group();
        }

        Assert.False(distributed.is_initialized());
    }

    [Fact]
    public void Written_tensors_count_as_changed_for_autograd()
    {
        distributed.init_process_group(init_method: $"tcp://127.0.0.1:{Ranks.FreePort()}", world_size: 1, rank: 0);
        try
        {
            var x = ones(2);
            var y = (x * ones(2).requires_grad_()).sum();
            distributed.all_reduce(x);
            Assert.Contains("modified by an inplace operation", Assert.Throws<TorchException>(() => y.backward()).Message);
        }
        finally
        {
            distributed.destroy_process_group();
        }
    }
}
