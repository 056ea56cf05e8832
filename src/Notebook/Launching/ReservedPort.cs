using System.Net;
using System.Net.Sockets;

namespace Notebook.Launching;

/// <summary>A free port of this machine that the system gives to nobody else while rank 0 has not opened it yet.</summary>
internal sealed class ReservedPort : IDisposable
{
    // Bound but not listening, and shared: rank 0 can bind it too, which shares addresses as all servers do.
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ReservedPort()
    {
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public int Number => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public void Dispose() => _socket.Dispose();
}
