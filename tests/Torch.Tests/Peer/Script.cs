using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests.Peer;

/// <summary>The tensors that a script of this folder writes with Python's PyTorch; it is run once, when the first is asked for.</summary>
/// <param name="name">The script's file.</param>
/// <param name="prepare">Writes what the script reads into the folder that it is given.</param>
internal sealed class Script(string name, Action<string>? prepare = null)
{
    private readonly Lazy<string> _folder = new(() => Run(name, prepare, Directory.CreateTempSubdirectory("pytorch-peer").FullName));

    internal string PathOf(string file) => Path.Combine(_folder.Value, file);

    internal bool Has(string tensor) => File.Exists(Path.Combine(_folder.Value, tensor));

    internal string Text(string file) => File.ReadAllText(Path.Combine(_folder.Value, file));

    internal torch.Tensor Read(string tensor) => torch.load(Path.Combine(_folder.Value, tensor));

    internal IEnumerable<torch.Tensor> ReadAll(string prefix)
    {
        for (var i = 0; Has(prefix + i); i++)
            yield return Read(prefix + i);
    }

    private static string Run(string name, Action<string>? prepare, string folder, [CallerFilePath] string here = "")
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        prepare?.Invoke(folder);
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
