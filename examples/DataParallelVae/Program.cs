// Trains a variational autoencoder on MNIST with as many processes as it is started with, on one machine or several:
//
//   dotnet notebook launch -n 2 DataParallelVae.dll [EPOCHS] [float32|float64]
//
// Two ranks learn as one does, in about two thirds of the time: each takes every second example of a batch, and the gradients are averaged.
// They add in another order than one rank does. In float32 the losses of an epoch part after four digits by that alone; float64 shows that it is all.
using System.Diagnostics;
using DataParallelVae;
using Latent.Data;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data.distributed;

const int BatchSize = 128;
var epochs = args.Length > 0 ? int.Parse(args[0]) : 3;
var type = args.Length > 1 ? Enum.Parse<ScalarType>(args[1], ignoreCase: true) : ScalarType.Float32;
distributed.init_process_group();
var (rank, ranks) = (distributed.get_rank(), distributed.get_world_size());

using var data = Mnist.Load();
var images = data.Train.Images.to_type(type); // [60000, 784]
manual_seed(1);
using var vae = nn.parallel.DistributedDataParallel(new Vae().to(type), gradient_as_bucket_view: true);
using var optimiser = optim.Adam(vae.parameters(), 1e-3);
using var generator = new Generator(2);
var sampler = new DistributedSampler(images.shape[0]);

for (var epoch = 0; epoch < epochs; epoch++)
{
    var clock = Stopwatch.StartNew();
    sampler.set_epoch(epoch);
    using var total = zeros(1, ScalarType.Float64);
    foreach (var batch in sampler.Chunk(BatchSize / ranks))
    {
        using var scope = NewDisposeScope();
        var x = images.index_select(0, tensor(batch));
        // Each rank draws the noise of the whole batch and takes its rows: any number of ranks sees the same numbers.
        var epsilon = randn([batch.Length * ranks, Vae.Latent], type, generator: generator)[TensorIndex.Slice(rank, null, ranks)];
        optimiser.zero_grad();
        var loss = Vae.Loss(x, vae.call(x, epsilon));
        loss.backward();
        optimiser.step();
        total.add_(loss.detach() * batch.Length);
    }

    distributed.all_reduce(total);
    if (rank == 0)
        Console.WriteLine(
            $"epoch {epoch + 1}: {total.item<double>() / images.shape[0]:F6} nats in {clock.Elapsed.TotalSeconds:F3} s, "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
}

distributed.destroy_process_group();
