using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebook.Scripting;

namespace Notebook.Assistance;

/// <summary>Explains the name at a place: its declaration and its documentation. In the brackets of a call, the call is explained.</summary>
internal static class Inspection
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers);

    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    /// <summary>The explanation, or null when there is no known name at that place.</summary>
    /// <param name="session">The cells run so far.</param>
    /// <param name="code">The cell.</param>
    /// <param name="cursor">Index of the cursor: in the name, behind it, or in the brackets that follow it.</param>
    public static Explanation? At(ScriptSession session, string code, int cursor)
    {
        var compilation = session.Draft(code);
        var tree = compilation.SyntaxTrees[^1];
        var model = compilation.GetSemanticModel(tree);
        return Named(model, Name(tree.GetRoot(), cursor)) ?? Called(model, Calls.Around(tree.GetRoot(), cursor), cursor);
    }

    private static Explanation? Named(SemanticModel model, SyntaxToken token)
    {
        if (token.Parent is not { } node)
            return null;
        var found = model.GetSymbolInfo(node);
        var symbols = found.Symbol is { } one ? [one] : found.CandidateSymbols;
        var group = node is ExpressionSyntax expression ? model.GetMemberGroup(expression) : [];
        if (symbols.IsEmpty)
            symbols = group;
        var symbol = symbols.FirstOrDefault() ?? model.GetDeclaredSymbol(node) ?? model.GetTypeInfo(node).Type;
        return symbol is null or IErrorTypeSymbol ? null : Explain(symbol, group.Length > symbols.Length ? group : symbols);
    }

    private static Explanation? Called(SemanticModel model, BaseArgumentListSyntax? list, int cursor)
    {
        if (list is null)
            return null;
        var position = Calls.Position(list, cursor);
        List<IMethodSymbol> methods = [.. Calls.Methods(model, list).OrderBy(method => method.Parameters.Length <= position)];
        if (methods.Count == 0)
            return null;
        var explanation = Explain(methods[0], [.. methods]);
        return methods[0].Parameters.ElementAtOrDefault(position) is { } parameter
            ? explanation with { Argument = $"{position + 1}: {Signature(parameter)}" }
            : explanation;
    }

    private static SyntaxToken Name(SyntaxNode root, int cursor)
    {
        foreach (var at in (int[])[cursor, cursor - 1])
        {
            if (at < 0 || at >= root.FullSpan.End)
                continue;
            var token = root.FindToken(at);
            if (token.Span.Contains(at) && (token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax))
                return token;
        }
        return default;
    }

    private static Explanation Explain(ISymbol symbol, IReadOnlyCollection<ISymbol> all) =>
        new(Signature(symbol), [.. all.Where(other => !SymbolEqualityComparer.Default.Equals(other, symbol)).Select(Signature)], Documentation.Of(symbol));

    private static string Signature(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => $"{local.Type.ToDisplayString(Short)} {local.Name}",
        IParameterSymbol parameter => $"{parameter.Type.ToDisplayString(Short)} {parameter.Name}",
        IFieldSymbol { ContainingType.IsScriptClass: true } variable => $"{variable.Type.ToDisplayString(Short)} {variable.Name}",
        IMethodSymbol { ContainingType.IsScriptClass: true } function => function.ToDisplayString(Short.WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef)),
        INamespaceOrTypeSymbol => symbol.ToDisplayString(Qualified),
        _ => symbol.ToDisplayString(Short),
    };
}
