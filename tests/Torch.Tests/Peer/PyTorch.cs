using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests.Peer;

/// <summary>What Python's PyTorch computes for the cases of peer.py, run once for all tests.</summary>
internal static class PyTorch
{
    private static readonly Lazy<string> Folder = new(Run);

    internal static bool Has(string name) => File.Exists(Path.Combine(Folder.Value, name));

    internal static torch.Tensor Read(string name) => torch.load(Path.Combine(Folder.Value, name));

    internal static IEnumerable<torch.Tensor> ReadAll(string prefix)
    {
        for (var i = 0; Has(prefix + i); i++)
            yield return Read(prefix + i);
    }

    private static string Run() => Run(Directory.CreateTempSubdirectory("pytorch-peer").FullName);

    private static string Run(string folder, [CallerFilePath] string here = "")
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Path.GetDirectoryName(here)!, "peer.py"), folder])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"peer.py failed: {error}");
    }
}
