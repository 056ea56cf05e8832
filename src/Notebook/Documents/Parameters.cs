using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebook.Documents;

/// <summary>
/// Sets variables of a notebook from outside: a cell that declares them is put after the cell tagged <c>parameters</c>, else before
/// the first code cell. A cell of an earlier run is replaced.
/// </summary>
internal static class Parameters
{
    private const string Tag = "parameters";
    private const string InjectedTag = "injected-parameters";
    private static readonly CSharpParseOptions _script = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>Puts <paramref name="values"/> into <paramref name="notebook"/>.</summary>
    /// <returns>Names that the cell tagged <c>parameters</c> does not declare; empty if there is no such cell.</returns>
    public static IReadOnlyList<string> Inject(JsonObject notebook, IReadOnlyList<(string Name, string Value)> values)
    {
        if (notebook["cells"] is not JsonArray cells || values.Count == 0)
            return [];
        foreach (var earlier in cells.OfType<JsonObject>().Where(cell => NotebookFile.Tags(cell).Contains(InjectedTag)).ToArray())
            cells.Remove(earlier);
        var tagged = cells.OfType<JsonObject>().FirstOrDefault(cell => NotebookFile.Tags(cell).Contains(Tag));
        var declared = Declared(NotebookFile.Text(tagged?["source"]));
        var source = string.Join('\n', values.Select(value => Declaration(value.Name, value.Value, declared.GetValueOrDefault(value.Name))));
        var first = cells.OfType<JsonObject>().FirstOrDefault(cell => NotebookFile.Text(cell["cell_type"]) == "code");
        var place = tagged is not null ? cells.IndexOf(tagged) + 1 : first is not null ? cells.IndexOf(first) : cells.Count;
        cells.Insert(place, new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = InjectedTag,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        });
        return tagged is null ? [] : [.. values.Select(value => value.Name).Where(name => !declared.ContainsKey(name))];
    }

    /// <summary>Parts <c>name=value</c>.</summary>
    /// <exception cref="CannotStartException">There is no <c>=</c>, or the name is not one that C# takes.</exception>
    public static (string Name, string Value) Parse(string setting)
    {
        var at = setting.IndexOf('=');
        if (at < 0)
            throw new CannotStartException($"--set takes name=value; given: '{setting}'.");
        var name = setting[..at].Trim();
        return SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            ? (name, setting[(at + 1)..])
            : throw new CannotStartException($"--set {setting}: '{name}' is not a name that a C# variable can have.");
    }

    /// <summary>A declaration of the given value, of the type it had; without one, of the value's own type.</summary>
    private static string Declaration(string name, string value, string? type)
    {
        var text = SymbolDisplay.FormatLiteral(value, quote: true);
        var expression = SyntaxFactory.ParseExpression(value.Trim(), options: _script);
        var isLiteral = expression.Span.Length == value.Trim().Length && !expression.ContainsDiagnostics && IsLiteral(expression);
        return type switch
        {
            "string" => $"string {name} = {(expression.IsKind(SyntaxKind.StringLiteralExpression) && isLiteral ? value.Trim() : text)};",
            not null => $"{type} {name} = {(isLiteral ? value.Trim() : text)};",
            null when isLiteral && expression is CollectionExpressionSyntax => $"var {name} = new[] {{ {value.Trim()[1..^1]} }};",
            null when isLiteral && expression.IsKind(SyntaxKind.NullLiteralExpression) => $"object? {name} = null;",
            null => $"var {name} = {(isLiteral ? value.Trim() : text)};",
        };
    }

    private static bool IsLiteral(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "-" or "+", Operand: LiteralExpressionSyntax number } =>
            number.IsKind(SyntaxKind.NumericLiteralExpression),
        CollectionExpressionSyntax { Elements.Count: > 0 } list =>
            list.Elements.All(element => element is ExpressionElementSyntax { Expression: { } item } && IsLiteral(item)),
        _ => false,
    };

    /// <summary>The variables that a cell declares, with their types; those of <c>var</c> are read off their literals.</summary>
    private static Dictionary<string, string?> Declared(string source) => CSharpSyntaxTree.ParseText(source, _script)
        .GetRoot().DescendantNodes().OfType<VariableDeclarationSyntax>()
        .SelectMany(declaration => declaration.Variables.Select(variable => (variable.Identifier.Text, Type(declaration.Type, variable.Initializer?.Value))))
        .GroupBy(variable => variable.Text).ToDictionary(group => group.Key, group => group.Last().Item2);

    private static string? Type(TypeSyntax type, ExpressionSyntax? value) => type is not IdentifierNameSyntax { Identifier.Text: "var" }
        ? type.ToString()
        : (value is PrefixUnaryExpressionSyntax signed ? signed.Operand : value) is LiteralExpressionSyntax literal
            ? literal.Token.Value switch
            {
                double => "double", float => "float", decimal => "decimal", string => "string", _ => null,
            }
            : null;
}
