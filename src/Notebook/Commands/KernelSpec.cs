using System.Text.Json;
using System.Text.Json.Nodes;
using Notebook.Documents;
using Notebook.Formatting;

namespace Notebook.Commands;

/// <summary>The kernelspec folder by which Jupyter finds the kernel.</summary>
internal static class KernelSpec
{
    /// <summary>Name of the kernelspec; the one that C# notebooks of .NET Interactive carry.</summary>
    public const string Name = ".net-csharp";

    /// <summary>Name shown in Jupyter's menus.</summary>
    public const string DisplayName = ".NET (C#)";

    /// <summary>Folder of the kernelspec below <paramref name="prefix"/>.</summary>
    public static string FolderUnder(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels", Name);

    /// <summary>Folder of the kernelspec of the current user.</summary>
    public static string FolderOfUser()
    {
        var data = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR");
        if (string.IsNullOrEmpty(data))
            data = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "jupyter");
        return Path.Combine(data, "kernels", Name);
    }

    /// <summary>Writes <c>kernel.json</c>, and the script that draws diagrams, into <paramref name="folder"/>, replacing an older one.</summary>
    public static void Write(string folder, IEnumerable<string> launcher)
    {
        Directory.CreateDirectory(folder);
        var argv = new JsonArray([.. launcher.Select(part => (JsonNode)part), "kernel", "{connection_file}"]);
        var spec = new JsonObject
        {
            ["argv"] = argv,
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        if (Path.Combine(AppContext.BaseDirectory, MermaidDiagram.Script) is var mermaid && File.Exists(mermaid))
            Files.Copy(mermaid, Path.Combine(folder, MermaidDiagram.Script));
        Files.WriteText(Path.Combine(folder, "kernel.json"), spec.ToJsonString(Indented) + "\n");
    }

    /// <summary>
    /// How to start this very program again: the command of the installed tool, which stays the same when the tool is updated; else
    /// its own executable, or <c>dotnet</c> and its assembly.
    /// </summary>
    public static IReadOnlyList<string> Launcher()
    {
        var process = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(process) == "dotnet")
            return [process, Path.Combine(AppContext.BaseDirectory, "dotnet-notebook.dll")];
        var store = process.IndexOf($"{Path.DirectorySeparatorChar}.store{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        var command = store < 0 ? process : Path.Combine(process[..store], Path.GetFileName(process));
        return [File.Exists(command) ? command : process];
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
