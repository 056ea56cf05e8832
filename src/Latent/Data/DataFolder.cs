namespace Latent.Data;

/// <summary>
/// Where the data sets lie: the folder given, else <c>LATENT_DATA</c>, else <c>data/sets</c> of the repository,
/// found by walking up from the working directory and then from the folder of this assembly.
/// </summary>
public static class DataFolder
{
    /// <summary>The environment variable that points at another folder.</summary>
    public const string Variable = "LATENT_DATA";

    internal const string HowToFetch = "To fetch it, type ./build.sh data in the repository.";

    /// <summary>The folder that holds the data sets.</summary>
    /// <param name="folder">A folder to use instead of the resolved one.</param>
    /// <exception cref="DirectoryNotFoundException">The folder asked for, or every folder looked in, does not exist.</exception>
    public static string Resolve(string? folder = null)
    {
        if (folder is not null) return Existing(folder, "the folder given");
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return Existing(named, $"the value of {Variable}");
        return Upwards(Path.Combine("data", "sets"), Directory.Exists) ?? throw new DirectoryNotFoundException(
            $"No data/sets folder above {Environment.CurrentDirectory} or {AppContext.BaseDirectory}. "
            + $"{HowToFetch} Or set {Variable} to a folder that has them.");
    }

    /// <summary>
    /// The first <paramref name="relative"/> path that exists in the working directory, the folder of this assembly,
    /// or a folder above either; null when there is none.
    /// </summary>
    internal static string? Upwards(string relative, Func<string, bool> exists)
    {
        string?[] starts = [Environment.CurrentDirectory, Path.GetDirectoryName(typeof(DataFolder).Assembly.Location), AppContext.BaseDirectory];
        return starts.Where(s => !string.IsNullOrEmpty(s))
            .SelectMany(start => Ancestors(start!))
            .Select(folder => Path.Combine(folder, relative))
            .FirstOrDefault(exists);
    }

    private static IEnumerable<string> Ancestors(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }

    private static string Existing(string folder, string origin) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new DirectoryNotFoundException($"The data folder {Path.GetFullPath(folder)} ({origin}) does not exist. {HowToFetch}");
}
