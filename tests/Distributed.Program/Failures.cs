using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.distributed;

namespace TorchSharp.Tests.Distributed;

/// <summary>Ranks that disagree, end or do not come.</summary>
internal static class Failures
{
    /// <summary>After each disagreement, which all ranks are told of, the group still works.</summary>
    internal static void Disagree()
    {
        var rank = get_rank();
        Expect("shape", () => all_reduce(zeros(rank == 1 ? 5 : 4)));
        Expect("rows", () => all_reduce(rank == 1 ? zeros(2, 2) : zeros(4)));
        Expect("type", () => all_reduce(zeros(4, rank == 0 ? ScalarType.Float64 : ScalarType.Float32)));
        Expect("operation", () => all_reduce(zeros(4), rank == 0 ? ReduceOp.MAX : ReduceOp.MIN));
        Expect("collective", () => { if (rank == 0) barrier(); else broadcast(zeros(1 << 16), 0); });
        Expect("root", () => broadcast(zeros(4), rank == 0 ? 0 : 1));
        var sum = full(1, rank + 1f);
        all_reduce(sum);
        Collectives.Say("sum", sum);
    }

    /// <summary>Rank 1 is killed between two collectives, while the others wait in the second or one after it.</summary>
    internal static void Killed() => AfterTheFirst(() => Process.GetCurrentProcess().Kill());

    internal static void Thrown() => AfterTheFirst(() => throw new InvalidOperationException("rank 1 has had enough"));

    /// <summary>Rank 1 lives on but stays away for longer than the timeout.</summary>
    internal static void Late() => AfterTheFirst(() => Thread.Sleep(TimeSpan.FromSeconds(7)), expected: 1);

    /// <summary>Rank 1 starts this program once more, as itself.</summary>
    internal static void Twice()
    {
        if (get_rank() == 1)
        {
            using var second = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["hello", "60"]) { RedirectStandardError = true })!;
            Collectives.Say("second", second.StandardError.ReadToEnd().Trim());
        }

        barrier();
    }

    private static void AfterTheFirst(Action ofRank1, int expected = 0)
    {
        all_reduce(zeros(1000));
        if (get_rank() == 1)
        {
            ofRank1();
            if (expected == 1)
                return;
        }

        Expect("second", () => { all_reduce(zeros(1000)); all_reduce(zeros(1000)); });
        Expect("third", () => all_reduce(zeros(1000)));
    }

    internal static void Expect(string what, Action action)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            action();
            Console.WriteLine($"{what}: no error");
        }
        catch (Exception error)
        {
            Console.WriteLine($"{what}: {error.GetType().Name} within {Math.Ceiling(watch.Elapsed.TotalSeconds)} s: {error.Message}");
        }
    }
}
