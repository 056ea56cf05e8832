using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Notebook.Execution;

/// <summary>Runs one thing after another, each on a thread of its own that can be stopped.</summary>
internal sealed partial class CellThread
{
    private const int StackSize = 16 << 20;

    /// <summary>Milliseconds between attempts to stop a cell, and how many there are.</summary>
    private const int Turn = 100, Turns = 30;

    private readonly Lock _gate = new();
    private Run? _running;
    private bool _stopNext;

    /// <summary>Says that something is about to be executed: an interrupt that comes before it runs shall stop it, too.</summary>
    public void Prepare()
    {
        lock (_gate)
            _stopNext = false;
    }

    /// <summary>Runs a task to its end on a new thread.</summary>
    /// <param name="start">Starts the task; what follows its awaits runs on the same thread.</param>
    /// <exception cref="CellInterruptedException">It was stopped by <see cref="Interrupt"/>.</exception>
    public object? Execute(Func<Task<object?>> start)
    {
        var run = new Run(start);
        lock (_gate)
        {
            if (_stopNext)
                throw new CellInterruptedException();
            _running = run;
        }
        try
        {
            return run.Join();
        }
        finally
        {
            lock (_gate)
                _running = null;
        }
    }

    /// <summary>Stops what is running or <see cref="Prepare"/>d to run.</summary>
    /// <returns>Whether nothing is running any more; false when it did not stop within three seconds and was left behind.</returns>
    public bool Interrupt()
    {
        Run? run;
        lock (_gate)
            (run, _stopNext) = (_running, true);
        return run?.Stop() ?? true;
    }

    [SuppressMessage("Design", "CA1001", Justification = "A thread that is left behind still uses them.")]
    private sealed partial class Run
    {
        private readonly CancellationTokenSource _stopWaiting = new();
        private readonly ManualResetEventSlim _over = new(), _released = new();
        private readonly Lock _gate = new();
        private readonly Thread _thread;
        private readonly Stopping _stopping = new();
        private object? _value;
        private ExceptionDispatchInfo? _error;
        private int _threadId;
        private bool _stopped, _ended;

        public Run(Func<Task<object?>> start) =>
            _thread = new Thread(() => Body(start), StackSize) { IsBackground = true, Name = "cell" };

        public object? Join()
        {
            _thread.Start();
            _released.Wait();
            lock (_gate)
            {
                if (_stopped && (!_ended || _error is not null))
                    throw new CellInterruptedException(leftBehind: !_ended);
            }
            _error?.Throw();
            return _value;
        }

        /// <summary>
        /// Stops the cell as gently as it lets itself be stopped: at the next checkpoint, await or output; then out of sleeping and
        /// blocking. A cell that withstands, in a library's long loop or in a call to the system, is left behind with the lowest
        /// priority: it ends when it comes back from there. (Aborting its thread would often end the whole process: on .NET 10 the
        /// exception can't get out of the signal handler in which it is thrown.)
        /// </summary>
        public bool Stop()
        {
            lock (_gate)
            {
                if (_ended)
                    return true;
                if (!_stopped)
                    Checkpoint.Request();
                _stopped = true;
            }
            _stopping.Request();
            _stopWaiting.Cancel();
            for (var turn = 0; turn < Turns && !_over.Wait(Turn); turn++)
            {
                lock (_gate)
                {
                    if (!_ended)
                        _thread.Interrupt();
                }
            }
            if (!_over.IsSet)
                _ = SetPriority(0, _threadId, 19);
            _released.Set();
            return _over.IsSet;
        }

        private void Body(Func<Task<object?>> start)
        {
            _stopping.Govern();
            try
            {
                _threadId = ThreadId();
                _value = AwaitPump.Run(start, _stopWaiting.Token);
            }
            catch (Exception error)
            {
                _error = ExceptionDispatchInfo.Capture(error);
            }
            while (!TryEnd())
                continue;
            _over.Set();
            _released.Set();
        }

        [LibraryImport("libc", EntryPoint = "gettid")]
        private static partial int ThreadId();

        [LibraryImport("libc", EntryPoint = "setpriority")]
        private static partial int SetPriority(int which, int who, int priority);

        /// <summary>Closes the door to further interrupts; false when a last one came through it.</summary>
        private bool TryEnd()
        {
            try
            {
                lock (_gate)
                {
                    if (_stopped && !_ended)
                        Checkpoint.Release();
                    _ended = true;
                }
                if (_stopped)
                    Thread.Sleep(1); // where one that is pending takes effect
                return true;
            }
            catch (ThreadInterruptedException)
            {
                return false;
            }
        }
    }
}

/// <summary>The user stopped the cell.</summary>
/// <param name="leftBehind">Whether it could not be stopped, and goes on without being waited for.</param>
internal sealed class CellInterruptedException(bool leftBehind = false) : Exception(leftBehind ? LeftBehind : "The cell was interrupted.")
{
    private const string LeftBehind =
        "The cell is in a call to a library or to the system that can't be stopped. It is not waited for any longer, and ends when that call "
        + "returns; restart the kernel to end it now.";
}
