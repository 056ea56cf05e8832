using Notebook.Execution;
using Notebook.Streams;
using Notebook.Transport;

namespace Notebook.Tests.Execution;

/// <summary>Stopping a cell that writes all the time may hit it anywhere inside the writer.</summary>
public sealed class FloodTests
{
    [Fact]
    public async Task Output_goes_on_however_often_a_flood_is_stopped()
    {
        var outbox = new Outbox(() => { });
        var thread = new CellThread();
        using var over = new CancellationTokenSource();
        var drain = Task.Run(() =>
        {
            while (!over.IsCancellationRequested)
            {
                if (outbox.DueIn() >= 0)
                    outbox.TakeAll();
            }
        }, TestContext.Current.CancellationToken);
        var writer = TextWriter.Synchronized(new CellWriter("stdout", outbox));
        for (var round = 0; round < 100; round++)
        {
            thread.Prepare();
            using var started = new SemaphoreSlim(0);
            var flood = Task.Run(() => Assert.Throws<CellInterruptedException>(() => thread.Execute(() =>
            {
                started.Release();
                while (true)
                    writer.WriteLine("flood");
            })), TestContext.Current.CancellationToken);
            await started.WaitAsync(TestContext.Current.CancellationToken);
            await Task.Delay(2, TestContext.Current.CancellationToken);
            Assert.True(thread.Interrupt());
            await flood.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
            outbox.Parent = null;
        }
        outbox.Write("stdout", "end");
        await over.CancelAsync();
        await drain.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
