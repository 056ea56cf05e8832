using NuGet.Client;
using NuGet.ContentModel;
using NuGet.Packaging;

namespace Notebook.Packages;

/// <summary>The files of a package that this .NET on this system uses; full paths.</summary>
/// <param name="Compile">Assemblies that cells are compiled against.</param>
/// <param name="Run">Assemblies that are loaded.</param>
/// <param name="Native">Native libraries.</param>
internal sealed record PackageFiles(IReadOnlyList<string> Compile, IReadOnlyList<string> Run, IReadOnlyList<string> Native)
{
    /// <summary>What it adds to a notebook's kernel; null if it adds nothing.</summary>
    public PackageExtension? Extension { get; init; }

    private static readonly ManagedCodeConventions Conventions = new(Target.Runtimes);

    /// <summary>Selects the files of an unpacked package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="PackageException">It has assemblies, but none for this .NET.</exception>
    public static PackageFiles Select(ResolvedPackage package, string folder)
    {
        using var reader = new PackageFolderReader(folder);
        var content = new ContentItemCollection();
        content.Load([.. reader.GetFiles()]);
        var run = Best(content, Conventions.Patterns.RuntimeAssemblies);
        var compile = Best(content, Conventions.Patterns.CompileRefAssemblies) ?? Best(content, Conventions.Patterns.CompileLibAssemblies) ?? run;
        var native = content.FindBestItemGroup(Conventions.Criteria.ForRuntime(Target.Runtime), Conventions.Patterns.NativeLibraries)?.Items.Select(item => item.Path);
        if (run is null && compile is null && reader.GetLibItems().ToList() is { Count: > 0 } offered)
        {
            throw new PackageException($"{package.Id} {package.Version} has nothing for {Target.Framework.GetShortFolderName()}, only for "
                + $"{string.Join(", ", offered.Select(group => group.TargetFramework.GetShortFolderName()).Order(StringComparer.Ordinal))}.");
        }
        return new PackageFiles(Assemblies(compile), Assemblies(run), [.. (native ?? []).Select(Full)])
        {
            Extension = PackageExtension.Of(package, folder, Assemblies(run)),
        };

        string Full(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

        IReadOnlyList<string> Assemblies(IEnumerable<string>? paths) => [.. (paths ?? []).Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(Full)];
    }

    private static IEnumerable<string>? Best(ContentItemCollection content, PatternSet patterns) =>
        Target.Fallbacks.Prepend(Target.Framework)
            .Select(framework => content.FindBestItemGroup(Conventions.Criteria.ForFrameworkAndRuntime(framework, Target.Runtime), patterns))
            .FirstOrDefault(group => group is not null)?.Items.Select(item => item.Path);
}
