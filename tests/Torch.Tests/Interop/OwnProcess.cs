using System.Diagnostics;

namespace TorchSharp.Tests.Interop;

/// <summary>A test that runs in a process of its own: it may end it, or changes what belongs to the whole process.</summary>
internal static class OwnProcess
{
    private const string Variable = "OWN_PROCESS_LOG";

    /// <summary>Runs a test of this program in a process of its own, and passes its failure on.</summary>
    /// <param name="test">Its class and method. It calls <see cref="Log"/> first.</param>
    internal static void Run(string test)
    {
        var log = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["-noLogo", "-noColor", "-method", test])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            };
            start.Environment[Variable] = log;
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
            {
                process.Kill();
                Assert.Fail($"It hangs after: {Last()}");
            }

            Assert.True(process.ExitCode is 0 or 1, $"Exit code {process.ExitCode} after: {Last()}\n{error.Result}");
            Assert.True(process.ExitCode == 0, output.Result);
        }
        finally
        {
            File.Delete(log);
        }

        string Last() => File.ReadLines(log).LastOrDefault("nothing");
    }

    /// <summary>Where the test says what it is about to do. Outside a process of its own it is skipped.</summary>
    internal static TextWriter Log()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(path is null, "Another test runs this in a process of its own.");
        return new StreamWriter(path!) { AutoFlush = true };
    }
}
