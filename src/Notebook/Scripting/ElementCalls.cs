using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Scripting;

/// <summary>
/// Cells that call HTML elements by their bare names, as in <c>b("text")</c>, without importing <see cref="PocketViewTags"/>: early
/// versions of .NET Interactive imported it for all cells. The names are short, so they are taken for elements only where nothing
/// else has them and the cell calls them.
/// </summary>
internal static class ElementCalls
{
    private const string Import = "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags; ";

    private static readonly Lazy<HashSet<string>> Tags = new(() => [.. typeof(PocketViewTags).GetProperties().Select(tag => tag.Name)]);

    /// <summary>The source with the import, or null when something else is wrong with the cell. Lines stay as they are.</summary>
    /// <param name="tree">The cell.</param>
    /// <param name="diagnostics">What the compiler says about it.</param>
    public static string? ImportFor(SyntaxTree tree, IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ToList();
        if (!errors.TrueForAll(error => error.Id == "CS0103" && error.Location.SourceTree == tree))
            return null;
        var root = tree.GetRoot();
        if (!errors.TrueForAll(error => root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) is IdentifierNameSyntax name && IsElement(name)))
            return null;
        return tree.GetText().ToString().Insert(root.GetFirstToken(includeZeroWidth: true).SpanStart, Import);
    }

    /// <summary>Whether a name that nothing has is that of an element that is called, given attributes, or passed to another element.</summary>
    private static bool IsElement(IdentifierNameSyntax name) => Tags.Value.Contains(name.Identifier.ValueText)
        && (IsCalled(name) || name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => Called(call) is { } outer && Tags.Value.Contains(outer.Identifier.ValueText)));

    private static bool IsCalled(IdentifierNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        ElementAccessExpressionSyntax access => access.Expression == name && access.ArgumentList.Arguments.All(argument => argument.NameColon is not null),
        _ => false,
    };

    /// <summary>The name that is called, also where attributes stand between name and content.</summary>
    private static IdentifierNameSyntax? Called(InvocationExpressionSyntax call) =>
        call.Expression as IdentifierNameSyntax ?? (call.Expression as ElementAccessExpressionSyntax)?.Expression as IdentifierNameSyntax;
}
