using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Notebook.Packages;

namespace Notebook.Scripting;

/// <summary>References to .NET itself and to what cells can call of the kernel. Loaded once and shared by all cells.</summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<Dictionary<string, PortableExecutableReference>> Loaded = new(Load);

    private static readonly Lazy<ImmutableArray<MetadataReference>> WithTypes =
        new(() => [.. Loaded.Value.Values.Where(reference => !IsFacade(reference))]);

    /// <summary>Folder of the running .NET.</summary>
    public static string RuntimeFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>All references by simple assembly name.</summary>
    public static IReadOnlyDictionary<string, PortableExecutableReference> ByName => Loaded.Value;

    /// <summary>
    /// The references that define types. Those that only forward to others, more than a third, are looked up when a library
    /// mentions them: names are found sooner without.
    /// </summary>
    public static ImmutableArray<MetadataReference> Defining => WithTypes.Value;

    /// <summary>Whether .NET itself has an assembly of this name.</summary>
    public static bool IsFramework(string assemblyName) =>
        !IsOurs(assemblyName) && File.Exists(Path.Combine(RuntimeFolder, assemblyName + ".dll"));

    /// <summary>Whether .NET itself has this assembly in the same or a newer version, or the kernel stands in for it.</summary>
    /// <param name="path">Full path of an assembly.</param>
    public static bool Supersedes(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (PackageExtension.IsKernel(name))
            return true; // two sets of types by the same names could not be told apart
        return IsFramework(name)
            && AssemblyName.GetAssemblyName(Path.Combine(RuntimeFolder, name + ".dll")).Version >= AssemblyName.GetAssemblyName(path).Version;
    }

    private static Dictionary<string, PortableExecutableReference> Load()
    {
        Dictionary<string, PortableExecutableReference> references = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.GetFiles(ReferencePack() ?? RuntimeFolder, "*.dll"))
        {
            if (IsManaged(file))
                references[Path.GetFileNameWithoutExtension(file)] = MetadataReference.CreateFromFile(file);
        }
        var own = typeof(FrameworkReferences).Assembly;
        references[own.GetName().Name!] = MetadataReference.CreateFromFile(own.Location);
        return references;
    }

    private static bool IsFacade(PortableExecutableReference reference) =>
        reference.GetMetadata() is AssemblyMetadata assembly
        && assembly.GetModules()[0].GetMetadataReader().TypeDefinitions.Count <= 1; // the pseudo-type <Module>

    /// <summary>The SDK's reference assemblies: a tenth of the size of the real ones, and with documentation beside them.</summary>
    private static string? ReferencePack()
    {
        var version = Environment.Version;
        return DotnetFolders()
            .Select(dotnet => Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"))
            .Where(Directory.Exists)
            .SelectMany(packs => Directory.GetDirectories(packs, $"{version.Major}.{version.Minor}.*").Order(StringComparer.Ordinal).Reverse())
            .Select(pack => Path.Combine(pack, "ref", $"net{version.Major}.{version.Minor}"))
            .FirstOrDefault(Directory.Exists);
    }

    /// <summary>Where the SDK may be: the tool brings its own runtime, so not necessarily around that.</summary>
    private static IEnumerable<string> DotnetFolders()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
            yield return root;
        yield return Path.Combine(RuntimeFolder, "..", "..", "..");
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            var dotnet = new FileInfo(Path.Combine(folder, "dotnet"));
            if (dotnet.Exists)
                yield return Path.GetDirectoryName((dotnet.ResolveLinkTarget(returnFinalTarget: true) ?? dotnet).FullName)!;
        }
    }

    /// <summary>Whether an assembly beside the runtime is there for the kernel only.</summary>
    private static bool IsOurs(string assemblyName) =>
        assemblyName.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || assemblyName.StartsWith("NuGet.", StringComparison.Ordinal)
        || assemblyName is "System.CommandLine" or "dotnet-notebook" or "Newtonsoft.Json" or "System.Security.Cryptography.Pkcs" or "System.Security.Cryptography.ProtectedData";

    private static bool IsManaged(string file)
    {
        var name = Path.GetFileName(file);
        if (IsOurs(Path.GetFileNameWithoutExtension(file)))
            return false;
        return name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name is "mscorlib.dll" or "netstandard.dll" or "WindowsBase.dll";
    }
}
