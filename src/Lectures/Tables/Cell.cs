using System.Globalization;

namespace Lectures;

/// <summary>One cell of a <see cref="Table"/>: what a page shows and what a terminal shows.</summary>
/// <param name="Html">HTML content.</param>
/// <param name="Text">Plain text content.</param>
/// <param name="Number">Whether it is set right aligned with tabular figures.</param>
/// <param name="Class">CSS class, e.g. <c>holds</c> or <c>fails</c>.</param>
public sealed record Cell(string Html, string Text, bool Number = false, string Class = "")
{
    /// <summary>Plain text.</summary>
    public static Cell Of(string text) => new(Lectures.Html.Escape(text), text);

    /// <summary>Plain text that stays on one line: a name with hyphens, a date.</summary>
    public static Cell OneLine(string text) => Of(text) with { Html = $"<span style=\"white-space:nowrap\">{Lectures.Html.Escape(text)}</span>" };

    /// <summary>A formula in LaTeX, without delimiters.</summary>
    public static Cell Math(string latex) => new(Lectures.Html.Math(latex), latex);

    /// <summary>A number: <paramref name="format"/> if given, else as many digits as its size deserves.</summary>
    public static Cell Of(double value, string? format = null)
    {
        var text = format is null ? Readable(value) : value.ToString(format, CultureInfo.InvariantCulture);
        return new(Lectures.Html.Escape(text.Replace("-", "\u2212")), text, Number: true);
    }

    /// <summary>Whatever a cell function returned.</summary>
    internal static Cell From(object? value, string? format) => value switch
    {
        null => Of("–") with { Number = format is not null },
        Cell cell => cell,
        bool holds => Verdict(holds),
        IFormattable number and (double or float or decimal) => Of(Convert.ToDouble(number, CultureInfo.InvariantCulture), format),
        IFormattable number and (int or long or short or byte) => new(Grouped(number, format), number.ToString(format, CultureInfo.InvariantCulture), Number: true),
        _ => Of(value.ToString() ?? ""),
    };

    /// <summary>✓ or ✗, named for screen readers.</summary>
    public static Cell Verdict(bool holds) => holds
        ? new("<span role=\"img\" aria-label=\"holds\">✓</span>", "✓", Class: "holds")
        : new("<span role=\"img\" aria-label=\"fails\">✗</span>", "✗", Class: "fails");

    private static string Grouped(IFormattable number, string? format) =>
        Lectures.Html.Escape(number.ToString(format ?? "N0", CultureInfo.InvariantCulture).Replace(",", "\u202F").Replace("-", "\u2212"));

    private static string Readable(double value) => System.Math.Abs(value) switch
    {
        0 => "0",
        double.NaN or double.PositiveInfinity => value.ToString(CultureInfo.InvariantCulture),
        < 1e-3 => value.ToString("0.0e+0", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.0000", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 1e7 => value.ToString("0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000e+0", CultureInfo.InvariantCulture),
    };
}
