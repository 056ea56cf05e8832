using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebook.Assistance;

/// <summary>The brackets of a call, and what may be called there.</summary>
internal static class Calls
{
    /// <summary>The innermost brackets of a call around a place, or null.</summary>
    /// <param name="root">The cell.</param>
    /// <param name="cursor">Index of the cursor.</param>
    public static BaseArgumentListSyntax? Around(SyntaxNode root, int cursor)
    {
        if (cursor == 0)
            return null;
        return root.FindToken(cursor - 1).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < cursor && (list.GetLastToken(includeZeroWidth: true) is var last) && (last.IsMissing || cursor <= last.SpanStart));
    }

    /// <summary>The overloads of what is called: a method, a constructor, an indexer.</summary>
    public static IEnumerable<IMethodSymbol> Methods(SemanticModel model, BaseArgumentListSyntax list) => list.Parent switch
    {
        InvocationExpressionSyntax call => model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>(),
        BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is INamedTypeSymbol type =>
            type.InstanceConstructors.Where(one => model.IsAccessible(creation.SpanStart, one)),
        _ => [],
    };

    /// <summary>Which argument a place belongs to, counted from 0.</summary>
    public static int Position(BaseArgumentListSyntax list, int place) =>
        list.Arguments.GetSeparators().Count(comma => comma.IsKind(SyntaxKind.CommaToken) && comma.SpanStart < place);
}
