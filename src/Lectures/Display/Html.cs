using System.Net;

namespace Lectures;

/// <summary>The little HTML that exhibits are written in.</summary>
internal static class Html
{
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Inline maths as front ends look for it; escaped, so that a less-than sign in a formula is not a tag.</summary>
    public static string Math(string latex) => $@"\({Escape(latex)}\)";
}
