using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Notebook.Scripting;

/// <summary>
/// Where compiled cells and the libraries they reference are loaded. A library's own dependencies, managed and native, are found
/// through its <c>.deps.json</c> and in its folder.
/// </summary>
internal sealed class CellLoadContext() : AssemblyLoadContext("cells")
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Assembly> _cells = [];
    private readonly Dictionary<string, string> _natives = [];
    private readonly Dictionary<string, string> _libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Folder, AssemblyDependencyResolver Resolver)> _resolvers = [];

    /// <summary>Loads a compiled cell.</summary>
    public Assembly LoadCell(string name, Stream assembly, Stream symbols)
    {
        var loaded = LoadFromStream(assembly, symbols);
        lock (_gate)
            _cells[name] = loaded;
        return loaded;
    }

    /// <summary>Whether an assembly is a compiled cell.</summary>
    public bool IsCell(Assembly assembly)
    {
        lock (_gate)
            return assembly.GetName().Name is { } name && _cells.TryGetValue(name, out var cell) && cell == assembly;
    }

    /// <summary>Makes a library known; it is loaded when a cell first uses it.</summary>
    /// <param name="path">Full path of an assembly.</param>
    public void AddLibrary(string path)
    {
        lock (_gate)
        {
            if (!_libraries.TryAdd(Path.GetFileNameWithoutExtension(path), path))
                return;
            _resolvers.Add((Path.GetDirectoryName(path)!, new AssemblyDependencyResolver(path)));
        }
    }

    /// <summary>Makes an assembly of a package known; it is loaded when a cell first uses it.</summary>
    /// <param name="path">Full path of an assembly.</param>
    public void AddPackage(string path)
    {
        if (FrameworkReferences.Supersedes(path))
            return;
        lock (_gate)
            _libraries[Path.GetFileNameWithoutExtension(path)] = path;
    }

    /// <summary>Makes native libraries known, by their names with and without <c>lib</c> and ending.</summary>
    /// <param name="paths">Full paths.</param>
    public void AddNatives(IEnumerable<string> paths)
    {
        lock (_gate)
        {
            foreach (var path in paths)
                _natives[Path.GetFileName(path)] = path;
        }
    }

    /// <summary>The file of an assembly that a library depends on, or null.</summary>
    public string? FindDependency(AssemblyName name)
    {
        lock (_gate)
        {
            if (_libraries.TryGetValue(name.Name!, out var library))
                return library;
            if (FrameworkReferences.IsFramework(name.Name!))
                return null;
            foreach (var (folder, resolver) in _resolvers)
            {
                if (resolver.ResolveAssemblyToPath(name) is { } resolved)
                    return resolved;
                var beside = Path.Combine(folder, name.Name + ".dll");
                if (File.Exists(beside))
                    return beside;
            }
        }
        return null;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        lock (_gate)
        {
            if (_cells.TryGetValue(assemblyName.Name!, out var cell))
                return cell;
        }
        if (assemblyName.Name == typeof(CellLoadContext).Assembly.GetName().Name)
            return null;
        return FindDependency(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        lock (_gate)
        {
            if (FileNames(unmanagedDllName).Select(_natives.GetValueOrDefault).FirstOrDefault(path => path is not null) is { } native)
                return LoadUnmanagedDllFromPath(native);
            foreach (var (folder, resolver) in _resolvers)
            {
                if ((resolver.ResolveUnmanagedDllToPath(unmanagedDllName) ?? Beside(folder, unmanagedDllName)) is { } path)
                    return LoadUnmanagedDllFromPath(path);
            }
        }
        return 0;
    }

    private static string? Beside(string folder, string name)
    {
        string[] folders = [folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"),
            Path.Combine(folder, "runtimes", "linux-x64", "native")];
        return folders.SelectMany(place => FileNames(name), Path.Combine).FirstOrDefault(File.Exists);
    }

    /// <summary>The files that may be meant by the name in a <c>DllImport</c>.</summary>
    private static string[] FileNames(string name) => [name, $"lib{name}.so", $"{name}.so", $"lib{name}.dylib", $"{name}.dylib", $"{name}.dll"];
}
