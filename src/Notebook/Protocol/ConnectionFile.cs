using System.Net;
using System.Text.Json;

namespace Notebook.Protocol;

/// <summary>What Jupyter tells a kernel in its connection file: where to listen and how messages are signed.</summary>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Address">IP address of the interface, or the path prefix of the <c>ipc</c> sockets.</param>
/// <param name="ShellPort">Port of the requests that run in turn.</param>
/// <param name="ControlPort">Port of the requests that must not wait (shutdown, interrupt).</param>
/// <param name="IopubPort">Port on which outputs are published.</param>
/// <param name="StdinPort">Port on which a cell asks the user for input.</param>
/// <param name="HeartbeatPort">Port that echoes.</param>
/// <param name="Key">Key of the signatures; empty when messages are not signed.</param>
internal sealed record ConnectionFile(
    string Transport, string Address, int ShellPort, int ControlPort, int IopubPort, int StdinPort, int HeartbeatPort, string Key)
{
    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The JSON file.</param>
    /// <exception cref="InvalidDataException">The file is no connection file; the message says why.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Parse(document.RootElement, path);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is not a connection file: {error.Message}", error);
        }
    }

    /// <summary>Makes sure that nobody but its owner can read the file, which holds the key.</summary>
    /// <param name="path">The connection file.</param>
    /// <param name="log">Told when it was readable by others.</param>
    /// <exception cref="UnauthorizedAccessException">It is readable by others, and belongs to somebody else.</exception>
    public static void Protect(string path, Action<string> log)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & others) == 0)
            return;
        try
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException($"{path} holds the key of the kernel's messages and can be read by others. Let its owner run: chmod 600 {path}", error);
        }
        log($"{path} could be read by others and holds the key of the kernel's messages; now only its owner can.");
    }

    /// <summary>Makes sure that only this machine can reach the kernel.</summary>
    /// <exception cref="InvalidDataException">Others could; the message says how to allow it.</exception>
    public void RequireLoopback()
    {
        var isLocal = Transport == "ipc" || Address == "localhost" || (IPAddress.TryParse(Address, out var address) && IPAddress.IsLoopback(address));
        if (!isLocal)
        {
            throw new InvalidDataException($"The connection file asks to listen on {Address}, where other machines could reach the kernel. "
                + "To allow that, put --allow-remote behind the word kernel in kernel.json.");
        }
    }

    /// <summary>Address to which a socket is bound.</summary>
    /// <param name="port">One of the ports of this file.</param>
    public string Endpoint(int port) => Transport == "ipc" ? $"ipc://{Address}-{port}" : $"{Transport}://{Address}:{port}";

    private static ConnectionFile Parse(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"{path} is not a connection file: expected a JSON object, found {root.ValueKind}.");
        var scheme = Text(root, "signature_scheme") ?? "hmac-sha256";
        if (scheme != "hmac-sha256")
            throw new InvalidDataException($"{path}: signature_scheme is '{scheme}', but only hmac-sha256 is supported.");
        return new ConnectionFile(
            Text(root, "transport") ?? "tcp",
            Text(root, "ip") ?? "127.0.0.1",
            Port("shell_port"), Port("control_port"), Port("iopub_port"), Port("stdin_port"), Port("hb_port"),
            Text(root, "key") ?? "");

        int Port(string name) =>
            root.TryGetProperty(name, out var value) && value.TryGetInt32(out var port) && port is > 0 and < 65536
                ? port
                : throw new InvalidDataException($"{path}: {name} is missing or no port (1 to 65535).");
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
