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

    /// <summary>Parts a cell into what goes into a library and what is left, or null when all of it is a script.</summary>
    /// <param name="tree">The parsed cell.</param>
    public static (string Library, string Script)? Split(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var apart = root.Members.Where(IsApart).ToHashSet();
        if (apart.Count == 0)
            return null;
        var directives = root.DescendantTrivia().Where(one => one.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia).Select(one => one.Span);
        var text = tree.GetText().ToString();
        return (Blank(text, root.Members.Where(one => !apart.Contains(one)).Select(one => one.Span).Concat(directives)), Blank(text, apart.Select(one => one.Span)));
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
        foreach (var level in (CheckpointLevel[])[CheckpointLevel.Expressions, CheckpointLevel.Statements])
        {
            if (CompileErrors.From(tree.GetDiagnostics()) is null && Checkpoints.Insert(tree, level) is { } changed
                && Emit(plain.ReplaceSyntaxTree(tree, Parse(changed, name)), out _) is { } stoppable)
                return Keep(stoppable);
        }
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
