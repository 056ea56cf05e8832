using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebook.Scripting;

namespace Notebook.Assistance;

/// <summary>What can be typed at a place.</summary>
/// <param name="Start">Index of the first character that a match replaces.</param>
/// <param name="End">Index behind the last one.</param>
/// <param name="Matches">The candidates, sorted.</param>
internal sealed record Completions(int Start, int End, IReadOnlyList<Candidate> Matches)
{
    /// <summary>Those of the candidates that begin as it was typed, in the order of the alphabet; as typed comes first.</summary>
    public static Completions Of(int start, int end, string typed, IEnumerable<Candidate> candidates) => new(start, end,
    [
        .. candidates.Where(candidate => candidate.Begins(typed))
            .DistinctBy(candidate => candidate.Text)
            .OrderBy(candidate => !candidate.Text.StartsWith(typed, StringComparison.Ordinal))
            .ThenBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase),
    ]);
}

/// <summary>One candidate.</summary>
/// <param name="Text">What to type.</param>
/// <param name="Kind">What it is: <c>function</c>, <c>property</c>, <c>class</c>, <c>keyword</c> and so on.</param>
/// <param name="Alias">What may be typed to get it, besides its text.</param>
internal sealed record Candidate(string Text, string Kind, string? Alias = null)
{
    /// <summary>Whether it can be what the user began to type.</summary>
    public bool Begins(string typed) =>
        Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || Alias?.StartsWith(typed, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>Completes names, over the variables and declarations of the cells run so far.</summary>
internal static class Completion
{
    /// <summary>Finds the candidates at a place.</summary>
    /// <param name="session">The cells run so far.</param>
    /// <param name="code">The cell being typed.</param>
    /// <param name="cursor">Index of the cursor.</param>
    public static Completions At(ScriptSession session, string code, int cursor)
    {
        if (LineCompletion.At(session, code, cursor) is { } line)
            return line;
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        var typed = code[start..cursor];
        var draft = session.Draft(code);
        var tree = draft.SyntaxTrees[^1];
        return IsText(tree, cursor)
            ? new Completions(cursor, cursor, [])
            : Completions.Of(start, cursor, typed, new NameSearch(draft.GetSemanticModel(tree), start, typed).Find());
    }

    /// <summary>Whether the place is inside a comment or a string, where no names are typed.</summary>
    private static bool IsText(SyntaxTree tree, int cursor)
    {
        if (cursor == 0)
            return false;
        var root = tree.GetRoot();
        var token = root.FindToken(cursor - 1);
        if (token.Span.Contains(cursor - 1))
            return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.NumericLiteralToken;
        return root.FindTrivia(cursor - 1).Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
    }
}
