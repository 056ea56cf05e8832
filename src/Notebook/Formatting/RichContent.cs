namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Text that is to be shown as what its MIME type says.</summary>
/// <param name="MimeType">MIME type, such as <c>text/html</c>.</param>
/// <param name="Text">The text itself; base64 for pictures.</param>
public record RichContent(string MimeType, string Text)
{
    /// <summary>The text itself.</summary>
    public sealed override string ToString() => Text;
}

/// <summary>LaTeX as a front end sets it: text with formulas between <c>$</c> signs.</summary>
/// <param name="Latex">The source text.</param>
public sealed record LaTeXString(string Latex) : RichContent("text/latex", Latex)
{
    /// <summary>Takes text as LaTeX.</summary>
    public static explicit operator LaTeXString(string latex) => new(latex);
}

/// <summary>One displayed formula.</summary>
/// <param name="Formula">LaTeX without the surrounding <c>$$</c>.</param>
public sealed record MathString(string Formula) : RichContent("text/latex", $"$${Formula}$$")
{
    /// <summary>Takes text as a formula.</summary>
    public static explicit operator MathString(string formula) => new(formula);
}
