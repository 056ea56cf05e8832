using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Notebook.Scripting;

/// <summary>
/// What scripts can't declare: namespaces, and static classes with <c>extension</c> blocks. They are compiled as a library that
/// the cell itself and those after it reference. Such a library stays: its types can't be declared anew, and don't see those of cells.
/// </summary>
/// <param name="context">Where libraries are loaded.</param>
/// <param name="imports">The <c>using</c> directives that every cell has.</param>
internal sealed class Namespaces(CellLoadContext context, string imports)
{
    private static readonly CSharpParseOptions Regular = CellCompiler.ParseOptions.WithKind(SourceCodeKind.Regular);
    private static readonly EmitOptions Portable = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly HashSet<string> _sources = [];
    private readonly Dictionary<string, string> _types = []; // and where each was declared

    /// <summary>
    /// Parts a cell into what goes into a library and what is left, or null when all of it is a script. A file that begins with
    /// namespaces opens them to the cells that follow, as notebooks written for .NET Interactive expect.
    /// </summary>
    /// <param name="tree">The parsed cell, or an imported file by its full path.</param>
    public static (string Library, string Script)? Split(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var apart = root.Members.Where(IsApart).ToHashSet();
        if (apart.Count == 0)
            return null;
        var directives = root.DescendantTrivia().Where(one => one.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia).Select(one => one.Span);
        var text = tree.GetText().ToString();
        var library = Blank(text, root.Members.Where(one => !apart.Contains(one)).Select(one => one.Span).Concat(directives));
        var script = Blank(text, apart.Select(one => one.Span)).ToCharArray();
        if (Path.IsPathRooted(tree.FilePath))
        {
            foreach (var space in root.Members.TakeWhile(apart.Contains).OfType<BaseNamespaceDeclarationSyntax>().Where(space => space.Members.Count > 0))
                $"using {space.Name};".CopyTo(script.AsSpan(space.SpanStart)); // is shorter than what declares the namespace
        }
        return (library, new string(script));
    }

    /// <summary>Compiles and loads a library.</summary>
    /// <param name="source">What <see cref="Split"/> returned.</param>
    /// <param name="name">The cell's name.</param>
    /// <param name="references">What the cell could use.</param>
    /// <param name="resolver">Finds what those mention.</param>
    /// <returns>A reference to it; null when the same source was compiled before.</returns>
    /// <exception cref="CellException">It does not compile, or declares a type anew.</exception>
    public MetadataReference? Compile(string source, string name, IEnumerable<MetadataReference> references, MetadataReferenceResolver resolver)
    {
        if (_sources.Contains(source))
            return null;
        var tree = Parse(source, name);
        var plain = CSharpCompilation.Create($"Types-{_sources.Count + 1}", [tree, Parse(imports, "imports")], references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, concurrentBuild: false,
            metadataReferenceResolver: resolver, assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default));
        List<string> types = [.. Types(plain.Assembly.GlobalNamespace)];
        if (types.Find(_types.ContainsKey) is { } known)
            throw new CellException("DeclaredAlready", $"{name}: {known} is declared in {_types[known]} already, and types of a namespace can't be declared anew. Restart the kernel to use the new source.");
        if (CompileErrors.From(tree.GetDiagnostics()) is null && Variants(tree, name)
            .Select(one => Emit(plain.ReplaceSyntaxTree(tree, one), out _)).FirstOrDefault(one => one is not null) is { } variant)
            return Keep(variant);
        return Emit(plain, out var diagnostics) is { } image ? Keep(image) : throw CompileErrors.From(diagnostics)!;

        PortableExecutableReference Keep((MemoryStream Assembly, MemoryStream Symbols) library)
        {
            var reference = MetadataReference.CreateFromImage(library.Assembly.ToArray());
            context.LoadCell(plain.AssemblyName!, library.Assembly, library.Symbols);
            _sources.Add(source);
            types.ForEach(type => _types[type] = name);
            return reference;
        }
    }

    private static bool IsApart(MemberDeclarationSyntax member) => member is BaseNamespaceDeclarationSyntax
        || member is ClassDeclarationSyntax type && type.Members.Any(one => one is ExtensionBlockDeclarationSyntax);

    /// <summary>The source in the forms to try before itself, best first: open to other cells or not, with checkpoints or without.</summary>
    private static IEnumerable<SyntaxTree> Variants(SyntaxTree tree, string name) =>
        from shown in (SyntaxTree[])[Parse(Published(tree), name), tree]
        from level in (CheckpointLevel[])[CheckpointLevel.Expressions, CheckpointLevel.Statements, CheckpointLevel.None]
        select level == CheckpointLevel.None ? shown : Checkpoints.Insert(shown, level) is { } changed ? Parse(changed, name) : shown;

    /// <summary>The source with its internal types public: to whoever wrote the notebook, its cells are one program.</summary>
    private static string Published(SyntaxTree tree) => tree.GetText().WithChanges(tree.GetRoot()
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<MemberDeclarationSyntax>()
        .Where(member => !member.Modifiers.Any(one => one.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.FileKeyword))
        .Select(member => (member, keyword: member switch
        {
            TypeDeclarationSyntax type => type.Keyword,
            EnumDeclarationSyntax type => type.EnumKeyword,
            DelegateDeclarationSyntax type => type.DelegateKeyword,
            _ => default,
        }))
        .Where(one => one.keyword != default)
        .Select(one => one.member.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.InternalKeyword)) is var marked && marked != default
            ? new TextChange(marked.Span, "public")
            : new TextChange(new TextSpan(one.member.Modifiers.Append(one.keyword).First().SpanStart, 0), "public "))).ToString();

    private static (MemoryStream Assembly, MemoryStream Symbols)? Emit(CSharpCompilation compilation, out ImmutableArray<Diagnostic> diagnostics)
    {
        var (assembly, symbols) = (new MemoryStream(), new MemoryStream());
        var result = compilation.Emit(assembly, symbols, options: Portable);
        diagnostics = result.Diagnostics;
        assembly.Position = symbols.Position = 0;
        return result.Success ? (assembly, symbols) : null;
    }

    private static IEnumerable<string> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Select(type => type.ToDisplayString()).Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static SyntaxTree Parse(string code, string name) => CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), Regular, name);

    private static string Blank(string text, IEnumerable<TextSpan> spans)
    {
        var symbols = text.ToCharArray();
        foreach (var span in spans)
            foreach (ref var symbol in symbols.AsSpan(span.Start, span.Length))
                symbol = symbol is '\r' or '\n' ? symbol : ' ';
        return new string(symbols);
    }
}
