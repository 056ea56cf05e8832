namespace Reports.Tests;

/// <summary>Where things lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Templates => Path.Combine(Root, "notebooks", "templates");

    public static string Fixture(string name) => Path.Combine(Root, "tests", "Reports.Tests", "fixtures", name);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Notebooks.sln")) ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}

/// <summary>A folder that goes when the test does.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("reports-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
