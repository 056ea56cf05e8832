using TorchSharp.Tests.Random;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Memory;

/// <summary>Loops that dispose nothing stay bounded, because the collector is told of dead tensors' memory.</summary>
[Collection(nameof(DefaultGenerator))]
public class BoundedMemoryTests
{
    private static long Resident() => Environment.WorkingSet >> 20;

    private static long Growth(int rounds, Action round)
    {
        round();
        var (before, peak) = (Resident(), 0L);
        for (var i = 0; i < rounds; i++)
        {
            round();
            if (i % 16 == 0)
                peak = Math.Max(peak, Resident());
        }

        return peak - before;
    }

    [Fact]
    public void Of_large_tensors() // 13 GB in all
    {
        Assert.InRange(Growth(400, () => _ = zeros(1024, 4096) + 1), 0, 700);
    }

    [Fact]
    public void Of_small_tensors() // 400,000 tensors
    {
        Assert.InRange(Growth(200_000, () => _ = ones(4) + 1), 0, 500);
    }

    [Fact]
    public void Of_training_steps()
    {
        using var model = nn.Sequential(nn.Linear(200, 400), nn.ReLU(), nn.Linear(400, 200));
        using var optimizer = optim.Adam(model.parameters());
        using var x = randn(256, 200);
        var growth = Growth(
            300,
            () =>
            {
                optimizer.zero_grad();
                nn.functional.mse_loss(model.call(x), x).backward();
                optimizer.step();
            });
        Assert.InRange(growth, 0, 500);
    }

    [Fact]
    public void Of_twenty_thousand_steps_is_flat()
    {
        using var model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 64));
        using var optimizer = optim.Adam(model.parameters());
        using var x = randn(32, 64);
        var resident = new List<(double Thousands, double Megabytes)>();
        for (var step = 1; step <= 30_000; step++)
        {
            optimizer.zero_grad();
            nn.functional.mse_loss(model.call(x), x).backward();
            optimizer.step();
            if (step > 10_000 && step % 50 == 0) // warm: the collector has seen the loop a few times
                resident.Add((step / 1000.0, Environment.WorkingSet / 1048576.0));
        }

        var (meanStep, meanSize) = (resident.Average(r => r.Thousands), resident.Average(r => r.Megabytes));
        var slope = resident.Sum(r => (r.Thousands - meanStep) * (r.Megabytes - meanSize)) / resident.Sum(r => Math.Pow(r.Thousands - meanStep, 2));
        Assert.InRange(slope, double.NegativeInfinity, 1); // MB per 1,000 steps
    }

    [Fact]
    public void Threads_share_tensors_and_dispose_them_without_harm()
    {
        using var shared = randn(64, 64);
        using var expected = shared.matmul(shared).sum();
        Parallel.For(
            0,
            8,
            _ =>
            {
                for (var i = 0; i < 200; i++)
                {
                    using var scope = NewDisposeScope();
                    Assert.True(shared.matmul(shared).sum().allclose(expected, 1e-4, 1e-2));
                }
            });
        for (var i = 0; i < 200; i++)
        {
            var victim = ones(100);
            Parallel.For(0, 4, _ => victim.Dispose());
            Assert.True(victim.IsInvalid);
        }
    }
}
