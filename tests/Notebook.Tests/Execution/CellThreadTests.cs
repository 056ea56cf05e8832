using Notebook.Execution;

namespace Notebook.Tests.Execution;

public sealed class CellThreadTests
{
    private readonly CellThread _thread = new();

    [Fact]
    public void Value_comes_back() => Assert.Equal(3, _thread.Execute(async () =>
    {
        await Task.Yield();
        return 3;
    }));

    [Fact]
    public void What_follows_an_await_runs_on_the_same_thread() => Assert.Equal(true, _thread.Execute(async () =>
    {
        var before = Environment.CurrentManagedThreadId;
        await Task.Delay(5);
        return before == Environment.CurrentManagedThreadId;
    }));

    [Fact]
    public void Exception_comes_out_as_it_is() =>
        Assert.Throws<FormatException>(() => _thread.Execute(() => throw new FormatException()));

    [Fact]
    public async Task Locked_thread_is_stopped()
    {
        var never = new ManualResetEventSlim();
        var started = new SemaphoreSlim(0);
        var running = Task.Run(() => _thread.Execute(() =>
        {
            started.Release();
            never.Wait();
            return Task.FromResult<object?>(null);
        }), TestContext.Current.CancellationToken);
        await started.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(_thread.Interrupt());
        await Assert.ThrowsAsync<CellInterruptedException>(() => running);
        _thread.Prepare();
        Assert.Equal(1, _thread.Execute(() => Task.FromResult<object?>(1)));
    }

    [Fact]
    public void Interrupt_before_the_start_counts()
    {
        _thread.Prepare();
        Assert.True(_thread.Interrupt());
        Assert.Throws<CellInterruptedException>(() => _thread.Execute(() => Task.FromResult<object?>(1)));
    }

    [Fact]
    public void Nothing_running_needs_no_stopping() => Assert.True(_thread.Interrupt());
}
