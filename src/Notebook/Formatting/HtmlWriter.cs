using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>
/// Values as HTML: objects, sequences, dictionaries and matrices as tables; nested ones folded, to be opened by the reader. One writer
/// serves one output.
/// </summary>
internal sealed class HtmlWriter
{
    /// <summary>How many nested values one output unfolds: a graph of objects may have millions of paths.</summary>
    private const int Unfolded = 50;

    private const int SummaryWidth = 80;

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private int _unfolded;

    /// <summary>A table of the value, or null when plain text says it all.</summary>
    public string? Table(object value)
    {
        _open.Add(value);
        var table = value switch
        {
            string or byte[] => null,
            Exception error => Problem(error),
            Array { Rank: 2 } matrix => Matrix(matrix),
            IEnumerable map when Members.IsDictionary(value) => Pairs(map),
            IEnumerable sequence when Members.IsSequence(value) => Sequence(sequence),
            _ when Tabular.TryRead(value) is { } rows => Tables.Html(rows.Columns, rows.Rows.Select(row => row.Select(Fragment)), rows.More),
            _ when Members.ShowsMembers(value.GetType()) && value is not ITuple => Object(value),
            _ => null,
        };
        _open.Remove(value);
        return table;
    }

    /// <summary>A value inside something larger: markup as it is, text encoded, objects folded.</summary>
    public string Fragment(object? value)
    {
        if (value is null or string)
            return Encoded(PlainText.InCell(value));
        if (Markup.Of(value) is { } html)
            return html;
        var text = Shortened(PlainText.InCell(value));
        if (Registrations.Format(value, PlainTextFormatter.MimeType) is not null)
            return Encoded(text);
        if (_open.Contains(value))
            return $"<i>{Encoded(TypeNames.Of(value.GetType()))}, as above</i>";
        if (_open.Count >= Formatter.RecursionLimit || _unfolded >= Unfolded)
            return Encoded(text);
        _unfolded++;
        if (Table(value) is not { } table)
        {
            _unfolded--;
            return Encoded(PlainText.InCell(value));
        }
        return $"<details><summary><code>{Encoded(text)}</code></summary>{table}</details>";
    }

    private string? Sequence(IEnumerable sequence)
    {
        var (items, rest) = Members.Take(sequence);
        if (items.Count == 0 || !items.Any(IsComposed))
            return null;
        if (!items.All(item => item is not null && Members.ShowsMembers(item.GetType()) && Markup.Of(item) is null
            && Registrations.Format(item, PlainTextFormatter.MimeType) is null))
        {
            return Tables.Html(["index", "value"], items.Select((item, at) => new[] { $"{at}", Fragment(item) }), rest);
        }
        List<string> columns = [.. items.Select(item => item!.GetType()).Distinct().SelectMany(Members.Of).Select(member => member.Name).Distinct()];
        return Tables.Html(columns, items.Select(item => Row(item!, columns)), rest);
    }

    private List<string> Row(object item, List<string> columns)
    {
        var members = Members.Of(item.GetType()).DistinctBy(member => member.Name).ToDictionary(member => member.Name);
        _open.Add(item);
        List<string> cells = [.. columns.Select(column => members.TryGetValue(column, out var member) ? Fragment(member.Read(item)) : "")];
        _open.Remove(item);
        return cells;
    }

    private string Object(object value) =>
        Tables.Html([], Members.Of(value.GetType()).Select(member => new[] { $"\0{member.Name}", Fragment(member.Read(value)) }), null);

    private string Pairs(IEnumerable map)
    {
        var (items, rest) = Members.Take(map);
        return Tables.Html(["Key", "Value"], items.Select(item => Members.KeyAndValue(item!)).Select(pair => new[] { Fragment(pair.Key), Fragment(pair.Value) }), rest);
    }

    private string Matrix(Array matrix)
    {
        var limit = Formatter.ListExpansionLimit;
        var (height, width) = (matrix.GetLength(0), matrix.GetLength(1));
        var rows = Enumerable.Range(0, Math.Min(height, limit)).Select(row =>
            Enumerable.Range(0, Math.Min(width, limit)).Select(column => Fragment(matrix.GetValue(row, column))));
        return Tables.Html([], rows, height > limit || width > limit ? $"… ({height} × {width} in all)" : null);
    }

    private static string Problem(Exception error) =>
        $"<details><summary><code>{Encoded(TypeNames.Of(error.GetType()))}: {Encoded(error.Message)}</code></summary><pre>{Encoded(error.ToString())}</pre></details>";

    /// <summary>Whether an element of a sequence is more than a number or a text.</summary>
    private static bool IsComposed(object? item) => item is not (null or string)
        && (Members.ShowsMembers(item.GetType()) || Members.IsDictionary(item) || item is Array { Rank: 2 } || Markup.Of(item) is not null
            || Members.IsSequence(item) && ((IEnumerable)item).Cast<object?>().Take(1).Any(IsComposed));

    private static string Shortened(string line) => Cut(string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static string Cut(string text) => text.Length <= SummaryWidth ? text : text[..(SummaryWidth - 1)] + "…";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
