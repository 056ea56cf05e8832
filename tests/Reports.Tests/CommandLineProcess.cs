using System.Diagnostics;

namespace Reports.Tests;

/// <summary>The program as a person starts it, in a process of its own.</summary>
internal static class CommandLineProcess
{
    public static Task<(int Exit, string Output, string Errors)> Run(params string[] arguments) => RunWith("", arguments);

    public static Task<(int Exit, string Output, string Errors)> RunWith(string input, params IEnumerable<string> arguments) => RunWith(input, [], arguments);

    /// <param name="input">What standard input holds.</param>
    /// <param name="environment">Variables of the environment.</param>
    /// <param name="arguments">The command and what it is given.</param>
    public static async Task<(int Exit, string Output, string Errors)> RunWith(
        string input, IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> arguments)
    {
        using var process = Start(environment, arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it, its streams redirected.</summary>
    public static Process Start(IEnumerable<(string Name, string Value)> environment, IEnumerable<string> arguments)
    {
        // A suite started by a shell's & ignores the interrupt, and so would all that it starts.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "dotnet-notebook.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
