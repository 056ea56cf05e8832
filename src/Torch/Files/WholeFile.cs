namespace TorchSharp;

/// <summary>Files that are written completely or not at all, and whose name is in every complaint about their contents.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, then takes its place: a crash or full disk leaves what was there before.</summary>
    internal static void Write(string location, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var draft = $"{location}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.ReadWrite))
                write(stream);
            File.Move(draft, location, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    internal static FileStream Open(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        return File.Exists(location) ? File.OpenRead(location) : throw new FileNotFoundException($"There is no file {location}.", location);
    }

    /// <summary>Puts the file's name before the message of what goes wrong while it is read.</summary>
    internal static T Naming<T>(string location, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{location}: {e.Message}", e);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"{location}: {e.Message}", e);
        }
    }
}
