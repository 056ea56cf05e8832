using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.distributed;
using static TorchSharp.torch.utils.data.distributed;

namespace TorchSharp.Tests.Distributed;

/// <summary>Training steps shared by the ranks; a single rank gives the reference.</summary>
internal static class Training
{
    private const int Examples = 96, Batch = 24, Epochs = 3;

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> first, last, extra;
        private readonly bool _skips;

        internal Net(int hidden, bool skips) : base("Net")
        {
            (first, last, extra, _skips) = (nn.Linear(8, hidden), nn.Linear(hidden, 1), nn.Linear(hidden, hidden), skips);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var hidden = first.call(input).tanh();
            return last.call(_skips ? hidden : extra.call(hidden).tanh());
        }
    }

    /// <summary>Trains with one set of options after the other; each is one argument of words joined by +.</summary>
    internal static void RunAll(string[] args) => Array.ForEach(args, options => Run(options, options.Split('+')));

    private static void Run(string name, string[] args)
    {
        manual_seed(get_rank() + 1); // the ranks start apart: rank 0's values have to win
        var unused = args.Contains("unused");
        using var ddp = nn.parallel.DistributedDataParallel(
            new Net(16, skips: unused), bucket_cap_mb: args.Contains("small-buckets") ? 0.0005 : 25, find_unused_parameters: unused,
            gradient_as_bucket_view: args.Contains("views"));
        var optimiser = args.Contains("adam") ? (optim.Optimizer)optim.Adam(ddp.parameters(), 0.01) : optim.SGD(ddp.parameters(), 0.1, momentum: 0.9);
        var generator = new Generator(5);
        Tensor x = randn([Examples, 8], generator: generator), y = x.square().sum(1, keepdim: true).sin();
        var sampler = new DistributedSampler(Examples, seed: 3);
        var (share, parts) = (Batch / get_world_size(), args.Contains("accumulate") ? 2 : 1);
        foreach (var epoch in Enumerable.Range(0, Epochs))
        {
            sampler.set_epoch(epoch);
            foreach (var batch in sampler.Chunk(share))
            {
                optimiser.zero_grad();
                var total = zeros(1);
                foreach (var (i, part) in batch.Chunk(share / parts).Index())
                {
                    using var alone = i < parts - 1 ? ddp.no_sync() : null;
                    var rows = tensor(part);
                    var loss = (ddp.call(x[rows]) - y[rows]).square().mean() / parts;
                    loss.backward();
                    total = total + loss.detach();
                }

                optimiser.step();
                all_reduce(total, ReduceOp.AVG);
                Console.WriteLine($"{name} loss: {total.item<float>():R}");
            }
        }

        Collectives.Say($"{name} parameters", cat([.. ddp.parameters().Select(p => p.detach().flatten())]));
    }

    internal static void DifferentModules() =>
        Failures.Expect("different", () => nn.parallel.DistributedDataParallel(new Net(get_rank() == 1 ? 17 : 16, skips: true)));

    /// <summary>Rank 1 is killed in the middle of its backward pass, from another thread; the others' pass has to fail.</summary>
    internal static void Killed()
    {
        using var ddp = nn.parallel.DistributedDataParallel(nn.Sequential(nn.Linear(512, 2048), nn.Tanh(), nn.Linear(2048, 512)));
        Failures.Expect("training", () =>
        {
            for (var step = 0; step < 100_000; step++)
            {
                if (get_rank() == 1 && step == 5)
                    _ = Task.Run(async () => { await Task.Delay(15); Process.GetCurrentProcess().Kill(); });
                ddp.call(randn(64, 512)).square().mean().backward();
                ddp.zero_grad();
            }
        });
    }
}
