namespace Latent.Data;

/// <summary>Writes files whole: under a temporary name first, then renamed, so that a kill or a full disk leaves what was there before.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file in place of the one that may be there; its folder is made when missing.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Environment.ProcessId}.tmp"; // several processes may draw the same set at once
        try
        {
            using (var file = File.Create(draft))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
