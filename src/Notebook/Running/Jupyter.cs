using System.Diagnostics;
using System.Text.Json.Nodes;
using Notebook.Documents;

namespace Notebook.Running;

/// <summary>Jupyter's own programs, which run the notebooks and export them.</summary>
/// <param name="NbConvert">Path of <c>jupyter-nbconvert</c>.</param>
internal sealed record Jupyter(string NbConvert)
{
    /// <summary>The Python that nbconvert runs with: it has nbclient too.</summary>
    public string Python { get; } = Interpreter(NbConvert);

    /// <summary>Path of <c>jupyter-nbconvert</c>; null if it is not installed.</summary>
    public static string? Locate() => Folders().Select(folder => Path.Combine(folder, "jupyter-nbconvert")).FirstOrDefault(File.Exists);

    /// <exception cref="CannotStartException">nbconvert is not installed.</exception>
    public static Jupyter Find() => Locate() is { } found ? new(found)
        : throw new CannotStartException("jupyter-nbconvert is missing. Install Debian's packages:  apt-get install jupyter-nbconvert python3-ipykernel");

    /// <summary>Folders of kernelspecs, those that Jupyter prefers first.</summary>
    public async Task<IReadOnlyList<string>> KernelFolders(CancellationToken cancel)
    {
        var jupyter = Path.Combine(Path.GetDirectoryName(NbConvert)!, "jupyter");
        var (exit, output, _) = await Run(jupyter, ["--paths", "--json"], [], null, cancel);
        return exit == 0 && JsonNode.Parse(output)?["data"] is JsonArray data
            ? [.. data.Select(folder => Path.Combine(NotebookFile.Text(folder), "kernels"))] : [];
    }

    /// <exception cref="CannotStartException">A kernel that a notebook names is not installed.</exception>
    public async Task RequireKernels(IEnumerable<string> names, CancellationToken cancel)
    {
        var folders = await KernelFolders(cancel);
        foreach (var name in names.Distinct())
            if (!folders.Any(folder => File.Exists(Path.Combine(folder, name.Length == 0 ? "?" : name, "kernel.json"))))
                throw new CannotStartException(Missing(name, folders));
    }

    /// <summary>Runs nbconvert.</summary>
    public Task<(int Exit, string Output, string Errors)> Convert(IEnumerable<string> arguments, CancellationToken cancel) =>
        Run(NbConvert, arguments, [("PYTHONWARNINGS", "ignore")], null, cancel);

    /// <summary>Runs a program; <paramref name="heard"/> gets each line of its standard output while it works.</summary>
    public static async Task<(int Exit, string Output, string Errors)> Run(
        string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, Action<string>? heard,
        CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new CannotStartException($"{program} could not be started.");
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = new List<string>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
            {
                output.Add(line);
                heard?.Invoke(line);
            }

            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, string.Join('\n', output), await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Missing(string name, IReadOnlyList<string> folders)
    {
        var installed = folders.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Select(Path.GetFileName).Distinct().Order();
        return name switch
        {
            "" => "The notebook names no kernel (metadata.kernelspec.name); give one with --kernel.",
            ".net-csharp" => "The kernel '.net-csharp' is not installed. Run:  dotnet notebook install  (or set JUPYTER_PATH to where it is)",
            ".net-fsharp" or ".net-powershell" or ".net-pwsh" => $"The notebook is for the kernel '{name}'. This one runs C# only, and that one is not installed.",
            _ => $"The kernel '{name}' is not installed; there are: {string.Join(", ", installed)}.",
        };
    }

    // The system's programs come first: they are the versions that the templates are tested with.
    private static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend("/usr/bin");

    private static string Interpreter(string script)
    {
        using var reader = File.OpenText(script);
        var first = reader.ReadLine() ?? "";
        var command = first.StartsWith("#!", StringComparison.Ordinal) ? first[2..].Trim().Split(' ')[0] : "";
        return File.Exists(command) && !command.EndsWith("/env", StringComparison.Ordinal) ? command : "python3";
    }
}
