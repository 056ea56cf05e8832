namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Displaying at the end of an expression.</summary>
public static class DisplayExtensions
{
    private const int TableRows = 1000;

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">MIME types in which to show it; none means all that it has.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    /// <exception cref="ArgumentException">The value can't be shown as one of the types.</exception>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows text as what a MIME type says.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type, such as <c>text/html</c>.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => DisplayedValue.Show(value, [mimeType]);

    /// <summary>Shows a sequence as a table with more rows than usual.</summary>
    /// <param name="source">The rows; those beyond the first 1,000 are counted.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var usual = Formatter.ListExpansionLimit;
        try
        {
            Formatter.ListExpansionLimit = Math.Max(usual, TableRows);
            return DisplayedValue.Show(source, []);
        }
        finally
        {
            Formatter.ListExpansionLimit = usual;
        }
    }
}
