using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebook.Documents;

namespace Notebook.Reports;

/// <summary>What a notebook shows, counted: identities that hold, printed forms that fail, and numbers beside the papers'.</summary>
/// <param name="Holding">Identities that hold.</param>
/// <param name="Identities">Identities evaluated, without printed forms known to be wrong.</param>
/// <param name="PrintedFailing">Printed forms that fail.</param>
/// <param name="Printed">Printed forms evaluated beside the right ones.</param>
/// <param name="Numbers">Numbers beside the papers', as HTML of their cells.</param>
internal sealed partial record Glance(int Holding, int Identities, int PrintedFailing, int Printed, IReadOnlyList<Glance.Number> Numbers)
{
    private static readonly string[] _columns = ["quantity", "ours", "± 95 %", "reference"];

    /// <summary>One number of a paper.</summary>
    /// <param name="Cells">Quantity, ours, half width of the 95 % interval, reference: HTML.</param>
    /// <param name="Place">The cell that shows it, among the code cells that are not empty, from 1.</param>
    internal sealed record Number(IReadOnlyList<string> Cells, int Place);

    public static Glance Of(NotebookFile notebook)
    {
        var tables = notebook.Cells.Where(cell => NotebookFile.Text(cell["cell_type"]) == "code" && NotebookFile.Text(cell["source"]).Trim().Length > 0)
            .SelectMany((cell, index) => NotebookFile.Outputs(cell).Select(output => NotebookFile.Text(output["data"]?["text/html"]))
                .SelectMany(html => Table().Matches(html).Select(table => (Kind: table.Groups[1].Value, Html: table.Value, Place: index + 1)))).ToArray();
        var identities = tables.Where(table => table.Kind == "identities").Select(table => Counts(table.Html)).ToArray();
        return new(
            identities.Sum(table => table.Holding), identities.Sum(table => table.Of),
            identities.Sum(table => table.Failing), identities.Sum(table => table.Printed),
            [.. tables.Where(table => table.Kind == "reference-table").SelectMany(table => Published(table.Html, table.Place))]);
    }

    /// <summary>For the template; null if there is nothing to count.</summary>
    public JsonObject? ToJson() => Identities + Printed + Numbers.Count == 0 ? null : new()
    {
        ["holding"] = Holding,
        ["identities"] = Identities,
        ["printed_failing"] = PrintedFailing,
        ["printed"] = Printed,
        ["numbers"] = new JsonArray([.. Numbers.Select(number => (JsonNode)new JsonObject
        {
            ["cells"] = new JsonArray([.. number.Cells.Select(cell => (JsonNode)cell)]), ["place"] = number.Place,
        })]),
    };

    // The caption counts what holds and what was printed wrong; a table without such a caption is counted by its rows.
    private static (int Holding, int Of, int Failing, int Printed) Counts(string table)
    {
        var (right, printed) = (RightForms().Match(table), PrintedForms().Match(table));
        var (holds, fails) = (Holds().Count(table), Fails().Count(table));
        return (
            right.Success ? int.Parse(right.Groups[1].Value) : holds, right.Success ? int.Parse(right.Groups[2].Value) : holds + fails,
            printed.Success ? int.Parse(printed.Groups[1].Value) : 0, printed.Success ? int.Parse(printed.Groups[2].Value) : 0);
    }

    private static IEnumerable<Number> Published(string table, int place)
    {
        var heads = Head().Matches(table).Select(head => System.Net.WebUtility.HtmlDecode(head.Groups[1].Value).Trim()).ToArray();
        var columns = _columns.Select(name => Array.IndexOf(heads, name)).ToArray();
        return columns[0] < 0 || columns[1] < 0 || columns[3] < 0 ? [] : Row().Matches(table)
            .Select(row => Field().Matches(row.Value).Select(field => field.Groups[1].Value).ToArray()).Where(fields => fields.Length == heads.Length)
            .Select(fields => new Number([.. columns.Select(column => column < 0 ? "" : fields[column])], place));
    }

    [GeneratedRegex("<table class=\"(identities|reference-table)\">.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(\d+) of (\d+) identit(?:y holds|ies hold)")]
    private static partial Regex RightForms();

    [GeneratedRegex(@"(\d+) of (\d+) printed forms? fail")]
    private static partial Regex PrintedForms();

    [GeneratedRegex("<td class=\"holds\"")]
    private static partial Regex Holds();

    [GeneratedRegex("<td class=\"fails\"")]
    private static partial Regex Fails();

    [GeneratedRegex(@"<th\b[^>]*>(.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<tr>(?:<td.*?</td>)+</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<td\b[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Field();
}
