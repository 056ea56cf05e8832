using System.Collections;
using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>HTML tables of objects, sequences of objects, dictionaries and matrices.</summary>
internal static class HtmlTable
{
    /// <summary>A table of the value, or null when plain text says it all.</summary>
    public static string? TryFormat(object value) => value switch
    {
        string => null,
        Array { Rank: 2 } matrix => OfMatrix(matrix),
        IDictionary map => OfPairs(map),
        IEnumerable sequence when Members.IsSequence(value) => OfSequence(sequence),
        _ when Members.ShowsMembers(value.GetType()) && value is not System.Runtime.CompilerServices.ITuple => OfObject(value),
        _ => null,
    };

    /// <summary>A table of texts.</summary>
    public static string Of(IReadOnlyList<string> columns, IEnumerable<IEnumerable<object?>> rows) => Write([.. columns], rows, null);

    private static string? OfSequence(IEnumerable sequence)
    {
        var (items, rest) = Take(sequence);
        if (items.Count == 0 || !items.All(item => item is not null && Members.ShowsMembers(item.GetType())))
            return null;
        var columns = items.Select(item => item!.GetType()).Distinct().SelectMany(Members.Of).Select(member => member.Name).Distinct().ToList();
        var rows = items.Select(item => Row(item!, columns));
        return Write(columns, rows, rest);
    }

    private static IEnumerable<object?> Row(object item, List<string> columns)
    {
        var members = Members.Of(item.GetType()).DistinctBy(member => member.Name).ToDictionary(member => member.Name);
        return columns.Select(column => members.TryGetValue(column, out var member) ? member.Read(item) : "");
    }

    private static string OfObject(object value) =>
        Write([], Members.Of(value.GetType()).Select(member => new[] { new Header(member.Name), member.Read(value) }), null);

    private static string OfPairs(IDictionary map)
    {
        var (items, rest) = Take(map);
        return Write(["Key", "Value"], items.Select(item => item is DictionaryEntry entry ? [entry.Key, entry.Value] : Both(item!)), rest);

        static object?[] Both(object pair)
        {
            var (key, value) = PlainText.KeyAndValue(pair);
            return [key, value];
        }
    }

    private static string OfMatrix(Array matrix)
    {
        var limit = Formatter.ListExpansionLimit;
        var (height, width) = (matrix.GetLength(0), matrix.GetLength(1));
        var rows = Enumerable.Range(0, Math.Min(height, limit)).Select(row =>
            Enumerable.Range(0, Math.Min(width, limit)).Select(column => matrix.GetValue(row, column)));
        return Write([], rows, height > limit || width > limit ? $"… ({height} × {width} in all)" : null);
    }

    private static (List<object?> Items, string? More) Take(IEnumerable sequence)
    {
        List<object?> items = [];
        foreach (var item in sequence)
        {
            if (items.Count == Formatter.ListExpansionLimit)
                return (items, PlainText.Rest(sequence, items.Count));
            items.Add(item);
        }
        return (items, null);
    }

    private static string Write(List<string> columns, IEnumerable<IEnumerable<object?>> rows, string? rest)
    {
        var html = new StringBuilder("<table>");
        if (columns.Count > 0)
        {
            html.Append("<thead><tr>");
            foreach (var column in columns)
                html.Append("<th>").Append(WebUtility.HtmlEncode(column)).Append("</th>");
            html.Append("</tr></thead>");
        }
        html.Append("<tbody>");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", row.Select(Cell)).Append("</tr>");
        html.Append("</tbody></table>");
        if (rest is not null)
            html.Append("<p>").Append(WebUtility.HtmlEncode(rest)).Append("</p>");
        return html.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        Header header => $"<th>{WebUtility.HtmlEncode(header.Text)}</th>",
        RichContent { MimeType: "text/html" } content => $"<td>{content.Text}</td>",
        _ => $"<td>{WebUtility.HtmlEncode(PlainText.InCell(value))}</td>",
    };

    private sealed record Header(string Text);
}
