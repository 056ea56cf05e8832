using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Notebook.Scripting;

/// <summary>Compiles cells, each as a script submission that sees the ones before it.</summary>
/// <param name="context">Where compiled cells are loaded.</param>
/// <param name="restore">Finds the assemblies of a package that a loaded file references.</param>
internal sealed class CellCompiler(CellLoadContext context, Func<string, IEnumerable<string>> restore)
{
    /// <summary>How cells are parsed. The version is pinned: later ones need a later .NET.</summary>
    public static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Namespaces and static classes that every cell sees.</summary>
    private static readonly ImmutableArray<string> Imports =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel", "Microsoft.DotNet.Interactive.Formatting",
    ];

    private static readonly EmitOptions Portable = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly ReferenceResolver _resolver = new(context, restore);
    private readonly KnownUsings _usings = new();
    private readonly Namespaces _namespaces = new(context, string.Concat(Imports.Select(one =>
        $"global using {(one.EndsWith(".Kernel", StringComparison.Ordinal) ? "static " : "")}{one}; ")));
    private ImmutableArray<MetadataReference> _added = [];
    private int _count;
    private bool _hasJson;

    /// <summary>Compiles and loads a cell.</summary>
    /// <param name="code">C# source.</param>
    /// <param name="name">Name by which messages and stack traces call the cell.</param>
    /// <param name="previous">The cell before it, or null.</param>
    /// <exception cref="CellException">It does not compile.</exception>
    public CompiledCell Compile(string code, string name, CSharpCompilation? previous)
    {
        var assemblyName = $"Cell-{++_count}";
        var tree = Parse(code, name);
        if (Namespaces.Split(tree) is var (library, rest))
        {
            Declare(library, tree, name, previous);
            tree = ParseText(rest, name);
        }
        if (tree.GetDiagnostics().All(one => one.Severity != DiagnosticSeverity.Error))
        {
            string? tried = null;
            foreach (var level in (CheckpointLevel[])[CheckpointLevel.Expressions, CheckpointLevel.Statements])
            {
                var changed = Checkpoints.Insert(tree, level);
                if (changed == tried && !tree.GetRoot().ContainsDirectives) // a file to be loaded may need them
                    continue;
                tried = changed;
                var stoppable = Submission(assemblyName, changed is null ? tree : ParseText(changed, name), previous, level);
                if (HasCode(stoppable) && TryLoad(stoppable, out _) is { } loaded)
                    return loaded;
            }
        }
        var compilation = Submission(assemblyName, tree, previous, CheckpointLevel.None);
        var diagnostics = ImmutableArray<Diagnostic>.Empty;
        if (HasCode(compilation) && TryLoad(compilation, out diagnostics) is { } cell)
            return cell;
        if (!HasCode(compilation))
            diagnostics = compilation.GetDiagnostics();
        if (CompileErrors.From(diagnostics) is not { } error)
            return new CompiledCell(compilation, null);
        return ReferenceJson(tree) ? Compile(code, name, previous) : WithElements(tree, diagnostics, name, previous) ?? throw error;
    }

    /// <summary>Compiles namespaces of a cell. They see the libraries that the cell does.</summary>
    private void Declare(string library, SyntaxTree tree, string name, CSharpCompilation? previous)
    {
        var named = tree.GetRoot().DescendantTrivia().Select(one => one.GetStructure()).OfType<ReferenceDirectiveTriviaSyntax>()
            .SelectMany(one => _resolver.ResolveReference(one.File.ValueText, name, MetadataReferenceProperties.Assembly));
        HashSet<MetadataReference> references = [.. FrameworkReferences.Defining, .. _added, .. named];
        for (var cell = previous; cell is not null; cell = cell.ScriptCompilationInfo?.PreviousScriptCompilation)
            references.UnionWith(cell.References);
        if (_namespaces.Compile(library, name, references, _resolver) is { } compiled)
            _added = [.. _added, compiled];
    }

    private static bool HasCode(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(one => one.GetCompilationUnitRoot().Members.Count > 0);

    /// <summary>Says that cells compiled from now on see this one.</summary>
    public void Keep(CompiledCell cell) => _usings.Add(cell.Compilation.SyntaxTrees[^1]);

    /// <summary>Lets the cells that follow use assemblies of packages. What .NET itself has as new or newer is left out.</summary>
    /// <param name="paths">Full paths.</param>
    public void Reference(IEnumerable<string> paths) =>
        _added = [.. _added, .. paths.Where(path => !FrameworkReferences.Supersedes(path)).Select(_resolver.PackageAssembly).Except(_added)];

    /// <summary>Notebooks of .NET Interactive could use Newtonsoft.Json without asking for it, so a cell that fails and names it gets the kernel's.</summary>
    /// <returns>Whether the cell may compile now.</returns>
    private bool ReferenceJson(SyntaxTree tree)
    {
        const string Json = "Newtonsoft.Json";
        var path = Path.Combine(AppContext.BaseDirectory, Json + ".dll");
        if (_hasJson || !tree.GetText().ToString().Contains(Json, StringComparison.Ordinal) || !File.Exists(path))
            return false;
        context.AddPackage(path);
        Reference([path]);
        return _hasJson = true;
    }

    /// <summary>A cell that is loaded, or null with the reasons why it does not compile.</summary>
    private CompiledCell? TryLoad(CSharpCompilation compilation, out ImmutableArray<Diagnostic> diagnostics)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: Portable);
        diagnostics = result.Diagnostics;
        if (!result.Success)
            return null;
        assembly.Position = symbols.Position = 0;
        var type = context.LoadCell(compilation.AssemblyName!, assembly, symbols).GetType(compilation.Options.ScriptClassName!, throwOnError: true)!;
        return new CompiledCell(compilation, type.GetMethod("<Factory>")!.CreateDelegate<Func<object?[], Task<object?>>>());
    }

    /// <summary>The cell once more with HTML elements in sight, if that is all that it lacks.</summary>
    private CompiledCell? WithElements(SyntaxTree tree, IEnumerable<Diagnostic> diagnostics, string name, CSharpCompilation? previous)
    {
        try
        {
            return ElementCalls.ImportFor(tree, diagnostics) is { } text ? Compile(text, name, previous) : null;
        }
        catch (CellException)
        {
            return null; // the first errors are about the cell as it was entered
        }
    }

    /// <summary>A cell that is still being typed, to be looked into and not to be run.</summary>
    /// <param name="code">C# source, complete or not.</param>
    /// <param name="previous">The cell before it, or null.</param>
    public CSharpCompilation Draft(string code, CSharpCompilation? previous) => 
        Submission("Draft", ParseText(code, "draft"), previous, CheckpointLevel.None);

    /// <summary>
    /// Only the first cell names imports and framework: those after it inherit them, and repeating them costs each cell more. The cell
    /// before is put in afterwards: given at once, it would be bound anew, just to see that it has no errors.
    /// </summary>
    private CSharpCompilation Submission(string assemblyName, SyntaxTree tree, CSharpCompilation? previous, CheckpointLevel level)
    {
        var alone = CSharpCompilation.CreateScriptCompilation(
            assemblyName,
            tree,
            previous is null ? [.. FrameworkReferences.Defining, .. _added] : _added,
            Options($"Submission#{_count}", previous is null ? Imports : [], level));
        return alone.WithScriptCompilationInfo(alone.ScriptCompilationInfo!.WithPreviousScriptCompilation(previous));
    }

    private CSharpCompilationOptions Options(string className, ImmutableArray<string> imports, CheckpointLevel level) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: className,
        usings: imports,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false, // a cell is too small to share out: doing so takes twice the time
        metadataReferenceResolver: _resolver,
        sourceReferenceResolver: new CellSourceResolver(level),
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    /// <summary>Parses a cell. References named after code, which C# does not allow, are taken out and added by hand.</summary>
    private SyntaxTree Parse(string code, string name)
    {
        var tree = ParseText(code, name);
        var late = LateReferences(tree);
        if (late.Count > 0)
            tree = ParseText(TakeOut(code, late), name);
        if (ExtensionClasses.Forward(tree) is { } forwarding)
            tree = ParseText(forwarding, name);
        return _usings.Blank(tree) is { } shorter ? ParseText(shorter, name) : tree;
    }

    private static List<ReferenceDirectiveTriviaSyntax> LateReferences(SyntaxTree tree)
    {
        if (tree.GetDiagnostics().All(one => one.Id != "CS7009"))
            return [];
        return [.. tree.GetRoot().DescendantTrivia().Select(trivia => trivia.GetStructure()).OfType<ReferenceDirectiveTriviaSyntax>()
            .Where(directive => directive.GetDiagnostics().Any(one => one.Id == "CS7009"))];
    }

    private string TakeOut(string code, List<ReferenceDirectiveTriviaSyntax> directives)
    {
        var text = code.ToCharArray();
        foreach (var directive in directives)
        {
            var file = directive.File.ValueText;
            var found = _resolver.ResolveReference(file, null, MetadataReferenceProperties.Assembly);
            if (found.IsEmpty)
                continue;
            _added = [.. _added, .. found.Except(_added)];
            text.AsSpan(directive.Span.Start, directive.EndOfDirectiveToken.SpanStart - directive.Span.Start).Fill(' ');
        }
        return new string(text);
    }

    private static SyntaxTree ParseText(string code, string name) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, name);
}
