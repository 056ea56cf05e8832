using NuGet.LibraryModel;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace Notebook.Packages;

/// <summary>A package that no source has.</summary>
/// <param name="range">Id and versions asked for.</param>
/// <param name="wanting">Who asks for it.</param>
/// <param name="feeds">The sources asked.</param>
internal sealed class Missing(LibraryRange range, string wanting, Feeds feeds)
{
    private const int Shown = 5;

    /// <summary>Says which sources were asked, and what they have instead.</summary>
    public async Task<string> Explain(SourceCacheContext cache, CancellationToken stop)
    {
        if (feeds.Repositories.Count == 0)
            return $"No package source is configured: add one by #i \"nuget: address\" or in a nuget.config beside the notebook. Asked for: {range.Name}.";
        List<NuGetVersion> versions = [];
        foreach (var repository in feeds.Repositories)
        {
            versions.AddRange(await new FeedProvider(repository, feeds.Silent).GetAllVersionsAsync(range.Name, cache, NuGet.Common.NullLogger.Instance, stop) ?? []);
        }
        var asked = string.Join(", ", feeds.Repositories.Select(repository => repository.PackageSource.Source).Select(source =>
            feeds.Silent.TryGetValue(source, out var reason) ? $"{source} (which can't be reached: {reason})" : source));
        var by = wanting == "this cell" ? "" : $" (needed by {wanting})";
        if (versions.Count == 0)
            return $"There is no package {range.Name}{by}. Asked: {asked}.";
        var wanted = range.VersionRange!;
        var newest = versions.Distinct().OrderDescending().ToList();
        var hint = newest.All(version => version.IsPrerelease) && wanted.IsFloating ? " There are only previews: write *-* for the newest of them." : "";
        return $"Package {range.Name} has no version {wanted.OriginalString ?? wanted.PrettyPrint()}{by}; "
            + $"it has {string.Join(", ", newest.Take(Shown))}{(newest.Count > Shown ? " and older ones" : "")}.{hint} Asked: {asked}.";
    }
}
