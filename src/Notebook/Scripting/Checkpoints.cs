using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Notebook.Scripting;

/// <summary>Where checkpoints go.</summary>
internal enum CheckpointLevel
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Into loops and the bodies of functions.</summary>
    Statements,

    /// <summary>Into the expressions of lambdas and queries, too. Rarely, that does not compile.</summary>
    Expressions,
}

/// <summary>
/// Puts calls to <see cref="Checkpoint"/> into the loops and functions of a cell, so that the cell can be stopped there and endless
/// recursion is noticed. Lines stay as they are; columns don't, so errors are reported from the source without checkpoints.
/// </summary>
internal sealed class Checkpoints : CSharpSyntaxWalker
{
    private const string Pass = "global::Notebook.Checkpoint.Pass", Enter = "global::Notebook.Checkpoint.Enter();";

    private readonly CheckpointLevel _level;
    private readonly List<TextChange> _changes = [];

    private Checkpoints(CheckpointLevel level) => _level = level;

    /// <summary>The source with checkpoints, or null when it needs none.</summary>
    /// <param name="tree">A parsed cell without syntax errors.</param>
    /// <param name="level">Where they go.</param>
    public static string? Insert(SyntaxTree tree, CheckpointLevel level)
    {
        if (level == CheckpointLevel.None)
            return null;
        var checkpoints = new Checkpoints(level);
        checkpoints.Visit(tree.GetRoot());
        return checkpoints._changes.Count == 0 ? null : checkpoints.Apply(tree.GetText());
    }

    /// <inheritdoc/>
    public override void DefaultVisit(SyntaxNode node)
    {
        switch (node)
        {
            case WhileStatementSyntax { Statement: var body }:
                Repeat(body);
                break;
            case DoStatementSyntax { Statement: var body }:
                Repeat(body);
                break;
            case ForStatementSyntax { Statement: var body }:
                Repeat(body);
                break;
            case CommonForEachStatementSyntax { Statement: var body }:
                Repeat(body);
                break;
            case BlockSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax } body:
                Insert(body.OpenBraceToken.Span.End, Enter);
                break;
            case ArrowExpressionClauseSyntax { Parent: not null } arrow:
                Body(arrow);
                break;
            case LambdaExpressionSyntax { ExpressionBody: { } value } when _level == CheckpointLevel.Expressions:
                Value(value);
                break;
            case SelectClauseSyntax { Expression: var value } when _level == CheckpointLevel.Expressions:
                Value(value);
                break;
            case WhereClauseSyntax { Condition: var value } when _level == CheckpointLevel.Expressions:
                Value(value);
                break;
        }
        base.DefaultVisit(node);
    }

    private void Repeat(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            Insert(block.OpenBraceToken.Span.End, Pass + "();");
            return;
        }
        Insert(body.SpanStart, "{" + Pass + "();");
        Insert(body.Span.End, "}");
    }

    /// <summary>Turns <c>=> value;</c> into a block.</summary>
    private void Body(ArrowExpressionClauseSyntax arrow)
    {
        var semicolon = arrow.GetLastToken().GetNextToken();
        if (!semicolon.IsKind(SyntaxKind.SemicolonToken))
            return;
        var isProperty = arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax;
        var returns = arrow.Expression is not ThrowExpressionSyntax && arrow.Parent switch
        {
            MethodDeclarationSyntax method => HasResult(method.ReturnType, method.Modifiers),
            LocalFunctionStatementSyntax function => HasResult(function.ReturnType, function.Modifiers),
            AccessorDeclarationSyntax accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
            ConstructorDeclarationSyntax or DestructorDeclarationSyntax => false,
            _ => true,
        };
        _changes.Add(new TextChange(arrow.ArrowToken.Span, (isProperty ? "{get{" : "{") + Enter + (returns ? "return " : "")));
        Insert(semicolon.Span.End, isProperty ? "}}" : "}");
    }

    private static bool HasResult(TypeSyntax type, SyntaxTokenList modifiers) => type switch
    {
        PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } => false,
        _ => !modifiers.Any(SyntaxKind.AsyncKeyword) || type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any(),
    };

    /// <summary>Wraps what certainly has a value and a type of its own: that of a call may be void, so its first argument has to do.</summary>
    private void Value(ExpressionSyntax value)
    {
        if (value is InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefKindKeyword.RawKind: 0, Expression: var first }, ..] } call)
        {
            if (call.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" } && HasType(first))
                Wrap(first);
        }
        else if (HasType(value))
        {
            Wrap(value);
        }
    }

    private static bool HasType(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or BinaryExpressionSyntax
        or ElementAccessExpressionSyntax or CastExpressionSyntax or TupleExpressionSyntax or AnonymousObjectCreationExpressionSyntax
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } or IsPatternExpressionSyntax;

    private void Wrap(ExpressionSyntax value)
    {
        Insert(value.SpanStart, Pass + "(");
        Insert(value.Span.End, ")");
    }

    private void Insert(int position, string text) => _changes.Add(new TextChange(new TextSpan(position, 0), text));

    private string Apply(SourceText text)
    {
        var result = new StringBuilder();
        var done = 0;
        foreach (var change in _changes.OrderBy(one => one.Span.Start)) // a stable order
        {
            result.Append(text.ToString(TextSpan.FromBounds(done, change.Span.Start))).Append(change.NewText);
            done = change.Span.End;
        }
        return result.Append(text.ToString(TextSpan.FromBounds(done, text.Length))).ToString();
    }
}
