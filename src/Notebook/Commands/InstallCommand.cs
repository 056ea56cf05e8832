using System.CommandLine;
using System.Text.Json.Nodes;
using Notebook.Running;

namespace Notebook.Commands;

/// <summary><c>install [--user | --prefix DIR | --sys-prefix]</c>: makes the kernel known to Jupyter.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var place = new PlaceOptions();
        var command = new Command("install", $"Make the {KernelSpec.DisplayName} kernel known to Jupyter (for this user unless told otherwise).");
        place.AddTo(command);
        command.SetAction((result, cancel) => CommandLine.Guard("install", async () => Install(await place.Folder(result, cancel))));
        return command.WithExamples("dotnet notebook install", "dotnet notebook install --sys-prefix     (inside a virtual environment)");
    }

    private static int Install(string folder)
    {
        var earlier = Starts(folder);
        KernelSpec.Write(folder, KernelSpec.Launcher());
        Console.WriteLine($"Installed kernelspec {KernelSpec.Name} in {folder}");
        if (earlier is not null && earlier != Starts(folder))
            Console.WriteLine($"It replaces the one that started {earlier}");
        return 0;
    }

    /// <summary>The program that a kernelspec starts; null if there is none.</summary>
    private static string? Starts(string folder)
    {
        try
        {
            var path = Path.Combine(folder, "kernel.json");
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))?["argv"]?[0]?.ToString() : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>Where the kernelspec goes.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<bool> _user = new("--user") { Description = "In the current user's Jupyter data folder (the default)." };
    private readonly Option<string?> _prefix = new("--prefix") { Description = "In DIR/share/jupyter/kernels.", HelpName = "DIR" };
    private readonly Option<bool> _system = new("--sys-prefix") { Description = "In the environment of Jupyter's Python: a virtual environment, conda, or /usr." };

    public void AddTo(Command command)
    {
        command.Add(_user);
        command.Add(_prefix);
        command.Add(_system);
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(_user), result.GetValue(_prefix) is not null, result.GetValue(_system) }.Count(given => given) > 1)
                result.AddError("--user, --prefix and --sys-prefix exclude each other: give one of them.");
        });
    }

    /// <summary>The folder of the kernelspec.</summary>
    public async Task<string> Folder(ParseResult result, CancellationToken cancel) =>
        result.GetValue(_prefix) is { } prefix ? KernelSpec.FolderUnder(prefix)
        : result.GetValue(_system) ? KernelSpec.FolderUnder(await SystemPrefix(cancel))
        : KernelSpec.FolderOfUser();

    private static async Task<string> SystemPrefix(CancellationToken cancel)
    {
        foreach (var name in new[] { "VIRTUAL_ENV", "CONDA_PREFIX" })
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } folder)
                return folder;
        var (exit, output, errors) = await Jupyter.Run(Jupyter.Find().Python, ["-c", "import sys; print(sys.prefix)"], [], null, cancel);
        return exit == 0 ? output.Trim() : throw new CannotStartException($"Python does not say where it is: {errors.Trim()}");
    }
}
