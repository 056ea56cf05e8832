namespace Lectures;

/// <summary>
/// Something a notebook cell can end with: it shows itself as HTML in a front end or report and as text in a console.
/// LaTeX inside the HTML stands between <c>\(</c> and <c>\)</c> and is set by the front end.
/// </summary>
[TypeFormatterSource(typeof(ExhibitFormatters))]
public abstract record Exhibit
{
    /// <summary>An HTML fragment; without scripts, but for an exhibit that is to be moved.</summary>
    public abstract string ToHtml();

    /// <summary>The same content for a terminal, lines separated by <c>\n</c>.</summary>
    public abstract string ToText();

    /// <inheritdoc />
    public sealed override string ToString() => ToText();
}
