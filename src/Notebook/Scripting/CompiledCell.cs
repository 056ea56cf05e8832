using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebook.Scripting;

/// <summary>A cell ready to run.</summary>
/// <param name="Compilation">What it was compiled from; later cells see its declarations.</param>
/// <param name="Start">Runs it; null when there is nothing to run, as with a lone <c>using</c>.</param>
internal sealed record CompiledCell(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Start)
{
    /// <summary>Whether the cell ends in an expression that has a value, even if that value is null.</summary>
    public bool EndsInValue()
    {
        var tree = Compilation.SyntaxTrees[^1];
        if (tree.GetCompilationUnitRoot().Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }
            || !last.SemicolonToken.IsMissing)
            return false;
        var type = Compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type;
        return type is { SpecialType: not SpecialType.System_Void };
    }
}
