using System.Collections.Concurrent;

namespace Notebook.Execution;

/// <summary>Runs what follows an <c>await</c> on the cell's own thread, so that it can be stopped like all else in the cell.</summary>
internal sealed class AwaitPump : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly Thread _thread = Thread.CurrentThread;

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _posted.Add((d, state));
        }
        catch (InvalidOperationException) // the cell is over: what it left running goes on elsewhere
        {
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == _thread)
        {
            d(state);
            return;
        }
        var done = new TaskCompletionSource();
        Post(_ => Complete(done, () => d(state)), null);
        done.Task.GetAwaiter().GetResult();
    }

    /// <summary>Runs a task to its end on this thread.</summary>
    /// <param name="start">Starts the task.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled while waiting.</exception>
    public static object? Run(Func<Task<object?>> start, CancellationToken stop)
    {
        using var pump = new AwaitPump();
        SetSynchronizationContext(pump);
        var task = start();
        task.ContinueWith(_ => pump._posted.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (pump._posted.TryTake(out var next, Timeout.Infinite, stop))
            next.Callback(next.State);
        return task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    /// <remarks>The collection stays open to late posts, which find it complete; it holds nothing to release.</remarks>
    public void Dispose()
    {
        if (!_posted.IsAddingCompleted)
            _posted.CompleteAdding();
    }

    private static void Complete(TaskCompletionSource done, Action action)
    {
        try
        {
            action();
            done.SetResult();
        }
        catch (Exception error) when (error is not ThreadInterruptedException)
        {
            done.SetException(error);
        }
    }
}
