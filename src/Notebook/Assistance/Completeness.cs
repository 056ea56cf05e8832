using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebook.Scripting;

namespace Notebook.Assistance;

/// <summary>Whether a cell can be run, for front ends in which Enter means either that or another line.</summary>
internal static class Completeness
{
    private const string Step = "    ";

    /// <summary>How far typing has got: <c>complete</c>, <c>incomplete</c> or <c>invalid</c>; and how the next line is to begin.</summary>
    public static (string Status, string Indent) Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(WithoutMagic(code), CellCompiler.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return ("incomplete", Indent(tree));
        return (tree.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete", "");
    }

    /// <summary>One step for each bracket that is still open.</summary>
    private static string Indent(SyntaxTree tree)
    {
        var open = 0;
        foreach (var token in tree.GetRoot().DescendantTokens().Where(token => !token.IsMissing))
        {
            open += token.Kind() switch
            {
                SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
                SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
                _ => 0,
            };
        }
        return string.Concat(Enumerable.Repeat(Step, Math.Max(0, open)));
    }

    /// <summary>Magic commands are complete; so is the text of another language that follows one.</summary>
    private static string WithoutMagic(string code)
    {
        List<string> lines = [];
        var isCode = true;
        foreach (var line in code.ReplaceLineEndings("\n").Split('\n'))
        {
            var isMagic = line.StartsWith("#!", StringComparison.Ordinal);
            if (isMagic)
                isCode = !OtherLanguages.Contains(line.Split([' ', '\t'], 2)[0]);
            if (isCode && !isMagic)
                lines.Add(line);
        }
        return string.Join('\n', lines);
    }

    private static readonly HashSet<string> OtherLanguages = ["#!html", "#!markdown", "#!md", "#!javascript", "#!js", "#!mermaid", "#!value"];
}
