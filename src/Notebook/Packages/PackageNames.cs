using NuGet.Common;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace Notebook.Packages;

/// <summary>Names and versions of packages for someone who is typing them: those on this machine, and what sources answer in time.</summary>
/// <param name="feeds">Where packages come from.</param>
internal sealed class PackageNames(Feeds feeds)
{
    /// <summary>Ids that begin so.</summary>
    /// <param name="prefix">The beginning; empty means all on this machine.</param>
    /// <param name="patience">How long sources may take.</param>
    public IEnumerable<string> Ids(string prefix, TimeSpan patience)
    {
        var here = Folders().SelectMany(folder => Directory.EnumerateDirectories(folder, prefix.ToLowerInvariant() + "*")).Select(Spelled);
        return prefix.Length < 2 ? here : here.Concat(Ask(patience, (source, stop) => Ids(source, prefix, stop))).Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Versions of a package, the newest first.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="patience">How long sources may take.</param>
    public IEnumerable<string> Versions(string id, TimeSpan patience)
    {
        if (id.Length == 0)
            return [];
        var here = Folders().Select(folder => Path.Combine(folder, id.ToLowerInvariant())).Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories).Select(Path.GetFileName);
        return here.Concat(Ask(patience, (source, stop) => Versions(source, id, stop)))
            .Select(text => NuGetVersion.TryParse(text, out var version) ? version : null).OfType<NuGetVersion>()
            .Distinct().OrderDescending().Select(version => version.ToNormalizedString());
    }

    private IEnumerable<string> Folders() => new[] { feeds.Cached.PackageSource.Source }.Where(Directory.Exists);

    /// <summary>The id as its author spells it: folders have it in lower case.</summary>
    private static string Spelled(string folder)
    {
        var lower = Path.GetFileName(folder);
        var specification = Directory.EnumerateFiles(folder, lower + ".nuspec", SearchOption.AllDirectories).FirstOrDefault();
        if (specification is null)
            return lower;
        var text = File.ReadAllText(specification);
        var start = text.IndexOf("<id>", StringComparison.OrdinalIgnoreCase) + 4;
        var end = start < 4 ? -1 : text.IndexOf("</id>", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? lower : text[start..end].Trim();
    }

    /// <summary>What all sources answer that do so in time. One that fails is left out: this is no place to complain.</summary>
    private List<string> Ask(TimeSpan patience, Func<SourceRepository, CancellationToken, Task<IEnumerable<string>>> question)
    {
        using var stop = new CancellationTokenSource(patience);
        Task<IEnumerable<string>>[] answers = [.. feeds.Repositories.Select(source => Task.Run(() => question(source, stop.Token), CancellationToken.None))];
        Task.WhenAny(Task.WhenAll(answers), Task.Delay(patience, CancellationToken.None)).Wait(CancellationToken.None);
        return [.. answers.Where(answer => answer.IsCompletedSuccessfully).SelectMany(answer => answer.Result)];
    }

    private static async Task<IEnumerable<string>> Ids(SourceRepository source, string prefix, CancellationToken stop)
    {
        var names = await source.GetResourceAsync<AutoCompleteResource>(stop);
        return names is null ? [] : await names.IdStartsWith(prefix, includePrerelease: false, NullLogger.Instance, stop);
    }

    private static async Task<IEnumerable<string>> Versions(SourceRepository source, string id, CancellationToken stop)
    {
        var packages = await source.GetResourceAsync<FindPackageByIdResource>(stop);
        using var cache = new SourceCacheContext();
        var versions = packages is null ? [] : await packages.GetAllVersionsAsync(id, cache, NullLogger.Instance, stop);
        return versions.Select(version => version.ToNormalizedString());
    }
}
