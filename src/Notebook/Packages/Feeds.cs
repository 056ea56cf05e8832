using System.Collections.Concurrent;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Packaging.Signing;
using NuGet.Protocol.Core.Types;

namespace Notebook.Packages;

/// <summary>Where packages come from: the sources of the <c>nuget.config</c> files that hold for the notebook's folder, and those of <c>#i</c>.</summary>
internal sealed class Feeds
{
    private readonly ISettings _settings;
    private readonly SourceRepositoryProvider _provider;
    private readonly List<SourceRepository> _repositories;

    /// <param name="folder">The notebook's folder.</param>
    public Feeds(string folder)
    {
        _settings = Settings.LoadDefaultSettings(folder);
        var sources = new PackageSourceProvider(_settings);
        _provider = new SourceRepositoryProvider(sources, Repository.Provider.GetCoreV3());
        _repositories = [.. sources.LoadPackageSources().Where(source => source.IsEnabled).Select(_provider.CreateRepository)];
        Mapping = PackageSourceMapping.GetPackageSourceMapping(_settings);
        var cache = Directory.CreateDirectory(SettingsUtility.GetGlobalPackagesFolder(_settings)).FullName;
        Cached = _provider.CreateRepository(new PackageSource(cache), NuGet.Protocol.FeedType.FileSystemV3);
    }

    /// <summary>The sources in the order in which they are asked.</summary>
    public IReadOnlyList<SourceRepository> Repositories => _repositories;

    /// <summary>The sources that did not answer, with the reason. They are not asked again, and others may have what is wanted.</summary>
    public ConcurrentDictionary<string, string> Silent { get; } = new();

    /// <summary>Which source may serve which package.</summary>
    public PackageSourceMapping Mapping { get; }

    /// <summary>The user's folder of unpacked packages.</summary>
    public SourceRepository Cached { get; }

    /// <summary>How packages are unpacked into it.</summary>
    public PackageExtractionContext Extraction => new(
        PackageSaveMode.Defaultv3, XmlDocFileSaveMode.None, ClientPolicyContext.GetClientPolicy(_settings, NullLogger.Instance), NullLogger.Instance);

    /// <summary>Adds a source.</summary>
    /// <param name="source">The address of a feed, or a folder.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public void Add(string source)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address))
        {
            if (!Directory.Exists(source))
                throw new FormatException($"'{source}' is neither the address of a package source nor a folder that exists.");
            source = Path.GetFullPath(source);
        }
        else if (address.IsFile && !Directory.Exists(address.LocalPath))
        {
            throw new FormatException($"The package source '{source}' is a folder that does not exist.");
        }
        if (_repositories.All(known => !known.PackageSource.Source.Equals(source, StringComparison.OrdinalIgnoreCase)))
            _repositories.Add(_provider.CreateRepository(new PackageSource(source, source)));
    }
}
