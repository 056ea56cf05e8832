using System.Text.Json.Nodes;

namespace Notebook.Directives;

/// <summary>Languages of cells in notebooks that were written in several.</summary>
internal static class CellLanguage
{
    private static readonly string[] CSharp = ["csharp", "c#", "cs", "C#", ".net-csharp", "dotnet-interactive.csharp", "polyglot-notebook"];

    private static readonly string[] Elsewhere =
    [
        "fsharp", "f#", "fs", "pwsh", "powershell", "sql", "kql", "python", "ipython", "py", "r", "http", "httpRequest", "vscode", "bash", "sh", "typescript", "ts",
    ];

    /// <summary>Whether a language is that of the kernel; one that is not named is.</summary>
    public static bool IsCSharp(string? language) => string.IsNullOrEmpty(language) || CSharp.Contains(language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is one that .NET Interactive ran, or could be connected to, and this kernel does not.</summary>
    public static bool IsElsewhere(string language) => Elsewhere.Contains(language, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The language that the metadata of a cell name: <c>polyglot_notebook.kernelName</c>, <c>dotnet_interactive.language</c> or
    /// <c>vscode.languageId</c>. The same object may come with an <c>execute_request</c>.
    /// </summary>
    /// <param name="metadata">The metadata; null when there are none.</param>
    /// <returns>The name of the language, or null when none is named.</returns>
    public static string? Of(JsonNode? metadata) =>
        Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language") ?? Text(metadata, "vscode", "languageId");

    private static string? Text(JsonNode? metadata, string section, string name) =>
        metadata is JsonObject all && all[section] is JsonObject inner && inner[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
            ? text
            : null;
}
