using System.Collections;
using System.Data;
using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>The contents of something that consists of rows and columns.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows that are shown.</param>
/// <param name="More">How many there are, when not all are shown.</param>
internal sealed record Tabular(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, string? More)
{
    /// <summary>Reads a <c>System.Data.DataTable</c> or a <c>Microsoft.Data.Analysis.DataFrame</c>; null for anything else.</summary>
    public static Tabular? TryRead(object value) => value.GetType().FullName switch
    {
        "System.Data.DataTable" => OfTable(value),
        "Microsoft.Data.Analysis.DataFrame" => OfFrame(value),
        _ => null,
    };

    private static Tabular OfTable(object value)
    {
        var table = (DataTable)value;
        var rows = table.Rows.Cast<DataRow>().Take(Formatter.ListExpansionLimit).Select(row => row.ItemArray);
        return new Tabular([.. table.Columns.Cast<DataColumn>().Select(column => column.ColumnName)], [.. rows], Rest(table.Rows.Count));
    }

    private static Tabular OfFrame(object value)
    {
        List<object> columns = [.. ((IEnumerable)Read(value, "Columns")).Cast<object>()];
        var length = columns.Count == 0 ? 0 : Convert.ToInt64(Read(columns[0], "Length"), CultureInfo.InvariantCulture);
        var shown = (int)Math.Min(length, Formatter.ListExpansionLimit);
        var rows = Enumerable.Range(0, shown).Select(row => columns.Select(column => Cell(column, row)).ToArray());
        return new Tabular([.. columns.Select(column => (string)Read(column, "Name"))], [.. rows], Rest(length));
    }

    private static object? Cell(object column, long row)
    {
        var indexer = column.GetType().GetProperties().First(property => property.Name == "Item"
            && property.GetIndexParameters() is [var index] && index.ParameterType == typeof(long));
        return indexer.GetValue(column, [row]);
    }

    private static object Read(object value, string name) =>
        value.GetType().GetProperty(name)?.GetValue(value) ?? throw new InvalidOperationException($"{value.GetType()} has no {name}.");

    private static string? Rest(long count) => count > Formatter.ListExpansionLimit ? $"… ({count - Formatter.ListExpansionLimit} more)" : null;
}
