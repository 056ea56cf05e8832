namespace Notebook.Directives;

/// <summary>What a part of a cell is.</summary>
internal enum PartKind
{
    /// <summary>C# to run.</summary>
    Code,

    /// <summary>Text to show as HTML.</summary>
    Html,

    /// <summary>Text to show as Markdown.</summary>
    Markdown,

    /// <summary>A script for the front end.</summary>
    Javascript,

    /// <summary>Facts about the kernel.</summary>
    About,

    /// <summary>The list of magic commands.</summary>
    ListMagic,
}

/// <summary>A part of a cell, between two <c>#!</c> lines.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; code is preceded by as many empty lines as precede it in the cell, so that line numbers agree.</param>
internal sealed record CellPart(PartKind Kind, string Text);

/// <summary>A cell, its <c>#!</c> lines understood.</summary>
/// <param name="Parts">Its parts in order.</param>
/// <param name="IsTimed">Whether <c>#!time</c> asks for the time it takes.</param>
internal sealed record Cell(IReadOnlyList<CellPart> Parts, bool IsTimed);
