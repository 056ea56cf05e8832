using Notebook.Packages;

namespace Notebook.Tests.Packages;

public sealed class PackageSessionTests : IDisposable
{
    private readonly LocalFeed _feed = new();
    private readonly PackageSession _session;

    public PackageSessionTests()
    {
        _feed.Add("Upper", "1.0.0", "net8.0", ("Lower", "1.0.0"));
        _feed.Add("Upper", "2.0.0", "netstandard2.0", ("Lower", "2.0.0"));
        _feed.Add("Lower", "1.0.0");
        _feed.Add("Lower", "1.5.0");
        _feed.Add("Lower", "2.0.0");
        _feed.Add("Lower", "3.0.0-beta1");
        _feed.Add("Ancient", "1.0.0", "uap10.0");
        _feed.Add("Framework", "1.0.0", "net472");
        _feed.Add("Preview", "1.0.0-alpha");
        _feed.Add("Broken", "1.0.0", "net8.0", ("Nowhere", "1.0.0"));
        _session = new PackageSession(_feed.Folder);
    }

    public void Dispose() => _feed.Dispose();

    [Theory]
    [InlineData("nuget: Lower", "2.0.0")]
    [InlineData("nuget:Lower,*", "2.0.0")]
    [InlineData("nuget: Lower, *-*", "3.0.0-beta1")]
    [InlineData("nuget: Lower, 1.*", "1.5.0")]
    [InlineData("nuget: Lower, 1.2", "1.5.0")]
    [InlineData("nuget: Lower, [1.0.0]", "1.0.0")]
    [InlineData("nuget: Lower, (1.0,2.0)", "1.5.0")]
    [InlineData("nuget: lower, 3.0.0-beta1", "3.0.0-beta1")]
    [InlineData("nuget: Preview, *-*", "1.0.0-alpha")]
    public async Task Versions_are_chosen_as_in_a_project(string reference, string version)
    {
        var (packages, files) = await Add(reference);
        Assert.Equal(version, Assert.Single(packages).Version.ToString());
        Assert.StartsWith(Path.Combine(_feed.Folder, "cache"), Assert.Single(Assert.Single(files).Run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_package_depends_on_comes_with_it_in_the_lowest_version_that_will_do()
    {
        var (packages, files) = await Add("nuget: Upper, 1.0.0");
        Assert.Equal(["Upper"], packages.Select(one => one.Id));
        Assert.Equal(["lower/1.0.0", "upper/1.0.0"], files.Select(one => Place(one.Run[0])).Order());
        var (_, more) = await Add("nuget: Framework");
        Assert.Equal(["framework/1.0.0"], more.Select(one => Place(one.Compile[0])));
    }

    [Fact]
    public async Task Version_in_use_stays()
    {
        await Add("nuget: Lower, 1.0.0");
        Assert.Equal("1.0.0", (await Add("nuget: Lower")).Packages[0].Version.ToString());
        await Fails("nuget: Lower, [2.0.0]", "Lower 1.0.0 is in use in this notebook already, so [2.0.0] can't be. Restart the kernel and reference that version first.");
        await Fails("nuget: Upper, 2.0.0", "Upper 2.0.0 needs Lower 2.0.0 or later, but 1.0.0 is in use here or asked for. Restart the kernel and reference Lower 2.0.0 first.");
    }

    [Fact]
    public async Task Packages_that_cannot_be_had_are_explained()
    {
        await Fails("nuget: Nothing, 1.0", $"There is no package Nothing. Asked: {_feed.Source}.");
        await Fails("nuget: Lower, 9.0", $"Package Lower has no version 9.0; it has 3.0.0-beta1, 2.0.0, 1.5.0, 1.0.0. Asked: {_feed.Source}.");
        await Fails("nuget: Preview", $"Package Preview has no version *; it has 1.0.0-alpha. There are only previews: write *-* for the newest of them. Asked: {_feed.Source}.");
        await Fails("nuget: Broken", $"There is no package Nowhere (needed by Broken 1.0.0). Asked: {_feed.Source}.");
        await Fails("nuget: Ancient", $"Ancient 1.0.0 has nothing for net{Environment.Version.ToString(2)}, only for uap10.0.");
    }

    [Fact]
    public async Task Source_that_does_not_answer_is_named_and_the_others_serve()
    {
        const string Silent = "http://127.0.0.1:9/index.json";
        _session.AddSource(Silent);
        Assert.Equal("1.5.0", (await Add("nuget: Lower, 1.*")).Packages[0].Version.ToString());
        Assert.Equal([Silent], _session.SilentSources.Keys);
        var error = await Assert.ThrowsAsync<PackageException>(() => Add("nuget: Nothing"));
        Assert.StartsWith($"There is no package Nothing. Asked: {_feed.Source}, {Silent} (which can't be reached: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_can_be_added()
    {
        using var other = new LocalFeed();
        other.Add("Elsewhere", "1.0.0");
        _session.AddSource(other.Source);
        Assert.Equal("1.0.0", (await Add("nuget: Elsewhere")).Packages[0].Version.ToString());
        Assert.Throws<FormatException>(() => _session.AddSource("/no/such/folder"));
        Assert.Throws<FormatException>(() => _session.AddSource("nonsense"));
    }

    [Theory]
    [InlineData("nuget: ", "'' is no package id.")]
    [InlineData("nuget: A B, 1", "'A B' is no package id.")]
    [InlineData("nuget: A, one", "'one' is no version of a package.")]
    public void Lines_that_name_no_package_are_refused(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => PackageReference.Parse(text)).Message, StringComparison.Ordinal);

    private Task<(IReadOnlyList<ResolvedPackage> Packages, IReadOnlyList<PackageFiles> Files)> Add(string reference) =>
        _session.AddAsync([PackageReference.Parse(reference)], TestContext.Current.CancellationToken);

    private async Task Fails(string reference, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<PackageException>(() => Add(reference))).Message);

    private static string Place(string file) => string.Join('/', file.Split('/').SkipWhile(part => part != "cache").Skip(1).Take(2));
}
