using Microsoft.DotNet.Interactive;
using Notebook.Formatting;

namespace Notebook.Directives;

/// <summary>Commands that list the variables of the session.</summary>
internal static class Variables
{
    private const int ValueWidth = 80;

    /// <summary>Shows their names.</summary>
    public static void Who(MagicCall call)
    {
        var names = call.Session.Variables().Select(variable => variable.Name).Order(StringComparer.OrdinalIgnoreCase).ToList();
        Kernel.display(names.Count == 0 ? "There are no variables." : string.Join('\n', names));
    }

    /// <summary>Shows names, types and values.</summary>
    public static void Whos(MagicCall call)
    {
        string[] headers = ["Variable", "Type", "Value"];
        List<string[]> rows = [.. call.Session.Variables().OrderBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase)
            .Select(variable => new[] { variable.Name, TypeNames.Of(variable.Type), Shortened(PlainText.InCell(variable.Value)) })];
        Kernel.display(new Table(headers, rows));
    }

    private static string Shortened(string text) => text.Length <= ValueWidth ? text : text[..(ValueWidth - 1)] + "…";
}
