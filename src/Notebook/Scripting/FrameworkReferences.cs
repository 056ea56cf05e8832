using Microsoft.CodeAnalysis;

namespace Notebook.Scripting;

/// <summary>References to .NET itself and to what cells can call of the kernel. Loaded once and shared by all cells.</summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<IReadOnlyDictionary<string, PortableExecutableReference>> Loaded = new(Load);

    /// <summary>Folder of the running .NET.</summary>
    public static string RuntimeFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>All references by simple assembly name.</summary>
    public static IReadOnlyDictionary<string, PortableExecutableReference> ByName => Loaded.Value;

    /// <summary>Whether .NET itself has an assembly of this name.</summary>
    public static bool IsFramework(string assemblyName) => File.Exists(Path.Combine(RuntimeFolder, assemblyName + ".dll"));

    private static Dictionary<string, PortableExecutableReference> Load()
    {
        var files = Directory.GetFiles(ReferencePack() ?? RuntimeFolder, "*.dll").Where(IsManaged);
        var references = files.AsParallel().Select(file => MetadataReference.CreateFromFile(file))
            .ToDictionary(reference => Path.GetFileNameWithoutExtension(reference.FilePath!), StringComparer.OrdinalIgnoreCase);
        var own = typeof(FrameworkReferences).Assembly;
        references[own.GetName().Name!] = MetadataReference.CreateFromFile(own.Location);
        return references;
    }

    /// <summary>The SDK's reference assemblies: a tenth of the size of the real ones, and with documentation beside them.</summary>
    private static string? ReferencePack()
    {
        var version = Environment.Version;
        var packs = Path.Combine(RuntimeFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
            return null;
        return Directory.GetDirectories(packs, $"{version.Major}.{version.Minor}.*")
            .Select(pack => Path.Combine(pack, "ref", $"net{version.Major}.{version.Minor}"))
            .Where(Directory.Exists)
            .Order(StringComparer.Ordinal)
            .LastOrDefault();
    }

    private static bool IsManaged(string file)
    {
        var name = Path.GetFileName(file);
        return name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name is "mscorlib.dll" or "netstandard.dll" or "WindowsBase.dll";
    }
}
