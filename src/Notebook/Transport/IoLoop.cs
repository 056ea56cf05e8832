using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Notebook.Protocol;

namespace Notebook.Transport;

/// <summary>The one thread that touches the sockets: receives requests, echoes heartbeats, sends what the outbox holds.</summary>
internal sealed partial class IoLoop
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConnectionFile _connection;
    private readonly Wire _wire;
    private readonly Action<Request> _received;
    private readonly Action<string> _log;
    private readonly WakeUp _wakeUp = new();
    private readonly ConcurrentQueue<TaskCompletionSource> _barriers = new();
    private readonly Queue<Outgoing> _sending = new();
    private readonly bool _hasParent = Environment.GetEnvironmentVariable("JPY_PARENT_PID") is { Length: > 0 };
    private readonly int _parentProcess = ParentProcess();
    private IReadOnlyList<byte[]>? _frames;
    private long _stalledSince;
    private volatile bool _stopping;

    /// <param name="connection">Where to listen.</param>
    /// <param name="received">Called on the I/O thread with each genuine request; must return at once.</param>
    /// <param name="log">Takes a line about a dropped message.</param>
    public IoLoop(ConnectionFile connection, Action<Request> received, Action<string> log)
    {
        _connection = connection;
        _wire = new Wire(new Signatures(connection.Key));
        _received = received;
        _log = log;
        Outbox = new Outbox(_wakeUp.Signal);
    }

    /// <summary>What is to be sent.</summary>
    public Outbox Outbox { get; }

    /// <summary>Lets <see cref="Run"/> return once everything is sent.</summary>
    public void Stop()
    {
        _stopping = true;
        _wakeUp.Signal();
    }

    /// <summary>Completes when all requests that had arrived before the call were handed over.</summary>
    public Task HandOver()
    {
        var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _barriers.Enqueue(barrier);
        _wakeUp.Signal();
        return barrier.Task;
    }

    /// <summary>Binds the sockets and serves them until <see cref="Stop"/>, or until the process that started the kernel is gone.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public void Run()
    {
        var context = ZeroMq.NewContext();
        using (var shell = Router(context, _connection.ShellPort))
        using (var control = Router(context, _connection.ControlPort))
        using (var stdin = Router(context, _connection.StdinPort))
        using (var heartbeat = new Socket(context, ZeroMq.Rep, _connection.Endpoint(_connection.HeartbeatPort)))
        using (var iopub = new Socket(context, ZeroMq.XPub, _connection.Endpoint(_connection.IopubPort),
            (ZeroMq.SendHighWater, 64), (ZeroMq.XPubNoDrop, 1)))
        {
            Socket[] sockets = [shell, control, stdin, iopub, heartbeat]; // in the order of Channel
            ZeroMq.PollItem[] items =
            [
                .. sockets.Select(socket => new ZeroMq.PollItem { Socket = socket.Handle, Events = ZeroMq.PollIn }),
                new() { Descriptor = _wakeUp.Descriptor, Events = ZeroMq.PollIn },
            ];
            while (!(_stopping && _sending.Count == 0 && Outbox.DueIn() < 0) && !IsOrphan())
            {
                _ = ZeroMq.Poll(items, items.Length, new CLong(Timeout()));
                _wakeUp.Reset();
                var barriers = _barriers.Count;
                Receive(control, Channel.Control);
                Receive(shell, Channel.Shell);
                Receive(stdin, Channel.Stdin);
                while (heartbeat.TryReceive() is { } beat)
                    heartbeat.TrySend(beat);
                while (iopub.TryReceive() is not null)
                    continue; // subscriptions come and go
                for (; barriers > 0 && _barriers.TryDequeue(out var barrier); barriers--)
                    barrier.SetResult();
                Send(sockets);
            }
        }
        _ = ZeroMq.TerminateContext(context);
    }

    private Socket Router(nint context, int port) =>
        new(context, ZeroMq.Router, _connection.Endpoint(port), (ZeroMq.RouterHandover, 1), (ZeroMq.SendHighWater, 0));

    private int Timeout()
    {
        if (_sending.Count > 0)
            return 5;
        var due = Outbox.DueIn();
        return due < 0 ? 1000 : due;
    }

    private void Receive(Socket socket, Channel channel)
    {
        while (socket.TryReceive() is { } frames)
        {
            if (_wire.TryDecode(channel, frames, out var request, out var reason))
                _received(request!);
            else
                _log($"Dropped a message on {channel}: {reason}.");
        }
    }

    private void Send(Socket[] sockets)
    {
        if (_sending.Count == 0 && Outbox.DueIn() == 0)
        {
            foreach (var message in Outbox.TakeAll())
                _sending.Enqueue(message);
        }
        while (_sending.TryPeek(out var message))
        {
            _frames ??= _wire.Encode(message);
            var socket = sockets[(int)message.Channel];
            if (!socket.TrySend(_frames) && !GiveUp(socket))
                return;
            _stalledSince = 0;
            _frames = null;
            _sending.Dequeue();
        }
    }

    /// <summary>A client that reads nothing for a long time must not hold up the kernel for ever.</summary>
    private bool GiveUp(Socket socket)
    {
        if (_stalledSince == 0)
            _stalledSince = Stopwatch.GetTimestamp();
        return !socket.Midway && (_stopping || Stopwatch.GetElapsedTime(_stalledSince) > Patience);
    }

    private bool IsOrphan() => _hasParent && ParentProcess() != _parentProcess;

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentProcess();
}
