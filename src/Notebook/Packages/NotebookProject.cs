using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Versioning;

namespace Notebook.Packages;

/// <summary>The root of the dependency graph: the notebook, which depends on all that its cells ask for.</summary>
/// <param name="references">The packages asked for.</param>
internal sealed class NotebookProject(IEnumerable<PackageReference> references) : IDependencyProvider
{
    private static readonly NuGetVersion Any = new(1, 0, 0);

    /// <summary>What the walk starts from.</summary>
    public static LibraryRange Root { get; } = new("notebook", new VersionRange(Any), LibraryDependencyTarget.Project);

    /// <inheritdoc/>
    public bool SupportsType(LibraryDependencyTarget libraryTypeFlag) => libraryTypeFlag.HasFlag(LibraryDependencyTarget.Project);

    /// <inheritdoc/>
    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework targetFramework) => GetLibrary(libraryRange, targetFramework, null);

    /// <inheritdoc/>
    /// <returns>The notebook, or null for anything else.</returns>
    public Library? GetLibrary(LibraryRange libraryRange, NuGetFramework targetFramework, string? alias) => libraryRange.Name != Root.Name
        ? null
        : new Library
        {
            LibraryRange = Root,
            Identity = new LibraryIdentity(Root.Name, Any, LibraryType.Project),
            Resolved = true,
            Dependencies = [.. references.Where(reference => !PackageExtension.IsKernel(reference.Id)).Select(reference => new LibraryDependency
            {
                LibraryRange = new LibraryRange(reference.Id, reference.Range, LibraryDependencyTarget.Package),
            })],
        };
}
