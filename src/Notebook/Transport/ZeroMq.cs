using System.Runtime.InteropServices;

namespace Notebook.Transport;

/// <summary>The functions of libzmq that the kernel calls.</summary>
internal static partial class ZeroMq
{
    public const int Router = 6, Rep = 4, XPub = 9;
    public const int Linger = 17, SendHighWater = 23, ReceiveHighWater = 24, RouterHandover = 56, XPubNoDrop = 69, MaxMessageSize = 22;
    public const int DontWait = 1, SendMore = 2;
    public const short PollIn = 1;
    public const int Again = 11, Interrupted = 4, Terminated = 156384765;

    /// <summary>Debian has the library under this name only; the plain one belongs to its development package.</summary>
    private const string Library = "libzmq.so.5";

    /// <summary><c>zmq_pollitem_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PollItem
    {
        public nint Socket;
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    /// <summary><c>zmq_msg_t</c>: 64 bytes that only the library looks into.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    public struct Frame
    {
        private readonly nint _first;
    }

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term")]
    public static partial int TerminateContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket", SetLastError = true)]
    public static partial nint NewSocket(nint context, int type);

    [LibraryImport(Library, EntryPoint = "zmq_close")]
    public static partial int CloseSocket(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt", SetLastError = true)]
    public static partial int SetOption(nint socket, int option, in int value, nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt", SetLastError = true)]
    public static partial int SetLongOption(nint socket, int option, in long value, nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_bind", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_poll", SetLastError = true)]
    public static partial int Poll([In, Out] PollItem[] items, int count, CLong milliseconds);

    [LibraryImport(Library, EntryPoint = "zmq_send", SetLastError = true)]
    public static partial int Send(nint socket, ReadOnlySpan<byte> data, nuint size, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init")]
    public static partial int InitFrame(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv", SetLastError = true)]
    public static partial int Receive(ref Frame frame, nint socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    public static partial nint FrameData(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_size")]
    public static partial nuint FrameSize(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_more")]
    public static partial int FrameHasMore(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    public static partial int CloseFrame(ref Frame frame);

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    private static partial nint ErrorText(int code);

    /// <summary>The error of the last call on this thread, in words.</summary>
    public static string LastError() => Marshal.PtrToStringUTF8(ErrorText(Marshal.GetLastPInvokeError())) ?? "unknown error";
}
