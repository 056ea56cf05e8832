using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// One side of a comparison, in a process of its own. Protocol: a line in is a case name; the line out is
/// <c>value</c> or <c>value peakRssMb</c>; end of input ends the worker. A first run of each case is its warm-up.
/// </summary>
public sealed class Worker(WorkerCommand command) : IDisposable
{
    private readonly Process _process = Start(command);

    private double _reportedPeak;

    /// <summary>Largest resident set so far, in MB: what the worker said of its children, else its own.</summary>
    public double PeakRssMb => _reportedPeak > 0 ? _reportedPeak : OwnPeakMb();

    /// <summary>Does one run of <paramref name="name"/> and returns its value.</summary>
    public double Run(string name)
    {
        _process.StandardInput.WriteLine(name);
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"{command.FileName} {string.Join(' ', command.Arguments)} ended while running '{name}'.");
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length > 1) _reportedPeak = Math.Max(_reportedPeak, double.Parse(fields[1], CultureInfo.InvariantCulture));
        return double.Parse(fields[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Answers the protocol from this program's own cases.</summary>
    public static int Serve(IReadOnlyDictionary<string, Func<Measurement>> cases)
    {
        while (Console.ReadLine() is { } name)
        {
            var (value, peak) = cases[name]();
            Console.WriteLine(peak is { } mb ? $"{value:R} {mb:R}" : $"{value:R}");
        }
        return 0;
    }

    /// <summary>Times <paramref name="work"/> in seconds.</summary>
    public static Measurement Seconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static Process Start(WorkerCommand command)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"Could not start {command.FileName}.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(10_000)) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private double OwnPeakMb() =>
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 : 0;
}
