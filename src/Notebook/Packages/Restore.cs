using NuGet.Common;
using NuGet.DependencyResolver;
using NuGet.LibraryModel;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace Notebook.Packages;

/// <summary>Resolves packages with all that they depend on, as a project's references are, and unpacks them into the user's folder of packages.</summary>
/// <param name="feeds">Where they come from.</param>
internal sealed class Restore(Feeds feeds)
{
    /// <summary>Resolves and unpacks.</summary>
    /// <param name="references">What the notebook asks for.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Every package of the graph with the folder of its files.</returns>
    /// <exception cref="PackageException">A package can't be had, or two don't go together.</exception>
    public async Task<IReadOnlyList<(ResolvedPackage Package, string Folder)>> RunAsync(IReadOnlyList<PackageReference> references, CancellationToken stop)
    {
        using var cache = new SourceCacheContext { IgnoreFailedSources = false };
        var context = new RemoteWalkContext(cache, feeds.Mapping, NullLogger.Instance);
        context.ProjectLibraryProviders.Add(new NotebookProject(references));
        context.LocalLibraryProviders.Add(new FeedProvider(feeds.Cached, feeds.Silent));
        FeedProvider[] remote = [.. feeds.Repositories.Select(repository => new FeedProvider(repository, feeds.Silent))];
        context.RemoteLibraryProviders.AddRange(remote);
        var graph = await new RemoteDependencyWalker(context).WalkAsync(NotebookProject.Root, Target.Framework, null, null, recursive: true);
        var analysis = graph.Analyze();
        if (Conflict(analysis) is { } conflict)
            throw new PackageException(conflict);
        var nodes = Accepted(graph).ToList();
        if (nodes.FirstOrDefault(node => node.Item?.Key.Type == LibraryType.Unresolved) is { } missing)
            throw new PackageException(await new Missing(missing.Key, Wanting(missing), feeds).Explain(cache, stop));
        var resolver = new VersionFolderPathResolver(feeds.Cached.PackageSource.Source);
        List<RemoteMatch> matches = [.. nodes.Select(node => node.Item!.Data.Match)];
        await Task.WhenAll(matches.Select(match => Unpack(match, resolver, cache, stop)));
        return [.. matches.Select(match => match.Library).Select(one => (new ResolvedPackage(one.Name, one.Version), resolver.GetInstallPath(one.Name, one.Version)))];
    }

    private static IEnumerable<GraphNode<RemoteResolveResult>> Accepted(GraphNode<RemoteResolveResult> graph)
    {
        List<GraphNode<RemoteResolveResult>> nodes = [];
        graph.ForEach(node =>
        {
            if (node.Disposition == Disposition.Accepted && node.Key.Name != NotebookProject.Root.Name)
                nodes.Add(node);
        });
        return nodes.DistinctBy(node => node.Key.Name, StringComparer.OrdinalIgnoreCase);
    }

    private static string? Conflict(AnalyzeResult<RemoteResolveResult> analysis)
    {
        if (analysis.Cycles is [var cycle, ..])
            return $"Package {cycle.Key.Name} depends on itself: {cycle.GetPath()}.";
        if (analysis.VersionConflicts is [var conflict, ..])
            return $"Packages don't go together: {conflict.Selected.GetPathWithLastRange()} and {conflict.Conflicting.GetPathWithLastRange()}.".Replace("notebook 1.0.0 -> ", "", StringComparison.Ordinal);
        if (analysis.Downgrades is [var downgrade, ..])
        {
            var (needed, range) = (downgrade.DowngradedFrom, downgrade.DowngradedFrom.Key.VersionRange!);
            return $"{Wanting(needed)} needs {needed.Key.Name} {range.MinVersion} or later, but {downgrade.DowngradedTo.Item?.Key.Version} is in use here or asked for. "
                + $"Restart the kernel and reference {needed.Key.Name} {range.MinVersion} first.";
        }
        return null;
    }

    private static string Wanting(GraphNode<RemoteResolveResult> node) =>
        node.OuterNode is { Item.Key: { } key } && key.Name != NotebookProject.Root.Name ? $"{key.Name} {key.Version}" : "this cell";

    private async Task Unpack(RemoteMatch match, VersionFolderPathResolver resolver, SourceCacheContext cache, CancellationToken stop)
    {
        var identity = new PackageIdentity(match.Library.Name, match.Library.Version);
        if (File.Exists(resolver.GetNupkgMetadataPath(identity.Id, identity.Version)))
            return;
        var provider = match.Provider!;
        using var downloader = await provider.GetPackageDownloaderAsync(identity, cache, NullLogger.Instance, stop);
        try
        {
            await PackageExtractor.InstallFromSourceAsync(identity, downloader, resolver, feeds.Extraction, stop);
        }
        catch (Exception error) when (error is FatalProtocolException or IOException or HttpRequestException or PackagingException)
        {
            throw new PackageException($"{identity.Id} {identity.Version} can't be had from {provider.Source?.Source}: {error.GetBaseException().Message}");
        }
    }
}
