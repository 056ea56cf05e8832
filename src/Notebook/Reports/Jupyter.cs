using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Notebook.Reports;

/// <summary>Jupyter's own programs, which run the notebooks and export them.</summary>
/// <param name="NbConvert">Path of <c>jupyter-nbconvert</c>.</param>
internal sealed record Jupyter(string NbConvert)
{
    /// <exception cref="CannotStartException">nbconvert is not installed.</exception>
    public static Jupyter Find()
    {
        // The system's comes first: it is the version that the template is tested with.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Prepend("/usr/bin");
        var found = folders.Select(folder => Path.Combine(folder, "jupyter-nbconvert")).FirstOrDefault(File.Exists);
        return found is null
            ? throw new CannotStartException(
                "jupyter-nbconvert is missing. Install Debian's packages:  apt-get install jupyter-nbconvert python3-ipykernel")
            : new(found);
    }

    /// <exception cref="CannotStartException">A kernel that a notebook names is not installed.</exception>
    public async Task RequireKernels(IEnumerable<string> names, CancellationToken cancel)
    {
        var jupyter = Path.Combine(Path.GetDirectoryName(NbConvert)!, "jupyter");
        var (exit, output, _) = await Run(jupyter, ["--paths", "--json"], [], null, cancel);
        var folders = exit == 0 && JsonNode.Parse(output)?["data"] is JsonArray data ? data.Select(NotebookFile.Text).ToArray() : [];
        foreach (var name in names.Distinct())
            if (!folders.Any(folder => File.Exists(Path.Combine(folder, "kernels", name, "kernel.json"))))
                throw new CannotStartException(name == ".net-csharp"
                    ? "The kernel '.net-csharp' is not installed. Run:  dotnet-notebook install  (or set JUPYTER_PATH to where it is)"
                    : $"The kernel '{name}' is not installed; Jupyter looked in {string.Join(", ", folders)}.");
    }

    /// <summary>Runs nbconvert; <paramref name="heard"/> gets each line it says while it works.</summary>
    public Task<(int Exit, string Output, string Errors)> Convert(
        IEnumerable<string> arguments, IEnumerable<(string, string)> environment, Action<string>? heard, CancellationToken cancel) =>
        Run(NbConvert, arguments, environment, heard, cancel);

    private static async Task<(int Exit, string Output, string Errors)> Run(
        string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, Action<string>? heard,
        CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new CannotStartException($"{program} could not be started.");
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not { } text)
                return;
            lock (errors)
                errors.Add(text);
            heard?.Invoke(text);
        };
        process.BeginErrorReadLine();
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, output, string.Join('\n', errors));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
