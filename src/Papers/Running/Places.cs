using System.Diagnostics;
using System.Globalization;

namespace Papers.Running;

/// <summary>Folders of the repository, its commit, and the machine.</summary>
internal static class Places
{
    private static readonly string Root = Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;

    /// <summary>Where results at paper scale are recorded.</summary>
    public static string Results => Path.Combine(Root, "data", "results");

    /// <summary>Where results of a smaller scale go.</summary>
    public static string Trials => Path.Combine(Root, "artifacts", "results");

    /// <summary>Where interrupted runs are kept.</summary>
    public static string Checkpoints => Path.Combine(Root, "artifacts", "papers");

    /// <summary>The commit, with a word when files differ from it; <c>unknown</c> outside a repository.</summary>
    public static string Commit() => Git("rev-parse", "--short=10", "HEAD") is { Length: > 0 } commit
        ? Git("status", "--porcelain", "--untracked-files=no") is { Length: > 0 } ? commit + " with local changes" : commit
        : "unknown";

    /// <summary>Processor, cores and the threads that tensors use.</summary>
    public static string Machine()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() : null;
        return string.Create(CultureInfo.InvariantCulture, $"{model ?? "unknown processor"}, {Environment.ProcessorCount} cores, {TorchSharp.torch.get_num_threads()} threads");
    }

    private static string? Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Notebooks.sln"))) at = at.Parent;
        return at?.FullName;
    }

    private static string? Git(params IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", ["-C", Root, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? said : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // no git
        }
    }
}
