namespace Notebook.Documents;

/// <summary>Writes files whole: under a temporary name first, then renamed, so that a reader never meets half of one.</summary>
internal static class Files
{
    public static void WriteText(string path, string text) => Replace(path, temporary => File.WriteAllText(temporary, text));

    public static void Copy(string source, string path)
    {
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(source)
            || new FileInfo(path).Length != new FileInfo(source).Length)
            Replace(path, temporary => File.Copy(source, temporary, overwrite: true));
    }

    private static void Replace(string path, Action<string> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A path as this system writes it: notebooks from Windows have backslashes.</summary>
    public static string Here(string path) => Path.DirectorySeparatorChar == '/' && !File.Exists(path) ? path.Replace('\\', '/') : path;
}
