using System.Text.RegularExpressions;

namespace Notebook.Running;

/// <summary>Text of consoles.</summary>
internal static partial class AnsiText
{
    /// <summary>The text without its colours.</summary>
    public static string Plain(string text) => Sequence().Replace(text, "");

    [GeneratedRegex(@"\u001b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Sequence();
}
