using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebook.Scripting;

namespace Notebook.Assistance;

/// <summary>Explains the name at a place: its declaration and its documentation.</summary>
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
    /// <param name="cursor">Index of the cursor: in the name, or behind it or behind the bracket that follows it.</param>
    public static string? At(ScriptSession session, string code, int cursor)
    {
        var compilation = session.Draft(code);
        var tree = compilation.SyntaxTrees[^1];
        var token = Name(tree.GetRoot(), cursor);
        if (token.Parent is not { } node)
            return null;
        var model = compilation.GetSemanticModel(tree);
        var found = model.GetSymbolInfo(node);
        var symbols = found.Symbol is { } one ? [one] : found.CandidateSymbols;
        if (symbols.IsEmpty && node is ExpressionSyntax expression)
            symbols = model.GetMemberGroup(expression);
        var symbol = symbols.FirstOrDefault() ?? model.GetDeclaredSymbol(node) ?? model.GetTypeInfo(node).Type;
        return symbol is null or IErrorTypeSymbol ? null : Explain(symbol, symbols.Length - 1);
    }

    private static SyntaxToken Name(SyntaxNode root, int cursor)
    {
        foreach (var at in (int[])[cursor, cursor - 1])
        {
            if (at < 0 || at >= root.FullSpan.End)
                continue;
            var token = root.FindToken(at);
            if (token.IsKind(SyntaxKind.OpenParenToken))
                token = token.GetPreviousToken();
            if (token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax)
                return token;
        }
        return default;
    }

    private static string Explain(ISymbol symbol, int others)
    {
        List<string> lines = [Signature(symbol)];
        if (others > 0)
            lines[0] += $"  (+ {others} overload{(others == 1 ? "" : "s")})";
        lines.AddRange(Documentation.Of(symbol));
        return string.Join('\n', lines);
    }

    private static string Signature(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => $"{local.Type.ToDisplayString(Short)} {local.Name}",
        IParameterSymbol parameter => $"{parameter.Type.ToDisplayString(Short)} {parameter.Name}",
        IFieldSymbol { ContainingType.IsScriptClass: true } variable => $"{variable.Type.ToDisplayString(Short)} {variable.Name}",
        INamespaceOrTypeSymbol => symbol.ToDisplayString(Qualified),
        _ => symbol.ToDisplayString(Short),
    };
}
