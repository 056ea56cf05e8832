using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Notebook.Execution;

/// <summary>Runs one thing after another, each on a thread of its own that can be stopped.</summary>
internal sealed class CellThread
{
    private const int StackSize = 16 << 20;

    private readonly Lock _gate = new();
    private Run? _running;

    /// <summary>Runs a task to its end on a new thread.</summary>
    /// <param name="start">Starts the task; what follows its awaits runs on the same thread.</param>
    /// <exception cref="CellInterruptedException">It was stopped by <see cref="Interrupt"/>.</exception>
    public object? Execute(Func<Task<object?>> start)
    {
        using var run = new Run(start);
        lock (_gate)
            _running = run;
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

    /// <summary>Stops what is running, if anything is.</summary>
    /// <returns>Whether something was running and has stopped within five seconds.</returns>
    public bool Interrupt()
    {
        Run? run;
        lock (_gate)
            run = _running;
        return run?.Stop() ?? true;
    }

    private sealed class Run : IDisposable
    {
        private readonly CancellationTokenSource _stopWaiting = new(), _abort = new();
        private readonly ManualResetEventSlim _over = new();
        private readonly Thread _thread;
        private object? _value;
        private ExceptionDispatchInfo? _error;
        private volatile bool _stopped;

        public Run(Func<Task<object?>> start)
        {
            _thread = new Thread(() => Body(start), StackSize) { IsBackground = true, Name = "cell" };
            _thread.Start();
        }

        public object? Join()
        {
            _over.Wait();
            if (_stopped && _error is not null)
                throw new CellInterruptedException();
            _error?.Throw();
            return _value;
        }

        /// <summary>First ends waiting, then aborts, then wakes it from sleeping and blocking.</summary>
        public bool Stop()
        {
            _stopped = true;
            _stopWaiting.Cancel();
            var abort = new Thread(_abort.Cancel) { IsBackground = true, Name = "stop cell" };
            abort.Start();
            for (var turn = 0; turn < 25 && !_over.Wait(turn == 0 ? 150 : 200); turn++)
                _thread.Interrupt();
            return _over.IsSet;
        }

        public void Dispose() => _stopWaiting.Dispose();

        private void Body(Func<Task<object?>> start)
        {
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
