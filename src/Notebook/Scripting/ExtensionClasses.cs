using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Notebook.Scripting;

/// <summary>
/// Static classes of extension methods. Scripts take such methods outside classes only, so the class keeps them as plain static
/// methods, and an extension method outside it calls each. Lines stay as they are.
/// </summary>
internal static class ExtensionClasses
{
    /// <summary>The source so changed, or null when there is nothing to change.</summary>
    /// <param name="tree">A parsed cell.</param>
    public static string? Forward(SyntaxTree tree)
    {
        List<TextChange> changes = [.. ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<ClassDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.StaticKeyword) && !type.ContainsDiagnostics).SelectMany(Changes)];
        return changes.Count == 0 ? null : tree.GetText().WithChanges(changes).ToString();
    }

    private static IEnumerable<TextChange> Changes(ClassDeclarationSyntax type)
    {
        List<MethodDeclarationSyntax> methods = [.. type.Members.OfType<MethodDeclarationSyntax>()
            .Where(method => method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword))];
        foreach (var method in methods)
        {
            if (!method.Modifiers.Any(one => one.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword))
                yield return Access(method);
            yield return new TextChange(method.ParameterList.Parameters[0].Modifiers.First(one => one.IsKind(SyntaxKind.ThisKeyword)).Span, "    ");
        }
        if (methods.Count > 0)
            yield return new TextChange(new TextSpan(type.Span.End, 0), string.Concat(methods.Select(method => " " + Forwarding(type.Identifier.Text, method))));
    }

    /// <summary>A private method has to be seen from outside the class.</summary>
    private static TextChange Access(MethodDeclarationSyntax method) => method.Modifiers.FirstOrDefault(one => one.IsKind(SyntaxKind.PrivateKeyword)) is { RawKind: not 0 } word
        ? new TextChange(word.Span, "internal")
        : new TextChange(new TextSpan(method.Modifiers.First().SpanStart, 0), "internal ");

    private static string Forwarding(string type, MethodDeclarationSyntax method)
    {
        var arguments = method.ParameterList.Parameters.Select(one => Passing(one.Modifiers) + one.Identifier.Text);
        var types = method.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(one => one.Identifier.Text))}>" : "";
        var isUnsafe = method.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "";
        return $"{isUnsafe}static {Text(method.ReturnType)} {method.Identifier.Text}{types}{Text(method.ParameterList)} "
            + string.Concat(method.ConstraintClauses.Select(one => Text(one) + " "))
            + $"=> {(method.ReturnType is RefTypeSyntax ? "ref " : "")}{type}.{method.Identifier.Text}{types}({string.Join(", ", arguments)});";
    }

    private static string Passing(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.OutKeyword) ? "out "
        : modifiers.Any(SyntaxKind.InKeyword) || modifiers.Any(SyntaxKind.ReadOnlyKeyword) ? "in "
        : modifiers.Any(SyntaxKind.RefKeyword) ? "ref " : "";

    private static string Text(SyntaxNode node) => string.Join(' ', node.DescendantTokens().Select(token => token.Text));
}
