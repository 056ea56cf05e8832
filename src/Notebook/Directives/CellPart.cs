namespace Notebook.Directives;

/// <summary>A part of a cell, between two <c>#!</c> lines.</summary>
internal abstract record CellPart;

/// <summary>C# to run.</summary>
/// <param name="Text">The source, preceded by as many empty lines as precede it in the cell, so that line numbers agree.</param>
/// <param name="Origin">The file it comes from; null when it is the cell's own.</param>
internal sealed record CodePart(string Text, string? Origin = null) : CellPart;

/// <summary>A magic command.</summary>
/// <param name="Magic">What it does.</param>
/// <param name="Line">The line on which it stands.</param>
/// <param name="Body">The lines that follow, when the command takes them.</param>
internal sealed record MagicPart(Magic Magic, MagicLine Line, string Body = "") : CellPart
{
    /// <summary>Further lines that belong to it: more packages to restore, or values that its language shares.</summary>
    public IReadOnlyList<MagicLine> Others { get; init; } = [];
}

/// <summary>A cell, its <c>#!</c> lines understood.</summary>
/// <param name="Parts">Its parts in order.</param>
/// <param name="IsTimed">Whether <c>#!time</c> asks for the time it takes.</param>
internal sealed record Cell(IReadOnlyList<CellPart> Parts, bool IsTimed);
