using System.Net;

namespace Notebook.Formatting;

/// <summary>Text in rows and columns, to be shown as a table.</summary>
/// <param name="Headers">The heads of the columns.</param>
/// <param name="Rows">The cells, as many a row as there are heads.</param>
internal sealed record Table(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) : IBundle
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Formats() => new Dictionary<string, string>
    {
        ["text/html"] = Tables.Html(Headers, Rows.Select(row => row.Select(cell => WebUtility.HtmlEncode(cell))), null),
        ["text/plain"] = TextTable.Of(Headers, Rows),
    };
}
