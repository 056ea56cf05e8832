using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Notebook.Serving;

/// <summary>
/// The inputs of all kernels of a user, one JSON array <c>[session, line, code]</c> a line. Kernels take turns at it, only its owner
/// can read it, and when it gets long the older half is dropped. A kernel whose history can't be kept works all the same.
/// </summary>
/// <param name="path">The file; it and its folder are made when the first cell runs.</param>
/// <param name="limit">Its greatest size, in bytes.</param>
internal sealed class HistoryFile(string path, int limit = HistoryFile.Limit)
{
    /// <summary>The usual greatest size: some ten thousand cells.</summary>
    public const int Limit = 4 << 20;

    /// <summary>Names another file, or says <c>off</c>.</summary>
    public const string Variable = "NOTEBOOK_HISTORY";

    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private int _session;
    private Task _writing = Task.CompletedTask;

    /// <summary>That of the user, or null when the environment says that there shall be none.</summary>
    public static HistoryFile? OfUser() => Environment.GetEnvironmentVariable(Variable) switch
    {
        "off" => null,
        { Length: > 0 } given => new(Path.GetFullPath(given)),
        _ => new(Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "dotnet-notebook", "history.jsonl")),
    };

    /// <summary>Adds an input of this kernel, in the background.</summary>
    public void Append(int line, string code) => _writing = _writing.ContinueWith(_ => Turn(file => Write(file, line, code)), TaskScheduler.Default);

    /// <summary>The number of this kernel, and all inputs, the oldest first. The number is 0 when the file can't be used.</summary>
    public (int Session, IEnumerable<Input> Inputs) Read()
    {
        _writing.Wait();
        List<Input> inputs = [];
        var session = 0;
        Turn(file =>
        {
            inputs = Parse(file);
            session = _session > 0 ? _session : Last(inputs) + 1;
        });
        return (session, inputs);
    }

    private void Write(FileStream file, int line, string code)
    {
        if (_session == 0)
            _session = Last(Parse(file)) + 1;
        var entry = Encoding.UTF8.GetBytes(JsonSerializer.Serialize<object[]>([_session, line, code], _plain) + "\n");
        if (entry.Length > limit / 2)
            return;
        if (file.Length + entry.Length > limit)
            Shorten(file);
        file.Seek(0, SeekOrigin.End);
        file.Write(entry);
    }

    /// <summary>Drops lines from the beginning until half of what may be is left.</summary>
    private void Shorten(FileStream file)
    {
        file.Seek(-Math.Min(file.Length, limit / 2), SeekOrigin.End);
        var kept = new byte[file.Length - file.Position];
        file.ReadExactly(kept);
        file.SetLength(0);
        file.Write(kept.AsSpan(kept.AsSpan().IndexOf((byte)'\n') + 1));
    }

    private static int Last(List<Input> inputs) => inputs.Select(one => one.Session).DefaultIfEmpty().Max();

    private static List<Input> Parse(FileStream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        List<Input> inputs = [];
        while (reader.ReadLine() is { } line)
            if (Entry(line) is { } input)
                inputs.Add(input);
        return inputs;
    }

    /// <summary>An entry; null for a damaged line.</summary>
    private static Input? Entry(string line)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            return entry.RootElement is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() == 3
                ? new(array[0].GetInt32(), array[1].GetInt32(), array[2].GetString()!) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Does something with the file while no other kernel does.</summary>
    private void Turn(Action<FileStream> work)
    {
        var end = DateTime.UtcNow + _patience;
        while (true)
        {
            try
            {
                using var file = Open();
                work(file);
                return;
            }
            catch (IOException) when (DateTime.UtcNow < end && File.Exists(path))
            {
                Thread.Sleep(5); // another kernel has it
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                return;
            }
        }
    }

    private FileStream Open()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return new FileStream(path, options);
        }
        if (!Directory.Exists(folder))
            Directory.CreateDirectory(folder, owner | UnixFileMode.UserExecute);
        options.UnixCreateMode = owner;
        return new FileStream(path, options);
    }
}
