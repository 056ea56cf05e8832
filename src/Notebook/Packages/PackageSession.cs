using NuGet.Versioning;

namespace Notebook.Packages;

/// <summary>The packages that a notebook uses, and where it gets them.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class PackageSession(string folder)
{
    private readonly Feeds _feeds = new(folder);
    private readonly List<PackageReference> _asked = [];
    private readonly Dictionary<string, NuGetVersion> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a source for the packages asked for from here on.</summary>
    /// <param name="source">The address of a feed, or a folder.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public void AddSource(string source) => _feeds.Add(source);

    /// <summary>The sources that did not answer so far, with the reason.</summary>
    public IReadOnlyDictionary<string, string> SilentSources => _feeds.Silent;

    /// <summary>Ids of packages that begin so, as far as they are known within a time.</summary>
    public IEnumerable<string> Ids(string prefix, TimeSpan patience) => new PackageNames(_feeds).Ids(prefix, patience);

    /// <summary>Versions of a package, the newest first, as far as they are known within a time.</summary>
    public IEnumerable<string> Versions(string id, TimeSpan patience) => new PackageNames(_feeds).Versions(id, patience);

    /// <summary>Adds packages with all that they depend on, downloading what is not there yet.</summary>
    /// <param name="references">The packages.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The packages as resolved, and the files of all that are new here.</returns>
    /// <exception cref="PackageException">One can't be had, or does not go together with what is in use.</exception>
    public async Task<(IReadOnlyList<ResolvedPackage> Packages, IReadOnlyList<PackageFiles> Files)> AddAsync(
        IReadOnlyList<PackageReference> references, CancellationToken stop)
    {
        foreach (var reference in references)
            Check(reference);
        List<PackageReference> all = [.. _asked, .. references];
        var pinned = _used.Where(used => all.All(one => !one.Id.Equals(used.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(used => new PackageReference(used.Key, new VersionRange(used.Value)));
        var resolved = await new Restore(_feeds).RunAsync([.. all.GroupBy(one => one.Id, StringComparer.OrdinalIgnoreCase).Select(Pinned), .. pinned], stop);
        List<PackageFiles> files = [.. resolved.Where(one => !_used.ContainsKey(one.Package.Id)).Select(one => PackageFiles.Select(one.Package, one.Folder))];
        foreach (var (package, _) in resolved)
            _used[package.Id] = package.Version;
        _asked.AddRange(references);
        return ([.. references.Where(reference => _used.ContainsKey(reference.Id)).Select(reference => new ResolvedPackage(reference.Id, _used[reference.Id])).DistinctBy(one => one.Id)], files);
    }

    /// <summary>A package that is in use stays in the version that it has: loaded assemblies can't be replaced.</summary>
    private PackageReference Pinned(IGrouping<string, PackageReference> asked) => _used.TryGetValue(asked.Key, out var version)
        ? new PackageReference(asked.Key, new VersionRange(version))
        : asked.Last();

    private void Check(PackageReference reference)
    {
        if (_used.TryGetValue(reference.Id, out var version) && !reference.Range.IsFloating && !reference.Range.Satisfies(version))
        {
            throw new PackageException($"{reference.Id} {version} is in use in this notebook already, so {reference.Range.OriginalString} can't be. "
                + "Restart the kernel and reference that version first.");
        }
    }
}
