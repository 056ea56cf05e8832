using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Notebook.Documents;

namespace Notebook.Scripting;

/// <summary>Finds what <c>#r</c> names, and the assemblies that a referenced library mentions.</summary>
/// <param name="context">Where libraries will be loaded.</param>
/// <param name="restore">Finds the assemblies of a package that a loaded file references.</param>
internal sealed class ReferenceResolver(CellLoadContext context, Func<string, IEnumerable<string>> restore) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<string, (DateTime Written, PortableExecutableReference Reference)> _known = new();
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _dependencies = new();

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return [restore(reference).Select(PackageAssembly).FirstOrDefault() ?? FrameworkReferences.ByName["System.Runtime"]]; // one: a directive takes no more and no less
        if (FindFile(Files.Here(reference), baseFilePath) is { } path)
            return [Library(path)];
        var name = reference.Split(',')[0].Trim();
        return FrameworkReferences.ByName.TryGetValue(name, out var framework) ? [framework] : [];
    }

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (_dependencies.TryGetValue(referenceIdentity.Name, out var known))
            return known;
        if (FrameworkReferences.ByName.TryGetValue(referenceIdentity.Name, out var framework))
            return framework;
        var path = context.FindDependency(new AssemblyName(referenceIdentity.GetDisplayName()));
        return path is null ? null : _dependencies.GetOrAdd(referenceIdentity.Name, _ => MetadataReference.CreateFromFile(path));
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>An assembly of a package. Packages don't change once they are unpacked.</summary>
    public PortableExecutableReference PackageAssembly(string path) =>
        _known.GetOrAdd(path, _ => (File.GetLastWriteTimeUtc(path), MetadataReference.CreateFromFile(path))).Reference;

    private PortableExecutableReference Library(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        var (loaded, reference) = _known.GetOrAdd(path, _ => (written, MetadataReference.CreateFromFile(path)));
        if (loaded != written)
            throw new CellException("ReferenceChanged", $"{path} was rebuilt after this kernel loaded it. Restart the kernel to use the new build.");
        context.AddLibrary(path);
        return reference;
    }

    private static string? FindFile(string reference, string? baseFilePath)
    {
        string[] folders = baseFilePath is not null && Path.IsPathRooted(baseFilePath)
            ? [Path.GetDirectoryName(baseFilePath)!, Environment.CurrentDirectory]
            : [Environment.CurrentDirectory];
        return folders.Select(folder => Path.GetFullPath(Path.Combine(folder, reference))).FirstOrDefault(File.Exists);
    }
}
