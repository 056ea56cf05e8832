using System.Net;
using System.Text;

namespace Notebook.Formatting;

/// <summary>Writes HTML tables.</summary>
internal static class Tables
{
    /// <summary>A table.</summary>
    /// <param name="columns">The heads of the columns, as text; none when the rows have heads.</param>
    /// <param name="rows">The cells, as markup; one that starts with a zero character is text, the head of its row.</param>
    /// <param name="rest">What stands below, as text: how many rows are not shown.</param>
    public static string Html(IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows, string? rest)
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

    private static string Cell(string cell) => cell is ['\0', ..] ? $"<th>{WebUtility.HtmlEncode(cell[1..])}</th>" : $"<td>{cell}</td>";
}
