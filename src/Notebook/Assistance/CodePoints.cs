namespace Notebook.Assistance;

/// <summary>Positions in text: Jupyter counts Unicode code points, .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The index of a position given in code points; at most the length of the text.</summary>
    public static int ToIndex(string text, int codePoints)
    {
        var index = 0;
        for (; codePoints > 0 && index < text.Length; codePoints--)
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>The position in code points of an index.</summary>
    public static int FromIndex(string text, int index)
    {
        var codePoints = 0;
        for (var at = 0; at < index; codePoints++)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return codePoints;
    }
}
