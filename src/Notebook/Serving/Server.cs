using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Notebook.Display;
using Notebook.Execution;
using Notebook.Protocol;
using Notebook.Streams;
using Notebook.Transport;

namespace Notebook.Serving;

/// <summary>The kernel: one thread for the sockets, one for requests in turn, one for those that must not wait.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process.")]
internal sealed class Server
{
    private readonly BlockingCollection<Request> _shell = [], _control = [];
    private readonly CellRunner _runner;
    private readonly History _history = new(HistoryFile.OfUser());
    private readonly IoLoop _io;
    private readonly InputReader _input;
    private readonly Executor _executor;
    private readonly TextWriter _log;
    private readonly ManualResetEventSlim _shutDown = new();
    private volatile bool _isShuttingDown, _isLeaving;
    private int _doomed;

    private Server(ConnectionFile connection, Task warm, TextWriter log)
    {
        _log = log;
        _runner = new CellRunner { Ready = warm };
        _io = new IoLoop(connection, Receive, log.WriteLine);
        _input = new InputReader(_io.Outbox);
        NativeStream[] native = [NativeStream.Redirect(1, "stdout", _io.Outbox), NativeStream.Redirect(2, "stderr", _io.Outbox, Crash)];
        _executor = new Executor(_runner, _history, _io.Outbox, native, AbortWaiting);
        CellWriter.Install(_io.Outbox);
        Console.SetIn(_input);
        Prompt.Ask = _input.Ask;
        Screen.Current = new Screen((type, content) => _io.Outbox.Post(Outgoing.Publish(type, _io.Outbox.Parent, content)));
        Screen.Current.OfferToLibraries();
        Checkpoint.OfferToLibraries();
        ExceptionHandling.SetUnhandledExceptionHandler(Survive);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
    }

    /// <summary>Serves until a client asks to shut down.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="warm">What has to end before the first cell runs.</param>
    /// <param name="log">Takes a line about each message that is dropped.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    /// <exception cref="DllNotFoundException">libzmq is not installed.</exception>
    public static void Run(ConnectionFile connection, Task warm, TextWriter log)
    {
        var server = new Server(connection, warm, log);
        Start("shell", server.ServeShell);
        Start("control", server.ServeControl);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            server._executor.Interrupt();
        });
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            server.ShutDown();
        });
        server._io.Outbox.Post(Outgoing.Status("starting", null), mayWait: false);
        server._io.Run();
        server._shutDown.Set();
        if (server._isLeaving)
            Thread.Sleep(Timeout.Infinite); // whoever said farewell ends the process
    }

    private static void Start(string name, ThreadStart body) => new Thread(body) { IsBackground = true, Name = name }.Start();

    private void Receive(Request request)
    {
        if (request.Channel == Channel.Stdin)
            _input.Answer(request);
        else
            (request.Channel == Channel.Control ? _control : _shell).Add(request);
    }

    private void ServeControl()
    {
        foreach (var request in _control.GetConsumingEnumerable())
            Serve(request, abort: false);
    }

    private void ServeShell()
    {
        foreach (var request in _shell.GetConsumingEnumerable())
            Serve(request, abort: _doomed > 0 && _doomed-- > 0);
    }

    /// <summary>Requests that wait behind a failed one won't be executed; all that were sent before it failed count.</summary>
    private void AbortWaiting()
    {
        _io.HandOver().Wait();
        _doomed = _shell.Count;
    }

    private void Serve(Request request, bool abort)
    {
        Post(Outgoing.Status("busy", request));
        try
        {
            Handle(request, abort);
        }
        catch (Exception error)
        {
            _log.WriteLine($"{request.Type} failed: {error}");
            Post(Outgoing.Reply(request, Failure.Of(error, _runner.Session).Json("error")));
        }
        Post(Outgoing.Status("idle", request));
        if (request.Type == "shutdown_request")
            ShutDown();
    }

    private void Handle(Request request, bool abort)
    {
        switch (request.Type)
        {
            case "execute_request" when abort:
                _executor.Abort(request);
                break;
            case "execute_request" when request.Channel == Channel.Shell:
                _executor.Execute(request);
                break;
            case "shutdown_request":
                var farewell = new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) };
                Post(Outgoing.Publish("shutdown_reply", request, (JsonObject)farewell.DeepClone()));
                Post(Outgoing.Reply(request, farewell));
                break;
            case "interrupt_request":
                _executor.Interrupt();
                Post(Outgoing.Reply(request, new JsonObject { ["status"] = "ok" }));
                break;
            case "comm_open": // nobody here would listen
                Post(Outgoing.Publish("comm_close", request, new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() }));
                break;
            case "comm_msg" or "comm_close":
                break;
            default:
                Post(Outgoing.Reply(request, Answer(request)));
                break;
        }
    }

    private JsonObject Answer(Request request) => request.Type switch
    {
        "kernel_info_request" => Information.Kernel(),
        "is_complete_request" => Information.IsComplete(request),
        "complete_request" => Assistant.Complete(request, _runner.Session),
        "inspect_request" => Assistant.Inspect(request, _runner.Session),
        "comm_info_request" => Information.Comms(),
        "history_request" => _history.Reply(request),
        _ => Information.Unknown(request),
    };

    private void ShutDown()
    {
        _isShuttingDown = true;
        _io.Stop();
    }

    /// <summary>A cell has called <see cref="Environment.Exit"/>: the front end is told before it takes effect.</summary>
    private void Leave()
    {
        if (!_isShuttingDown)
            SayFarewell("KernelExit", $"The cell has ended the kernel: Environment.Exit({Environment.ExitCode}). Restart it to go on; its variables are lost.");
    }

    /// <summary>The runtime has begun to say why it ends the process.</summary>
    private void Crash(string words)
    {
        var cause = words == "Stack overflow." ? "Stack overflow: functions call each other without end, or too deeply." : $"The .NET runtime has failed. {words}";
        SayFarewell(words == "Stack overflow." ? "StackOverflow" : "KernelCrash", $"{cause} The kernel had to end. Restart it to go on; its variables are lost.");
        LastWords.Exit(134); // as abort() would
    }

    private void SayFarewell(string name, string message)
    {
        _isLeaving = true;
        if (!_executor.Fail(new Failure(name, message, [message])))
            _io.Outbox.Write("stderr", message + "\n");
        ShutDown();
        _shutDown.Wait(TimeSpan.FromSeconds(5));
    }

    private void Post(Outgoing message) => _io.Outbox.Post(message, mayWait: false);

    /// <summary>An exception on a thread that a cell started is reported, and the kernel lives on.</summary>
    private bool Survive(Exception error)
    {
        if (error is not CellInterruptedException)
            _io.Outbox.Write("stderr", $"Unhandled exception on a background thread: {error}\n");
        return true;
    }
}
