using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>Values as plain text.</summary>
internal static class PlainText
{
    private const int MaxDepth = 4, MaxLine = 100;

    /// <summary>The text of a value on its own: strings as they are.</summary>
    public static string Of(object? value) => value is string text ? text : Inner(value, 0);

    /// <summary>The text of a value in a table cell: strings as they are, on one line.</summary>
    public static string InCell(object? value) => (value is string text ? text : Inner(value, 2)).ReplaceLineEndings(" ");

    private static string Inner(object? value, int depth) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        char symbol => $"'{symbol}'",
        bool truth => truth ? "true" : "false",
        Delegate function => $"{TypeNames.Of(function.GetType())} {function.Method.Name}",
        Exception error when depth > 0 => $"{error.GetType().Name}: {error.Message}",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(at => Inner(tuple[at], depth + 1)))})",
        Array { Rank: 2 } matrix => Matrix(matrix, depth),
        IDictionary map => Joined("{", Limited(map.Cast<object>(), depth, Pair), "}"),
        IEnumerable sequence when Members.IsSequence(value) =>
            depth > MaxDepth ? "[ … ]" : Joined("[", Limited(sequence.Cast<object?>(), depth, Inner), "]"),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ when depth <= MaxDepth && Members.ShowsMembers(value.GetType()) => Object(value, depth),
        _ => value.ToString() ?? "",
    };

    private static string Object(object value, int depth)
    {
        var type = value.GetType();
        var members = Members.Of(type).Select(member => $"{member.Name} = {Inner(member.Read(value), depth + 1)}");
        var name = type.IsDefined(typeof(CompilerGeneratedAttribute), false) ? "" : TypeNames.Of(type) + " ";
        return Joined(name + "{", [.. members], "}");
    }

    private static string Pair(object? entry, int depth)
    {
        var (key, value) = entry is DictionaryEntry pair ? (pair.Key, pair.Value) : KeyAndValue(entry!);
        return $"{Inner(key, depth)}: {Inner(value, depth)}";
    }

    internal static (object? Key, object? Value) KeyAndValue(object pair)
    {
        var type = pair.GetType();
        return (type.GetProperty("Key")?.GetValue(pair), type.GetProperty("Value")?.GetValue(pair));
    }

    private static string Matrix(Array matrix, int depth)
    {
        var rows = Enumerable.Range(0, matrix.GetLength(0))
            .Select(row => (object?)Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix.GetValue(row, column)).ToArray());
        return Joined("[", Limited(rows, depth, Inner), "]");
    }

    private static List<string> Limited(IEnumerable<object?> items, int depth, Func<object?, int, string> format)
    {
        List<string> shown = [];
        foreach (var item in items)
        {
            if (shown.Count == Formatter.ListExpansionLimit)
            {
                shown.Add(Rest(items, shown.Count));
                break;
            }
            shown.Add(format(item, depth + 1));
        }
        return shown;
    }

    /// <summary>What follows the elements that are shown: how many more, where that is known without running through them.</summary>
    internal static string Rest(IEnumerable items, int shown) =>
        items is IEnumerable<object> typed && typed.TryGetNonEnumeratedCount(out var count) ? $"… ({count - shown} more)" : "…";

    private static string Joined(string open, List<string> parts, string close)
    {
        if (parts.Count == 0)
            return open + close;
        var line = $"{open} {string.Join(", ", parts)} {close}";
        if (line.Length <= MaxLine && !line.Contains('\n', StringComparison.Ordinal))
            return line;
        if (parts.All(part => part.Length <= 24 && !part.Contains('\n', StringComparison.Ordinal)))
            return line;
        return $"{open}\n{string.Join(",\n", parts.Select(Indented))}\n{close}";
    }

    private static string Indented(string part) => "  " + part.Replace("\n", "\n  ", StringComparison.Ordinal);
}
