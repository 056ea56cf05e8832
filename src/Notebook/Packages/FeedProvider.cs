using System.Collections.Concurrent;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.DependencyResolver;
using NuGet.Frameworks;
using NuGet.LibraryModel;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace Notebook.Packages;

/// <summary>One source of packages, as NuGet's dependency walker wants to ask it.</summary>
/// <param name="repository">The source.</param>
/// <param name="silent">Takes the reason when it does not answer; it counts as empty from then on.</param>
internal sealed class FeedProvider(SourceRepository repository, ConcurrentDictionary<string, string> silent) : IRemoteDependencyProvider
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<NuGetVersion>>> _versions = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public bool IsHttp => repository.PackageSource.IsHttp;

    /// <inheritdoc/>
    public PackageSource Source => repository.PackageSource;

    /// <inheritdoc/>
    public SourceRepository SourceRepository => repository;

    /// <inheritdoc/>
    /// <returns>The best version for the range, or null when the source has none.</returns>
    public async Task<LibraryIdentity?> FindLibraryAsync(
        LibraryRange libraryRange, NuGetFramework targetFramework, SourceCacheContext cacheContext, ILogger logger, CancellationToken cancellationToken)
    {
        var versions = await Versions(libraryRange.Name, cacheContext, cancellationToken);
        var best = libraryRange.VersionRange?.FindBestMatch(versions);
        return best is null ? null : new LibraryIdentity(libraryRange.Name, best, LibraryType.Package);
    }

    /// <inheritdoc/>
    public async Task<LibraryDependencyInfo> GetDependenciesAsync(
        LibraryIdentity libraryIdentity, NuGetFramework targetFramework, SourceCacheContext cacheContext, ILogger logger, CancellationToken cancellationToken)
    {
        var info = await (await ById(cancellationToken)).GetDependencyInfoAsync(libraryIdentity.Name, libraryIdentity.Version, cacheContext, logger, cancellationToken)
            ?? throw new PackageException($"{Source.Source} lists {libraryIdentity} but does not serve it.");
        var groups = info.DependencyGroups;
        var nearest = Target.Fallbacks.Prepend(targetFramework).Select(framework => NuGetFrameworkUtility.GetNearest(groups, framework)).FirstOrDefault(group => group is not null);
        var dependencies = (nearest?.Packages ?? []).Where(package => !PackageExtension.IsKernel(package.Id)).Select(package => new LibraryDependency
        {
            LibraryRange = new LibraryRange(package.Id, package.VersionRange, LibraryDependencyTarget.Package),
        });
        return LibraryDependencyInfo.Create(libraryIdentity, targetFramework, dependencies);
    }

    /// <inheritdoc/>
    public async Task<IPackageDownloader> GetPackageDownloaderAsync(
        PackageIdentity packageIdentity, SourceCacheContext cacheContext, ILogger logger, CancellationToken cancellationToken)
    {
        var byId = await ById(cancellationToken);
        return await byId.GetPackageDownloaderAsync(packageIdentity, cacheContext, logger, cancellationToken)
            ?? throw new PackageException($"{Source.Source} does not serve {packageIdentity}.");
    }

    /// <inheritdoc/>
    public async Task<IEnumerable<NuGetVersion>?> GetAllVersionsAsync(
        string id, SourceCacheContext cacheContext, ILogger logger, CancellationToken token) => await Versions(id, cacheContext, token);

    private Task<IReadOnlyList<NuGetVersion>> Versions(string id, SourceCacheContext cache, CancellationToken stop) => _versions.GetOrAdd(id, async _ =>
    {
        if (silent.ContainsKey(Source.Source))
            return [];
        try
        {
            return [.. await (await ById(stop)).GetAllVersionsAsync(id, cache, NullLogger.Instance, stop) ?? []];
        }
        catch (FatalProtocolException error)
        {
            silent[Source.Source] = error.GetBaseException().Message;
            return [];
        }
    });

    private async Task<FindPackageByIdResource> ById(CancellationToken stop) =>
        await repository.GetResourceAsync<FindPackageByIdResource>(stop) ?? throw new PackageException($"{Source.Source} is no source of packages.");
}
