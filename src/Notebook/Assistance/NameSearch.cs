using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebook.Assistance;

/// <summary>Finds the names that make sense at a place of a cell, by what stands before it.</summary>
/// <param name="model">The meaning of the cell.</param>
/// <param name="start">Index of the word's first character.</param>
/// <param name="typed">What of the word is there. Few symbols begin with it, and only those are worth a closer look.</param>
internal sealed class NameSearch(SemanticModel model, int start, string typed)
{
    private static readonly Candidate[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(text => text.Length > 0 && !text.StartsWith("__", StringComparison.Ordinal))
            .Select(text => new Candidate(text, "keyword")),
    ];

    private readonly SyntaxToken _before = Before(model.SyntaxTree.GetRoot(), start);

    /// <summary>The candidates, in no order.</summary>
    public IEnumerable<Candidate> Find()
    {
        if (_before.Kind() is SyntaxKind.DotToken or SyntaxKind.ColonColonToken && Container() is { } container)
            return Candidates(Members(container).Where(CanBeUsed));
        return _before.Parent switch
        {
            UsingDirectiveSyntax => Candidates(model.LookupNamespacesAndTypes(start).Where(CanBeUsed)),
            InitializerExpressionSyntax initializer when Settable(initializer) is { } settable => settable,
            PropertyPatternClauseSyntax pattern => Candidates(Readable(pattern)),
            AttributeListSyntax => Candidates(model.LookupNamespacesAndTypes(start)).Select(Attribute),
            _ when _before.IsKind(SyntaxKind.NewKeyword) => Candidates(model.LookupNamespacesAndTypes(start).Where(CanBeNew)),
            _ => [.. Anything(), .. Arguments(), .. ExpectedEnum()],
        };
    }

    /// <summary>A plain <c>using</c> takes namespaces only.</summary>
    private bool CanBeUsed(ISymbol symbol) => symbol is INamespaceSymbol
        || _before.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not { Alias: null, StaticKeyword.RawKind: 0 };

    private IEnumerable<Candidate> Anything() =>
        Candidates(model.LookupSymbols(start).Where(symbol => symbol is not ILocalSymbol local || IsDeclared(local))).Concat(Keywords);

    private bool IsDeclared(ILocalSymbol local) => local.Locations.All(place => !place.IsInSource || place.SourceSpan.Start < start);

    private static SyntaxToken Before(SyntaxNode root, int start)
    {
        if (start == 0)
            return default;
        var token = root.FindToken(start - 1);
        return token.SpanStart >= start ? token.GetPreviousToken() : token;
    }

    /// <summary>What stands before the dot.</summary>
    private ExpressionSyntax? Container() => _before.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        AliasQualifiedNameSyntax alias => alias.Alias,
        MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    private IEnumerable<ISymbol> Members(ExpressionSyntax container)
    {
        var symbol = model.GetSymbolInfo(container).Symbol;
        if (symbol is INamespaceSymbol names)
            return model.LookupSymbols(start, names);
        if (symbol is INamedTypeSymbol named)
            return model.LookupSymbols(start, named).Where(member => member.IsStatic || member is INamedTypeSymbol);
        var type = model.GetTypeInfo(container).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && _before.Parent is MemberBindingExpressionSyntax)
            type = nullable.TypeArguments[0];
        if (type is null or IErrorTypeSymbol)
            return [];
        return model.LookupSymbols(start, type, includeReducedExtensionMethods: true)
            .Where(member => !member.IsStatic && member is not INamedTypeSymbol || member is IMethodSymbol { ReducedFrom: not null });
    }

    /// <summary>What an object initializer or a <c>with</c> can set and does not yet; null when the braces are those of a collection.</summary>
    private IEnumerable<Candidate>? Settable(InitializerExpressionSyntax initializer)
    {
        if (initializer.Parent is not (BaseObjectCreationExpressionSyntax or WithExpressionSyntax) || model.GetTypeInfo((ExpressionSyntax)initializer.Parent).Type is not { } type)
            return null;
        var done = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(one => one.Left.ToString()).ToHashSet();
        List<ISymbol> members =
        [
            .. model.LookupSymbols(start, type).Where(member => !member.IsStatic && !done.Contains(member.Name)
                && member is IPropertySymbol { IsIndexer: false, SetMethod: not null } or IFieldSymbol { IsReadOnly: false }),
        ];
        return members.Count == 0 ? null : Candidates(members);
    }

    private IEnumerable<ISymbol> Readable(PropertyPatternClauseSyntax clause)
    {
        var pattern = (RecursivePatternSyntax)clause.Parent!;
        var type = pattern.Type is { } named ? model.GetTypeInfo(named).Type : pattern.Parent switch
        {
            IsPatternExpressionSyntax test => model.GetTypeInfo(test.Expression).Type,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => model.GetTypeInfo(choice.GoverningExpression).Type,
            _ => model.GetTypeInfo(pattern).ConvertedType,
        };
        return type is null ? [] : model.LookupSymbols(start, type).Where(member => !member.IsStatic && member is IPropertySymbol or IFieldSymbol);
    }

    /// <summary>The parameters of the call in whose brackets the place is, to be named.</summary>
    private IEnumerable<Candidate> Arguments() => _before.Parent is BaseArgumentListSyntax list
        ? Calls.Methods(model, list).SelectMany(method => method.Parameters).Select(parameter => new Candidate(parameter.Name + ":", "param"))
        : [];

    /// <summary>The values of the enumeration that is expected, with its name before them.</summary>
    private IEnumerable<Candidate> ExpectedEnum()
    {
        var types = _before.Parent switch
        {
            BaseArgumentListSyntax list => Calls.Methods(model, list).Select(method => method.Parameters.ElementAtOrDefault(Calls.Position(list, start))?.Type),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary => [model.GetTypeInfo(binary.Left).Type],
            AssignmentExpressionSyntax assignment => [model.GetTypeInfo(assignment.Left).Type],
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } } => [model.GetTypeInfo(variable.Type).Type],
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => [model.GetTypeInfo(choice.Expression).Type],
            _ => (IEnumerable<ITypeSymbol?>)[],
        };
        return from type in types
               where type is { TypeKind: TypeKind.Enum }
               from member in type.GetMembers().OfType<IFieldSymbol>()
               let name = type.ToMinimalDisplayString(model, start)
               select new Candidate($"{name}.{member.Name}", "instance", member.Name);
    }

    private static bool CanBeNew(ISymbol symbol) =>
        symbol is INamespaceSymbol or INamedTypeSymbol { IsStatic: false, IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Delegate };

    private static Candidate Attribute(Candidate candidate) =>
        candidate.Text.Length > 9 && candidate.Text.EndsWith("Attribute", StringComparison.Ordinal) ? candidate with { Text = candidate.Text[..^9] } : candidate;

    private IEnumerable<Candidate> Candidates(IEnumerable<ISymbol> symbols) =>
        symbols.Where(symbol => symbol.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) && symbol.CanBeReferencedByName && IsShown(symbol))
            .Select(symbol => new Candidate(symbol.Name, Kind(symbol)));

    private static bool IsShown(ISymbol symbol) =>
        symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction) }
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute"
            && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static string Kind(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "module",
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        _ => "instance",
    };
}
