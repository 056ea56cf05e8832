using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebook.Directives;
using Notebook.Scripting;

namespace Notebook.Assistance;

/// <summary>What can be typed at a place.</summary>
/// <param name="Start">Index of the first character that a match replaces.</param>
/// <param name="End">Index behind the last one.</param>
/// <param name="Matches">The candidates, sorted.</param>
internal sealed record Completions(int Start, int End, IReadOnlyList<Candidate> Matches);

/// <summary>One candidate.</summary>
/// <param name="Text">What to type.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, <c>class</c>, <c>keyword</c> and so on.</param>
internal sealed record Candidate(string Text, string Kind);

/// <summary>Completes names, over the variables and declarations of the cells run so far.</summary>
internal static class Completion
{
    /// <summary>Finds the candidates at a place.</summary>
    /// <param name="session">The cells run so far.</param>
    /// <param name="code">The cell being typed.</param>
    /// <param name="cursor">Index of the cursor.</param>
    public static Completions At(ScriptSession session, string code, int cursor)
    {
        var start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        var lineStart = code.LastIndexOf('\n', Math.Max(0, cursor - 1)) + 1;
        if (cursor > lineStart && code.AsSpan(lineStart, cursor - lineStart).StartsWith("#!"))
            return new Completions(lineStart, cursor, Commands(code[lineStart..cursor]));
        var compilation = session.Draft(code);
        var tree = compilation.SyntaxTrees[^1];
        if (IsText(tree, cursor))
            return new Completions(cursor, cursor, []);
        var typed = code[start..cursor];
        var model = compilation.GetSemanticModel(tree);
        var container = Container(tree, start);
        var symbols = container is null ? model.LookupSymbols(start) : Members(model, container, start);
        var candidates = symbols.Where(symbol => symbol.CanBeReferencedByName && IsShown(symbol))
            .Select(symbol => new Candidate(symbol.Name, Kind(symbol)));
        if (container is null)
            candidates = candidates.Concat(Keywords());
        return new Completions(start, cursor,
        [
            .. candidates.Where(candidate => candidate.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(candidate => candidate.Text)
                .OrderBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    private static List<Candidate> Commands(string typed) =>
        [.. CellParser.Commands.Keys.Where(command => command.StartsWith(typed, StringComparison.Ordinal)).Select(command => new Candidate(command, "keyword"))];

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

    /// <summary>What stands before the dot, if a dot comes before the word that is being typed.</summary>
    private static ExpressionSyntax? Container(SyntaxTree tree, int start)
    {
        if (start == 0)
            return null;
        var token = tree.GetRoot().FindToken(start - 1);
        if (token.SpanStart >= start)
            token = token.GetPreviousToken();
        if (token.Kind() is not (SyntaxKind.DotToken or SyntaxKind.ColonColonToken) || token.Span.End > start)
            return null;
        return token.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            AliasQualifiedNameSyntax alias => alias.Alias,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax container, int position)
    {
        var symbol = model.GetSymbolInfo(container).Symbol;
        if (symbol is INamespaceSymbol names)
            return model.LookupSymbols(position, names);
        if (symbol is INamedTypeSymbol named)
            return model.LookupSymbols(position, named).Where(member => member.IsStatic || member is INamedTypeSymbol);
        var type = model.GetTypeInfo(container).Type;
        if (type is null or IErrorTypeSymbol)
            return [];
        return model.LookupSymbols(position, type, includeReducedExtensionMethods: true)
            .Where(member => !member.IsStatic && member is not INamedTypeSymbol || member is IMethodSymbol { ReducedFrom: not null });
    }

    private static bool IsShown(ISymbol symbol) =>
        symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction) }
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute"
            && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static IEnumerable<Candidate> Keywords() =>
        SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(text => text.Length > 0 && !text.StartsWith("__", StringComparison.Ordinal))
            .Select(text => new Candidate(text, "keyword"));

    private static string Kind(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "module",
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        _ => "instance",
    };
}
