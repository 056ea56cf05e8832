using System.Net;
using System.Net.Sockets;

namespace TorchSharp.Distributed;

/// <summary>Who this process is among the ranks, and where the ranks meet.</summary>
/// <param name="Host">Name or address of the machine of rank 0.</param>
/// <param name="Port">TCP port that rank 0 opens there, 1 to 65535.</param>
/// <param name="Rank">Number of this process, from 0.</param>
/// <param name="WorldSize">How many processes there are.</param>
internal sealed record Rendezvous(string Host, int Port, int Rank, int WorldSize)
{
    private const string Environment = "env://", Tcp = "tcp://";

    /// <summary>Reads where and who from a URL and, for what is not given, from the environment.</summary>
    /// <exception cref="ArgumentException">The method is unknown, or a number is missing, malformed or out of range.</exception>
    internal static Rendezvous Parse(string? init_method, int world_size, int rank, Func<string, string?> variable)
    {
        init_method ??= Environment;
        var fromEnvironment = init_method == Environment;
        if (!fromEnvironment && !init_method.StartsWith(Tcp, StringComparison.Ordinal))
            throw new ArgumentException($"init_method must be \"env://\" or \"tcp://HOST:PORT\", not \"{init_method}\".", nameof(init_method));
        string[] missing =
        [
            .. fromEnvironment ? Missing("MASTER_ADDR", "MASTER_PORT") : [],
            .. rank < 0 ? Missing("RANK") : [],
            .. world_size < 0 ? Missing("WORLD_SIZE") : [],
        ];
        if (missing.Length > 0)
            throw new ArgumentException(
                $"init_method \"{init_method}\" needs the environment variable{(missing.Length > 1 ? "s" : "")} {string.Join(", ", missing)}, not set. "
                + "Start the program with `dotnet notebook launch`, which sets them, or give rank and world_size.",
                nameof(init_method));
        var (host, port) = fromEnvironment
            ? (variable("MASTER_ADDR")!, Number("MASTER_PORT", 1, 65535))
            : Address(init_method[Tcp.Length..]);
        var size = world_size < 0 ? Number("WORLD_SIZE", 1, int.MaxValue) : world_size;
        if (size < 1)
            throw new ArgumentOutOfRangeException(nameof(world_size), size, $"world_size must be at least 1, not {size}.");
        var me = rank < 0 ? Number("RANK", 0, int.MaxValue) : rank;
        return me < size
            ? new(host, port, me, size)
            : throw new ArgumentOutOfRangeException(nameof(rank), me, $"With {size} ranks, rank must be from 0 to {size - 1}, not {me}.");

        string[] Missing(params string[] names) => [.. names.Where(name => string.IsNullOrEmpty(variable(name)))];

        int Number(string name, int least, int most) =>
            int.TryParse(variable(name), out var value) && value >= least && value <= most
                ? value
                : throw new ArgumentException(
                    $"The environment variable {name} must be a whole number from {least} to {most}, not \"{variable(name)}\".", nameof(init_method));

        (string, int) Address(string text) =>
            text.LastIndexOf(':') is > 0 and var colon && int.TryParse(text[(colon + 1)..], out var number) && number is > 0 and <= 65535
                ? (text[..colon].Trim('[', ']'), number)
                : throw new ArgumentException($"init_method must be \"tcp://HOST:PORT\" with a port from 1 to 65535, not \"{init_method}\".", nameof(init_method));
    }

    /// <summary>The address of rank 0's machine, as IPv4 where it has one.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    internal IPAddress Resolve()
    {
        try
        {
            return Dns.GetHostAddresses(Host).MinBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)!;
        }
        catch (Exception error) when (error is SocketException or ArgumentException)
        {
            throw Wrong($"The address of rank 0, \"{Host}\", cannot be resolved: {error.Message}", error);
        }
    }

    /// <summary>The address of this machine from which <paramref name="master"/> is reached; loopback for loopback. Sends nothing.</summary>
    /// <exception cref="ArgumentException">There is no route.</exception>
    internal static IPAddress LocalAddressTowards(IPAddress master)
    {
        try
        {
            using var socket = new Socket(master.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(master, 9);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException error)
        {
            throw Wrong($"No network of this machine leads to rank 0 at {master}: {error.Message}", error);
        }
    }

    private static ArgumentException Wrong(string message, Exception inner, string argument = "init_method") => new(message, argument, inner);
}
