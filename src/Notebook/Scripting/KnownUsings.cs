using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebook.Scripting;

/// <summary>
/// The namespaces that cells have imported so far. A cell that imports one again need not: the compiler searches every import of
/// every cell, so a notebook whose cells all begin with the same lines would get slower from cell to cell.
/// </summary>
internal sealed class KnownUsings
{
    private readonly HashSet<string> _namespaces = [];

    /// <summary>Remembers what a cell imports, now that later cells see it.</summary>
    public void Add(SyntaxTree tree) => _namespaces.UnionWith(Plain(tree).Select(Name));

    /// <summary>The source with its needless imports blanked out, or null when it has none.</summary>
    public string? Blank(SyntaxTree tree)
    {
        if (_namespaces.Count == 0)
            return null;
        char[]? text = null;
        foreach (var needless in Plain(tree).Where(one => _namespaces.Contains(Name(one))))
        {
            text ??= tree.GetText().ToString().ToCharArray();
            foreach (ref var symbol in text.AsSpan(needless.Span.Start, needless.Span.Length))
                symbol = symbol is '\r' or '\n' ? symbol : ' ';
        }
        return text is null ? null : new string(text);
    }

    private static IEnumerable<UsingDirectiveSyntax> Plain(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Usings.Where(one =>
            one.Alias is null && one.StaticKeyword.RawKind == 0 && one.GlobalKeyword.RawKind == 0 && one.UnsafeKeyword.RawKind == 0
            && !one.ContainsDirectives && !one.ContainsDiagnostics);

    private static string Name(UsingDirectiveSyntax directive) => directive.NamespaceOrType.ToString();
}
