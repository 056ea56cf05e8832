using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Notebook.Scripting;

/// <summary>
/// Puts a call to <see cref="Checkpoint.Pass"/> into every loop and function body of a cell, so that the cell can be stopped there. Lines
/// stay as they are; columns don't, so errors are reported from the source without checkpoints.
/// </summary>
internal sealed class Checkpoints : CSharpSyntaxWalker
{
    private const string Call = "global::Notebook.Checkpoint.Pass();";

    private readonly List<(int Position, string Text)> _insertions = [];

    /// <summary>The source with checkpoints, or null when it needs none.</summary>
    /// <param name="tree">A parsed cell without syntax errors.</param>
    public static string? Insert(SyntaxTree tree)
    {
        var checkpoints = new Checkpoints();
        checkpoints.Visit(tree.GetRoot());
        return checkpoints._insertions.Count == 0 ? null : checkpoints.Apply(tree.GetText());
    }

    /// <inheritdoc/>
    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitWhileStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitDoStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitForStatement(ForStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForEachStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForEachVariableStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitBlock(BlockSyntax node)
    {
        if (node.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)
            Enter(node);
        base.VisitBlock(node);
    }

    private void Enter(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            _insertions.Add((block.OpenBraceToken.Span.End, Call));
            return;
        }
        _insertions.Add((body.SpanStart, "{" + Call));
        _insertions.Add((body.Span.End, "}"));
    }

    private string Apply(SourceText text)
    {
        var result = new StringBuilder();
        var done = 0;
        foreach (var (position, insertion) in _insertions.OrderBy(one => one.Position)) // a stable order
        {
            result.Append(text.ToString(TextSpan.FromBounds(done, position))).Append(insertion);
            done = position;
        }
        return result.Append(text.ToString(TextSpan.FromBounds(done, text.Length))).ToString();
    }
}
