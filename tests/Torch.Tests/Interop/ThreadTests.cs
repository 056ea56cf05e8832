using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop;

/// <summary>Of tests that need all cores to themselves.</summary>
[CollectionDefinition(nameof(Cores), DisableParallelization = true)]
public sealed class Cores;

/// <summary>The number of threads is honoured by ATen's loops, oneDNN, BLAS, our own operators and optimisers, on whichever thread they are called.</summary>
[Collection(nameof(Cores))]
public class ThreadTests
{
    private static readonly Dictionary<string, Func<Action>> Work = new()
    {
        ["loops"] = () => { var x = rand(4_000_000); return () => x.exp().Dispose(); },
        ["matrix product"] = () => { var x = rand(700, 700); return () => x.matmul(x).Dispose(); },
        ["convolution"] = () => { var (x, w) = (rand(16, 16, 32, 32), rand(32, 16, 3, 3)); return () => nn.functional.conv2d(x, w).Dispose(); },
        ["transposed convolution"] = () => { var layer = nn.ConvTranspose2d(16, 16, 4, 2); var x = rand(16, 16, 16, 16); return () => layer.call(x).Dispose(); },
        ["backward"] = () => { var w = rand(2_000_000, requires_grad: true); return () => { using var scope = NewDisposeScope(); (w * w).sum().backward(); }; },
        ["loss"] = () => { var (x, y) = (rand(2_000_000), rand(2_000_000)); return () => nn.functional.binary_cross_entropy(x, y).Dispose(); },
        ["recurrence"] = () => { var layer = nn.LSTM(64, 128, batchFirst: true); var x = rand(64, 8, 64); return () => { using var scope = NewDisposeScope(); layer.call(x); }; },
        ["optimiser"] = () => { var p = nn.Parameter(rand(4_000_000)); p.grad = rand(4_000_000); var adam = optim.Adam([p]); return () => adam.step(); },
    };

    [Fact]
    public void The_number_of_threads_is_honoured() => OwnProcess.Run($"{typeof(ThreadTests)}.{nameof(Counts)}");

    /// <summary>Processor time by thread tells which of them computed.</summary>
    [Fact]
    public void Counts()
    {
        using var log = OwnProcess.Log();
        Assert.SkipWhen(Environment.ProcessorCount < 2, "One core shows nothing.");
        var several = new List<string>();
        foreach (var (name, prepare) in Work)
        {
            log.WriteLine(name);
            set_num_threads(2);
            var busy = Computing(prepare);
            if (busy > 1)
                several.Add(name);
            set_num_threads(1);
            Assert.True(Computing(prepare) == 1, $"{name} uses {Computing(prepare)} threads instead of one");
        }

        // With two threads most take both; else the count of one would prove nothing.
        Assert.True(several.Count >= Work.Count / 2, $"Two threads are used by {string.Join(", ", several)} only.");
        var seen = 0;
        var other = new Thread(() => seen = get_num_threads());
        other.Start();
        other.Join();
        Assert.Equal(1, seen);
        Assert.Throws<ArgumentOutOfRangeException>(() => set_num_threads(0));
    }

    /// <summary>How many threads take processor time, of those that are not the runtime's own, while a fresh thread works.</summary>
    private static int Computing(Func<Action> prepare)
    {
        var before = new Dictionary<string, long>();
        var after = new Dictionary<string, long>();
        var thread = new Thread(() =>
        {
            var work = prepare();
            work();
            Read(before);
            for (var start = Environment.TickCount64; Environment.TickCount64 - start < 250;)
                work();
            Read(after);
        });
        thread.Start();
        thread.Join();
        var spent = after.Select(t => t.Value - before.GetValueOrDefault(t.Key)).ToArray();
        return spent.Count(ticks => ticks > spent.Max() / 3);
    }

    /// <summary>Ticks by thread; the collector's and the compiler's threads are left out.</summary>
    private static void Read(Dictionary<string, long> ticks)
    {
        foreach (var folder in Directory.GetDirectories("/proc/self/task"))
        {
            string text;
            try
            {
                text = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                continue; // The thread has ended.
            }

            var name = text[(text.IndexOf('(') + 1)..text.LastIndexOf(')')];
            if (!name.StartsWith(".NET", StringComparison.Ordinal) || name.StartsWith(".NET TP", StringComparison.Ordinal))
                ticks[folder] = long.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[11], CultureInfo.InvariantCulture);
        }
    }
}
