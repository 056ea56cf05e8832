namespace Notebook.Formatting;

/// <summary>Text in columns.</summary>
internal static class TextTable
{
    /// <summary>Lines in which the columns stand below each other.</summary>
    /// <param name="headers">The heads of the columns.</param>
    /// <param name="rows">The cells, as many a row as there are heads.</param>
    public static string Of(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [headers, .. rows];
        var widths = headers.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', all.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
