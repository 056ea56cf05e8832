using System.Text;

namespace Lectures;

/// <summary>A captioned table of cells. Without rows it shows its caption alone.</summary>
/// <param name="Headers">Column headings; LaTeX between <c>\(</c> and <c>\)</c> is set as maths.</param>
/// <param name="Rows">Rows of as many cells as there are headings.</param>
/// <param name="Caption">One line above the table; empty for none.</param>
/// <param name="Class">CSS class of the table.</param>
public sealed record Table(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<Cell>> Rows, string Caption = "", string Class = "plain")
    : Exhibit
{
    /// <summary>Starts a table with a row for each item; add columns with <see cref="TableOf{T}.Column"/>.</summary>
    public static TableOf<T> Of<T>(IEnumerable<T> items) => new([.. items], []);

    /// <inheritdoc />
    public override string ToHtml()
    {
        if (CaptionAlone) return $"<p class=\"caption\">{Html.Escape(Caption)}</p>";
        var html = new StringBuilder($"<table class=\"{Class}\">");
        if (Caption.Length > 0) html.Append($"<caption>{Html.Escape(Caption)}</caption>");
        html.Append("<thead><tr>");
        foreach (var (column, header) in Headers.Index())
            html.Append($"<th scope=\"col\" {(IsNumeric(column) ? "class=\"number\"" : "style=\"text-align:left\"")}>{Html.Escape(header)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows)
            html.Append("<tr>").AppendJoin("", row.Select(Write)).Append("</tr>");
        return html.Append("</tbody></table>").ToString();

        // Jupyter aligns every cell to the right unless the cell itself says otherwise.
        static string Write(Cell cell) => cell switch
        {
            { Number: true } => $"<td class=\"{$"number {cell.Class}".Trim()}\">{cell.Html}</td>",
            { Class.Length: > 0 } => $"<td class=\"{cell.Class}\" style=\"text-align:center\">{cell.Html}</td>",
            _ => $"<td style=\"text-align:left\">{cell.Html}</td>",
        };
    }

    /// <inheritdoc />
    public override string ToText()
    {
        if (CaptionAlone) return Caption;
        var widths = Headers.Select((header, column) => Rows.Select(row => row[column].Text.Length).Append(header.Length).Max()).ToArray();
        var lines = Rows.Select(row => Line(row.Select((cell, column) => Pad(cell.Text, column))));
        var head = Line(Headers.Select(Pad));
        return string.Join('\n', [.. Caption.Length > 0 ? [Caption] : Array.Empty<string>(), head, new string('-', head.Length), .. lines]);

        string Pad(string text, int column) => IsNumeric(column) ? text.PadLeft(widths[column]) : text.PadRight(widths[column]);
        static string Line(IEnumerable<string> cells) => string.Join("  ", cells).TrimEnd();
    }

    private bool CaptionAlone => Rows.Count == 0 && Caption.Length > 0;

    private bool IsNumeric(int column) => Rows.Count > 0 && Rows.Any(row => row[column].Number);
}

/// <summary>A table under construction: items are rows, functions of an item are columns.</summary>
public sealed record TableOf<T>(IReadOnlyList<T> Items, IReadOnlyList<(string Header, Func<T, Cell> Cell)> Columns)
{
    /// <summary>Adds a column: text, a number (with a .NET format such as <c>F4</c>), a <see cref="Cell"/>, or a bool for ✓ and ✗.</summary>
    public TableOf<T> Column(string header, Func<T, object?> value, string? format = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return this with { Columns = [.. Columns, (header, item => Cell.From(value(item), format))] };
    }

    /// <summary>Computes all cells.</summary>
    /// <exception cref="InvalidOperationException">There is no column.</exception>
    public Table Titled(string caption) => Columns.Count == 0
        ? throw new InvalidOperationException("A table needs a column: call Column before Titled.")
        : new([.. Columns.Select(column => column.Header)],
            [.. Items.Select(item => (IReadOnlyList<Cell>)[.. Columns.Select(column => column.Cell(item))])], caption);
}
