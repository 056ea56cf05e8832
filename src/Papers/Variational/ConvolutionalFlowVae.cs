using System.Globalization;
using Latent.Data;
using Latent.Variational;
using Papers.Running;
using static TorchSharp.torch;

namespace Papers.Variational;

/// <summary>A convolutional variational autoencoder with inverse autoregressive flow (Kingma et al. 2016) on MNIST whose pixels are drawn anew for each batch.</summary>
public static class ConvolutionalFlowVae
{
    /// <summary>The entry; judged with 500 importance samples, as its decoder costs ten times a dense one.</summary>
    public static Reproduction Entry { get; } = new(
        "conv-flow-vae", "Convolutional VAE with inverse autoregressive flow on MNIST, negative log-likelihood", TimeSpan.FromMinutes(60), ["conv-flow-vae"], Run);

    private static IReadOnlyList<Finding> Run(PaperRun run)
    {
        using var mnist = Mnist.Load();
        var (train, test) = (mnist.Train.Take(run.By(500, 60_000, 60_000)), mnist.Test.Take(run.By(50, 1_000, 10_000)));
        using Generator weights = run.Generator(0), training = run.Generator(1), pixels = run.Generator(2);
        using var model = ConvolutionalVae.Create(new(Latent: 32, Flow: new InverseAutoregressiveFlow(32, 2, 256, 64, weights)), weights);
        var options = new VaeTrainingOptions(run.By(2, 5, 120), BatchSize: 100);
        run.Train("training", model.Train(train, training, options).WithRate(2e-3, 1e-4));

        using var images = Binarization.Sample(test.Images, pixels);
        var k = run.By(10, 100, 500);
        var nll = run.NegativeLogLikelihood(model, images, k);
        var setting = string.Create(CultureInfo.InvariantCulture,
            $"4×4 filters, 32 and 64 maps, 32 latents, two autoregressive steps of 256 units, pixels drawn anew for each batch, {options.Epochs} epochs, batch 100, Adam, {k} importance samples");
        return [Finding.Of("conv-flow-vae", "MNIST test, negative log-likelihood, convolutional VAE with flow", "nats per image", nll, setting, "hotaj-convolutional-vae")];
    }
}
