using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebook.Scripting;

/// <summary>
/// Lets go of what a variable held once a later cell declares its name anew: cells are never unloaded, so that nothing else would free it. A variable
/// that a function of some cell uses keeps its value, for the function goes on meaning that one.
/// </summary>
internal sealed class HiddenVariables
{
    private readonly HashSet<(string Cell, string Name)> _used = [];

    /// <summary>Empties the variables that a cell's declarations hide.</summary>
    /// <param name="cell">The cell, before it runs.</param>
    /// <param name="states">What holds the variables of the cells before it, the oldest first.</param>
    public void Empty(CompiledCell cell, ReadOnlySpan<object?> states)
    {
        _used.UnionWith(UsedByFunctions(cell.Compilation));
        foreach (var variable in cell.Compilation.ScriptClass!.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsImplicitlyDeclared))
            Empty(variable.Name, states);
    }

    private void Empty(string name, ReadOnlySpan<object?> states)
    {
        // Those that were hidden before are empty already.
        for (var i = states.Length - 1; i >= 0; i--)
        {
            var field = states[i]?.GetType().GetField(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            if (field is null)
                continue;
            if (!field.IsInitOnly && !_used.Contains((field.DeclaringType!.Name, name)))
                field.SetValue(states[i], null);
            return;
        }
    }

    /// <summary>The variables, of any cell, that functions and types of a cell name.</summary>
    private static IEnumerable<(string Cell, string Name)> UsedByFunctions(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[^1];
        SemanticModel? model = null;
        foreach (var function in tree.GetRoot().DescendantNodes(node => !IsFunction(node)).Where(IsFunction))
            foreach (var name in function.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                model ??= compilation.GetSemanticModel(tree);
                if (model.GetSymbolInfo(name).Symbol is IFieldSymbol { ContainingType.IsScriptClass: true } field)
                    yield return (field.ContainingType.Name, field.Name);
            }
    }

    /// <summary>Whether code in a node may run after its cell: functions, queries, and members that a cell declares.</summary>
    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax
        or (MemberDeclarationSyntax and not (GlobalStatementSyntax or FieldDeclarationSyntax));
}
