using System.Runtime.InteropServices;

namespace Notebook.Transport;

/// <summary>A bound ZeroMQ socket. Only the thread that made it may touch it.</summary>
internal sealed class Socket : IDisposable
{
    /// <summary>Bytes of the longest frame that is received; who sends a longer one is disconnected.</summary>
    private const long MaxFrame = 256L << 20;

    private int _sentFrames;

    /// <summary>Opens and binds a socket.</summary>
    /// <exception cref="IOException">The endpoint is taken or malformed.</exception>
    public Socket(nint context, int type, string endpoint, params ReadOnlySpan<(int Option, int Value)> options)
    {
        Handle = ZeroMq.NewSocket(context, type);
        if (Handle == 0)
            throw new IOException($"No ZeroMQ socket: {ZeroMq.LastError()}.");
        ZeroMq.SetOption(Handle, ZeroMq.Linger, 1000, sizeof(int));
        ZeroMq.SetLongOption(Handle, ZeroMq.MaxMessageSize, MaxFrame, sizeof(long));
        foreach (var (option, value) in options)
            ZeroMq.SetOption(Handle, option, value, sizeof(int));
        if (ZeroMq.Bind(Handle, endpoint) != 0)
            throw new IOException($"Can't listen on {endpoint}: {ZeroMq.LastError()}.");
    }

    /// <summary>The library's pointer, for polling.</summary>
    public nint Handle { get; }

    /// <summary>Receives all frames of the next message, or null when none waits.</summary>
    public List<byte[]>? TryReceive()
    {
        List<byte[]>? frames = null;
        var frame = default(ZeroMq.Frame);
        var more = true;
        while (more)
        {
            ZeroMq.InitFrame(ref frame);
            if (ZeroMq.Receive(ref frame, Handle, ZeroMq.DontWait) < 0)
            {
                ZeroMq.CloseFrame(ref frame);
                return null;
            }
            var bytes = new byte[(int)ZeroMq.FrameSize(ref frame)];
            Marshal.Copy(ZeroMq.FrameData(ref frame), bytes, 0, bytes.Length);
            more = ZeroMq.FrameHasMore(ref frame) != 0;
            ZeroMq.CloseFrame(ref frame);
            (frames ??= []).Add(bytes);
        }
        return frames;
    }

    /// <summary>Sends all frames, or returns false when the receiver is too slow: call again later with the same frames.</summary>
    public bool TrySend(IReadOnlyList<byte[]> frames)
    {
        while (_sentFrames < frames.Count)
        {
            var last = _sentFrames == frames.Count - 1;
            var flags = ZeroMq.DontWait | (last ? 0 : ZeroMq.SendMore);
            if (ZeroMq.Send(Handle, frames[_sentFrames], (nuint)frames[_sentFrames].Length, flags) < 0)
            {
                var code = Marshal.GetLastPInvokeError();
                if (code == ZeroMq.Interrupted)
                    continue;
                if (code == ZeroMq.Again)
                    return false;
                break; // the client is gone
            }
            _sentFrames++;
        }
        _sentFrames = 0;
        return true;
    }

    /// <summary>Whether part of a message went out, so that the rest has to follow.</summary>
    public bool Midway => _sentFrames > 0;

    /// <inheritdoc/>
    public void Dispose() => _ = ZeroMq.CloseSocket(Handle);
}
