using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebook.Documents;

/// <summary>JSON as Jupyter writes it: indented by one space, text unescaped, a line end after it. A diff then shows what was changed only.</summary>
internal static partial class NotebookJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonNode json) => Escaped().Replace(json.ToJsonString(_options), match =>
        match.Groups["before"].Value + Regex.Unescape(match.Groups["escape"].Value)) + "\n";

    // The encoder escapes what lies beyond the first 65,536 characters, and a few spaces and signs; Jupyter does not.
    [GeneratedRegex(@"(?<!\\)(?<before>(?:\\\\)*)(?<escape>\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u(?!00[01]|[dD][89a-fA-F])[0-9A-Fa-f]{4})")]
    private static partial Regex Escaped();
}
