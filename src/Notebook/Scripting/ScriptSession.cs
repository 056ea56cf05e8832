using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Notebook.Packages;

namespace Notebook.Scripting;

/// <summary>The cells run so far and the values of their variables. Used by one thread at a time.</summary>
internal sealed class ScriptSession
{
    private readonly CellCompiler _compiler;
    private CSharpCompilation? _last;
    private readonly Lazy<PackageSession> _packages = new(() => new PackageSession(Environment.CurrentDirectory)); // NuGet is loaded when it is needed
    private readonly HiddenVariables _hidden = new();
    private object?[] _states = new object?[64];
    private int _slots = 1; // the first slot is that of a globals object, which cells don't have

    public ScriptSession() => _compiler = new CellCompiler(Context, Restore);

    /// <summary>Where cells and their libraries are loaded.</summary>
    public CellLoadContext Context { get; } = new();

    /// <summary>Source texts by cell name, for stack traces.</summary>
    public Dictionary<string, string> Sources { get; } = [];

    /// <summary>Texts that <c>#!value</c> stored, by name.</summary>
    public Dictionary<string, string> Values { get; } = [];

    /// <summary>The packages in use.</summary>
    public PackageSession Packages => _packages.Value;

    /// <summary>Lets cells use the files of packages.</summary>
    /// <param name="packages">What to compile against and what to load.</param>
    public void Reference(IReadOnlyList<PackageFiles> packages)
    {
        foreach (var file in packages.SelectMany(package => package.Run))
            Context.AddPackage(file);
        Context.AddNatives(packages.SelectMany(package => package.Native));
        _compiler.Reference(packages.SelectMany(package => package.Compile));
    }

    /// <summary>Restores a package that a loaded file names, its own assembly first. (Those of cells are restored before, where they can be interrupted.)</summary>
    private IEnumerable<string> Restore(string reference)
    {
        try
        {
            var package = PackageReference.Parse(reference);
            var files = Packages.AddAsync([package], CancellationToken.None).GetAwaiter().GetResult().Files;
            Reference(files);
            return files.SelectMany(one => one.Compile).Where(file => !FrameworkReferences.Supersedes(file))
                .OrderByDescending(file => Path.GetFileNameWithoutExtension(file).Equals(package.Id, StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception error) when (error is PackageException or FormatException)
        {
            throw new CellException("PackageReference", error.Message);
        }
    }

    /// <summary>The variables that the next cell would see, with what they hold now.</summary>
    public IEnumerable<(string Name, Type Type, object? Value)> Variables() => _states.Take(_slots).Reverse()
        .Where(state => state is not null)
        .SelectMany(state => state!.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(field => !field.Name.StartsWith('<') && !field.IsInitOnly)
            .Select(field => (field.Name, field.FieldType, field.GetValue(state))))
        .DistinctBy(variable => variable.Name);

    /// <summary>Compiles a cell that sees all cells run so far.</summary>
    /// <param name="code">C# source.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="CellException">It does not compile.</exception>
    public CompiledCell Compile(string code, string name)
    {
        Sources[name] = code;
        return _compiler.Compile(code, name, _last);
    }

    /// <summary>A cell that is still being typed, to be looked into.</summary>
    /// <param name="code">C# source, complete or not.</param>
    public CSharpCompilation Draft(string code) => _compiler.Draft(code, _last);

    /// <summary>Runs a compiled cell. Its declarations stay, also when it fails half-way.</summary>
    /// <param name="cell">What <see cref="Compile"/> returned last.</param>
    /// <param name="keep">Whether later cells shall see it.</param>
    /// <returns>The value of the expression it ends with, or null.</returns>
    public async Task<object?> RunAsync(CompiledCell cell, bool keep = true)
    {
        keep = keep && cell.IsVisible();
        if (cell.Start is null)
        {
            if (keep)
                Keep(cell);
            return null;
        }
        if (_slots == _states.Length)
            Array.Resize(ref _states, 2 * _slots);
        using (Context.EnterContextualReflection())
        {
            _hidden.Empty(cell, keep ? _states.AsSpan(0, _slots) : []);
            var running = cell.Start(_states);
            if (keep)
            {
                _slots++;
                Keep(cell);
            }
            return await running;
        }
    }

    private void Keep(CompiledCell cell)
    {
        _last = cell.Compilation;
        _compiler.Keep(cell);
    }
}
