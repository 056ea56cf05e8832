using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebook.Scripting;

/// <summary>A cell ready to run.</summary>
/// <param name="Compilation">What it was compiled from; later cells see its declarations.</param>
/// <param name="Start">Runs it; null when there is nothing to run, as with a lone <c>using</c>.</param>
internal sealed record CompiledCell(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Start)
{
    /// <summary>Whether later cells can see anything of this one; if not, nothing of it has to be kept.</summary>
    public bool IsVisible()
    {
        var root = Compilation.SyntaxTrees[^1].GetCompilationUnitRoot();
        return root.ContainsDirectives || root.Usings.Count > 0 || root.Externs.Count > 0
            || Compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary });
    }

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
