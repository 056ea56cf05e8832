using System.Text.RegularExpressions;
using Notebook.Scripting;

namespace Notebook.Directives;

/// <summary>The line of a magic command: its name, then options and arguments as on a command line.</summary>
/// <param name="Text">The whole line.</param>
/// <param name="Number">Its number in the cell, from 1.</param>
/// <param name="Cell">The name of the cell.</param>
internal sealed partial record MagicLine(string Text, int Number, string Cell)
{
    private string[]? _words;

    /// <summary>The command as typed, with <c>#!</c>.</summary>
    public string Command => Words[0];

    /// <summary>What follows the command, white space around it removed.</summary>
    public string Rest => Text[Command.Length..].Trim();

    /// <summary>The arguments that belong to no option.</summary>
    /// <param name="flags">The options that take no value.</param>
    public IReadOnlyList<string> Arguments(params ReadOnlySpan<string> flags)
    {
        List<string> found = [];
        for (var at = 1; at < Words.Length; at++)
        {
            if (!IsOption(Words[at]))
                found.Add(Unquoted(Words[at]));
            else if (!flags.Contains(Words[at]) && !Words[at].Contains('=', StringComparison.Ordinal))
                at++;
        }
        return found;
    }

    /// <summary>The value of an option, given as <c>--name value</c> or <c>--name=value</c>; null when it is absent.</summary>
    /// <param name="name">The option with its dashes.</param>
    /// <exception cref="CellException">The value is missing.</exception>
    public string? Option(string name)
    {
        for (var at = 1; at < Words.Length; at++)
        {
            if (Words[at].StartsWith(name + "=", StringComparison.Ordinal))
                return Unquoted(Words[at][(name.Length + 1)..]);
            if (Words[at] == name)
                return at + 1 < Words.Length && !IsOption(Words[at + 1]) ? Unquoted(Words[at + 1]) : throw Error($"{Command}: a value must follow {name}.");
        }
        return null;
    }

    /// <summary>Whether an option without value is there.</summary>
    public bool Has(string flag) => Words.Contains(flag);

    /// <summary>A required option.</summary>
    /// <exception cref="CellException">It is absent.</exception>
    public string Required(string name, string usage) => Option(name) ?? throw Error($"{Command} needs {name}. Write: {Command} {usage}");

    /// <summary>An error that points at this line.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="name">Kind of the error.</param>
    public CellException Error(string message, string name = "MagicCommand") =>
        new(name, $"{Cell}({Number},1): {message}", [$"{Cell}({Number},1): {message}", .. CompileErrors.Marked(Text, Number, 0, Text.TrimEnd().Length)]);

    private string[] Words => _words ??= [.. Word().Matches(Text).Select(match => match.Value)];

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    private static string Unquoted(string word) => word.Replace("\"", "", StringComparison.Ordinal);

    /// <summary>A word; what is between double quotes belongs together.</summary>
    [GeneratedRegex("""(?:[^\s"]|"[^"]*"?)+""")]
    private static partial Regex Word();
}
