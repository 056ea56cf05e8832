using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Notebook.Packages;

/// <summary>What a package adds to the kernel of .NET Interactive, from its folder <c>interactive-extensions/dotnet</c>.</summary>
/// <param name="Package">The package, with version.</param>
/// <param name="Script">Full path of its <c>extension.dib</c>; null if it has none and loads by assembly only.</param>
/// <param name="NeedsItsKernel">Whether an assembly of it was compiled against .NET Interactive's own.</param>
internal sealed record PackageExtension(string Package, string? Script, bool NeedsItsKernel)
{
    private const string Kernel = "Microsoft.DotNet.Interactive";

    /// <summary>Whether a package or assembly is part of .NET Interactive, for which this kernel stands in.</summary>
    public static bool IsKernel(string id) => id.StartsWith(Kernel, StringComparison.OrdinalIgnoreCase) && (id.Length == Kernel.Length || id[Kernel.Length] == '.');

    /// <summary>That of a package; null if it has none.</summary>
    /// <param name="package">The package.</param>
    /// <param name="folder">Where it is unpacked.</param>
    /// <param name="assemblies">Full paths of its assemblies.</param>
    public static PackageExtension? Of(ResolvedPackage package, string folder, IEnumerable<string> assemblies)
    {
        var place = Path.Combine(folder, "interactive-extensions", "dotnet");
        if (!Directory.Exists(place))
            return null;
        var script = Path.Combine(place, "extension.dib");
        return new($"{package.Id} {package.Version}", File.Exists(script) ? script : null,
            assemblies.Concat(Directory.EnumerateFiles(place, "*.dll")).Any(IsWrittenForIt));
    }

    private static bool IsWrittenForIt(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata)
                return false;
            var metadata = file.GetMetadataReader();
            return metadata.AssemblyReferences.Any(one => IsKernel(metadata.GetString(metadata.GetAssemblyReference(one).Name)));
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
