using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests.Peer;

/// <summary>The tensors that a script of this folder writes with Python's PyTorch; it is run once, when the first is asked for.</summary>
internal sealed class Script(string name)
{
    private readonly Lazy<string> _folder = new(() => Run(name, Directory.CreateTempSubdirectory("pytorch-peer").FullName));

    internal bool Has(string tensor) => File.Exists(Path.Combine(_folder.Value, tensor));

    internal torch.Tensor Read(string tensor) => torch.load(Path.Combine(_folder.Value, tensor));

    internal IEnumerable<torch.Tensor> ReadAll(string prefix)
    {
        for (var i = 0; Has(prefix + i); i++)
            yield return Read(prefix + i);
    }

    private static string Run(string name, string folder, [CallerFilePath] string here = "")
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var start = new ProcessStartInfo("/usr/bin/python3", ["-B", Path.Combine(Path.GetDirectoryName(here)!, name), folder])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"{name} failed: {error}");
    }
}
