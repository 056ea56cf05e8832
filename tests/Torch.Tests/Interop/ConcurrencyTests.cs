using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop;

/// <summary>Many threads at once, and a process that ends in the middle of things.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8, Rounds = 150;

    [Fact]
    public void Threads_share_tensors_modules_and_generators()
    {
        using var model = nn.Sequential(nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1));
        using var x = rand(16, 8);
        using var expected = model.call(x);
        using var generator = new Generator(1);
        var errors = Run(round =>
        {
            using var scope = NewDisposeScope();
            var y = model.call(x);
            Assert.True(y.allclose(expected));
            _ = autograd.grad([y.sum()], [.. model.parameters()]);
            Assert.Equal(0, rand(3, generator: generator).lt(0).sum().ToInt64());
            Assert.Throws<TorchException>(() => x.matmul(x));
            if (round % 10 == 0)
                GC.Collect();
        });
        Assert.Empty(errors);
    }

    [Fact]
    public void Tensors_of_one_scope_are_disposed_by_other_threads()
    {
        using var scope = NewDisposeScope();
        for (var round = 0; round < 20; round++)
        {
            Tensor[] shared = [.. Enumerable.Range(0, 200).Select(_ => ones(4))];
            var disposing = new Thread(() => Array.ForEach(shared, tensor => tensor.Dispose()));
            disposing.Start();
            for (var i = 0; i < 200; i++)
                ones(3);
            disposing.Join();
            Assert.All(shared, tensor => Assert.True(tensor.IsInvalid));
            Assert.Equal(200 * (round + 1), scope.DisposablesCount);
        }
    }

    [Fact]
    public void One_tensor_is_disposed_once_by_many_threads()
    {
        for (var round = 0; round < 50; round++)
        {
            var tensor = ones(1000);
            Parallel.For(0, Threads, _ => tensor.Dispose());
            Assert.True(tensor.IsInvalid);
        }
    }

    [Fact]
    public void A_process_may_end_while_threads_compute() => OwnProcess.Run($"{typeof(ConcurrencyTests)}.{nameof(Ends_in_the_middle)}");

    /// <summary>The process ends when its test has: with threads computing, tensors and graphs alive, and finalizers to run.</summary>
    [Fact]
    public void Ends_in_the_middle()
    {
        using var log = OwnProcess.Log();
        for (var i = 0; i < 4; i++)
            new Thread(() =>
            {
                var layer = nn.Linear(64, 64);
                var optimizer = optim.Adam(layer.parameters());
                while (true)
                {
                    optimizer.zero_grad();
                    layer.call(rand(64, 64)).square().mean().backward();
                    optimizer.step();
                }
            }) { IsBackground = true }.Start();
        Kept = [.. Enumerable.Range(0, 1000).Select(_ => rand(10, requires_grad: true).exp())];
        Thread.Sleep(300);
        GC.Collect();
    }

    private static Tensor[] Kept { get; set; } = [];

    private static List<Exception> Run(Action<int> body)
    {
        var errors = new List<Exception>();
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            try
            {
                for (var round = 0; round < Rounds; round++)
                    body(round);
            }
            catch (Exception e)
            {
                lock (errors)
                    errors.Add(e);
            }
        }))];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return errors;
    }
}
