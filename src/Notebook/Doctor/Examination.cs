using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notebook.Commands;
using Notebook.Documents;
using Notebook.Running;

namespace Notebook.Doctor;

/// <summary>Looks for everything that the kernel, the commands and, inside the workspace, the lectures need.</summary>
internal static class Examination
{
    private static readonly string[] _mnist =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    public static async Task<IReadOnlyList<Finding>> Run(CancellationToken cancel)
    {
        var findings = new List<Finding>
        {
            await Program("dotnet", ["--version"], ".NET SDK", "restores packages and gives documentation in tooltips", "https://dot.net/download: dotnet-sdk-10.0", false, cancel),
            new("ZeroMQ", "carries messages between Jupyter and the kernel", ZeroMq(), "apt-get install libzmq5", true),
        };
        var jupyter = Jupyter.Locate() is { } path ? new Jupyter(path) : null;
        findings.Add(await Program(jupyter?.NbConvert ?? "jupyter-nbconvert", ["--version"], "nbconvert", "run, export, report, slides", "apt-get install jupyter-nbconvert", true, cancel));
        findings.Add(await Program(jupyter?.Python ?? "python3", ["-c", "import nbclient; print(nbclient.__version__)"], "nbclient", "runs notebooks", "apt-get install python3-nbclient", true, cancel));
        findings.Add(await Program("jupyter-notebook", ["--version"], "Jupyter Notebook", "the interactive front end (JupyterLab serves as well)", "apt-get install jupyter-notebook", false, cancel));
        findings.AddRange(await Kernel(jupyter, cancel));
        findings.Add(new("Chromium", "export to PDF, diagrams in reports", Browser.Locate(), "apt-get install chromium", false));
        if (Workspace(Directory.GetCurrentDirectory()) is { } root)
            findings.AddRange(OfWorkspace(root));
        return findings;
    }

    /// <summary>The folder of the lectures that <paramref name="folder"/> is in; null if it is in none.</summary>
    private static string? Workspace(string? folder) => folder is null ? null
        : File.Exists(Path.Combine(folder, "notebooks", "templates", "package.json")) ? folder : Workspace(Path.GetDirectoryName(folder));

    private static IEnumerable<Finding> OfWorkspace(string root)
    {
        var libtorch = Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } given ? [Path.Combine(given, "lib", "libtorch_cpu.so")]
            : Folders("/usr/lib", "*-linux-gnu").Concat(["/usr/lib", "/usr/lib64"]).Select(folder => Path.Combine(folder, "libtorch_cpu.so"));
        yield return new("libtorch", "the tensor engine of the lectures", libtorch.FirstOrDefault(File.Exists), "apt-get install libtorch-dev", true);
        var data = Path.Combine(Environment.GetEnvironmentVariable("LATENT_DATA") is { Length: > 0 } folder ? folder : Path.Combine(root, "data", "sets"), "mnist");
        yield return new("MNIST", "the data of the lectures", _mnist.All(name => File.Exists(Path.Combine(data, name))) ? data : null, "./build.sh data", true);
        var library = Path.Combine(root, "artifacts", "bin", "Lectures", "release", "Lectures.dll");
        yield return new("the library", "what the lectures load", File.Exists(library) ? library : null, "./build.sh setup", true);
        var assets = Path.Combine(root, "notebooks", "templates", "node_modules");
        yield return new("web assets", "type, maths and charts of pages", Directory.Exists(assets) ? assets : null, "npm ci --prefix notebooks/templates", true);
    }

    private static async Task<IReadOnlyList<Finding>> Kernel(Jupyter? jupyter, CancellationToken cancel)
    {
        const string Use = "how Jupyter finds this kernel", Remedy = "dotnet notebook install";
        var folders = jupyter is null ? [Path.GetDirectoryName(KernelSpec.FolderOfUser())!] : await jupyter.KernelFolders(cancel);
        var spec = folders.Select(folder => Path.Combine(folder, KernelSpec.Name, "kernel.json")).FirstOrDefault(File.Exists);
        if (spec is null)
            return [new("kernelspec", Use, null, Remedy, true)];
        try
        {
            var argv = (JsonNode.Parse(await File.ReadAllTextAsync(spec, cancel))?["argv"] as JsonArray ?? []).Select(NotebookFile.Text).ToArray();
            var command = argv.TakeWhile(part => part != "kernel").ToArray();
            var alive = command.Length == 0 ? null : await Said(command[0], [.. command[1..], "--version"], cancel);
            return
            [
                new("kernelspec", Use, spec, Remedy, true),
                new("kernel", "runs the cells", alive is null ? null : $"{string.Join(' ', command)} ({alive})", $"{Remedy} (the kernelspec starts {string.Join(' ', command)}, which does not answer)", true),
            ];
        }
        catch (JsonException)
        {
            return [new("kernelspec", Use, null, $"{Remedy} ({spec} is not JSON)", true)];
        }
    }

    private static string? ZeroMq()
    {
        foreach (var name in new[] { "libzmq.so.5", "libzmq.so" })
            if (NativeLibrary.TryLoad(name, out _))
                return name;
        return null;
    }

    private static async Task<Finding> Program(
        string program, string[] arguments, string name, string use, string remedy, bool isNeeded, CancellationToken cancel) =>
        new(name, use, await Said(program, arguments, cancel), remedy, isNeeded);

    /// <summary>The first line that a program says; null if it cannot be started or fails.</summary>
    private static async Task<string?> Said(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        try
        {
            var (exit, output, _) = await Jupyter.Run(program, arguments, [("PYTHONWARNINGS", "ignore")], null, cancel);
            return exit == 0 ? output.Split('\n')[0].Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Folders(string folder, string pattern) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, pattern) : [];
}
