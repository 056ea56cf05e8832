using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Notebook.Execution;

/// <summary>Runs one thing after another, each on a thread of its own that can be stopped.</summary>
internal sealed class CellThread
{
    private const int StackSize = 16 << 20;

    /// <summary>Milliseconds between attempts to stop a cell, how many there are, and how many of them are without force.</summary>
    private const int Turn = 100, Turns = 50, GentleTurns = 5;

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
        using var run = new Run(start);
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
    /// <returns>Whether nothing is running any more; false when it did not stop within five seconds.</returns>
    public bool Interrupt()
    {
        Run? run;
        lock (_gate)
            (run, _stopNext) = (_running, true);
        return run?.Stop() ?? true;
    }

    private sealed class Run : IDisposable
    {
        private readonly CancellationTokenSource _stopWaiting = new(), _abort = new();
        private readonly ManualResetEventSlim _over = new();
        private readonly Thread _thread;
        private object? _value;
        private ExceptionDispatchInfo? _error;
        private readonly Stopping _stopping = new();
        private volatile bool _stopped;

        public Run(Func<Task<object?>> start) =>
            _thread = new Thread(() => Body(start), StackSize) { IsBackground = true, Name = "cell" };

        public object? Join()
        {
            _thread.Start();
            _over.Wait();
            if (_stopped && _error is not null)
                throw new CellInterruptedException();
            _error?.Throw();
            return _value;
        }

        /// <summary>
        /// Stops the cell as gently as it lets itself be stopped: at the next checkpoint, await or output; then out of sleeping and
        /// blocking; at last by aborting its thread, which the .NET runtime itself does not always survive.
        /// </summary>
        public bool Stop()
        {
            _stopped = true;
            _stopping.Request();
            Checkpoint.Request(true);
            _stopWaiting.Cancel();
            for (var turn = 0; turn < Turns && !_over.Wait(Turn); turn++)
            {
                _thread.Interrupt();
                if (turn == GentleTurns)
                    new Thread(_abort.Cancel) { IsBackground = true, Name = "stop cell" }.Start();
            }
            Checkpoint.Request(false);
            return _over.IsSet;
        }

        public void Dispose() => _stopWaiting.Dispose();

        private void Body(Func<Task<object?>> start)
        {
            _stopping.Govern();
            try
            {
#pragma warning disable SYSLIB0046 // Meant for exactly this: stopping code that a person entered.
                ControlledExecution.Run(() => _value = AwaitPump.Run(start, _stopWaiting.Token), _abort.Token);
#pragma warning restore SYSLIB0046
            }
            catch (Exception error)
            {
                _error = ExceptionDispatchInfo.Capture(error);
            }
            _over.Set();
        }
    }
}

/// <summary>The user stopped the cell.</summary>
internal sealed class CellInterruptedException() : Exception("The cell was interrupted.");
