using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>Values as plain text.</summary>
internal sealed class PlainText
{
    private const int MaxLine = 100, ShownBytes = 32;

    /// <summary>How many objects one text describes: a graph of objects may have millions of paths.</summary>
    private const int Described = 60;

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private int _described;

    /// <summary>The text of a value on its own: strings as they are.</summary>
    public static string Of(object? value) => value is string text ? text : new PlainText().Inner(value, 0);

    /// <summary>The text of a value in a table cell: strings as they are, on one line.</summary>
    public static string InCell(object? value) => (value is string text ? text : new PlainText().Inner(value, 2)).ReplaceLineEndings(" ");

    private string Inner(object? value, int depth) => value switch
    {
        null => "null",
        _ when depth > 0 && Registrations.Format(value, PlainTextFormatter.MimeType) is { } own => own,
        string text => $"\"{text}\"",
        char symbol => $"'{symbol}'",
        bool truth => truth ? "true" : "false",
        byte[] bytes => Bytes(bytes),
        Delegate function => $"{TypeNames.Of(function.GetType())} {function.Method.Name}",
        Exception error when depth > 0 => $"{error.GetType().Name}: {error.Message}",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(at => Inner(tuple[at], depth + 1)))})",
        Array { Rank: 2 } matrix => Matrix(matrix, depth),
        IEnumerable map when Members.IsDictionary(value) => Once(map, () => Joined("{", Limited(map, depth, Pair), "}")),
        IEnumerable sequence when Members.IsSequence(value) =>
            depth > Formatter.RecursionLimit ? "[ … ]" : Once(sequence, () => Joined("[", Limited(sequence, depth, Inner), "]")),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ when depth <= Formatter.RecursionLimit && Members.ShowsMembers(value.GetType()) => Once(value, () => Object(value, depth)),
        _ when Members.HasOwnText(value.GetType()) => value.ToString() ?? "",
        _ => TypeNames.Of(value.GetType()),
    };

    /// <summary>Describes an object that is not being described already, as long as there are not too many.</summary>
    private string Once(object value, Func<string> describe)
    {
        if (_described++ >= Described || !_open.Add(value))
            return $"{TypeNames.Of(value.GetType())} …";
        var text = describe();
        _open.Remove(value);
        return text;
    }

    private string Object(object value, int depth)
    {
        var type = value.GetType();
        var members = Members.Of(type).Select(member => $"{member.Name} = {Inner(member.Read(value), depth + 1)}");
        var name = type.IsDefined(typeof(CompilerGeneratedAttribute), false) ? "" : TypeNames.Of(type) + " ";
        return Joined(name + "{", [.. members], "}");
    }

    private string Pair(object? entry, int depth)
    {
        var (key, value) = Members.KeyAndValue(entry!);
        return $"{Inner(key, depth)}: {Inner(value, depth)}";
    }

    private string Matrix(Array matrix, int depth)
    {
        var rows = Enumerable.Range(0, matrix.GetLength(0))
            .Select(row => (object?)Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix.GetValue(row, column)).ToArray());
        return Joined("[", Limited(rows, depth, Inner), "]");
    }

    private static string Bytes(byte[] bytes)
    {
        var shown = string.Join(' ', bytes.Take(ShownBytes).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
        return $"byte[{bytes.Length}] {{ {shown}{(bytes.Length > ShownBytes ? " …" : "")} }}";
    }

    private static List<string> Limited(IEnumerable items, int depth, Func<object?, int, string> format)
    {
        var (taken, rest) = Members.Take(items);
        List<string> shown = [.. taken.Select(item => format(item, depth + 1))];
        if (rest is not null)
            shown.Add(rest);
        return shown;
    }

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
