using Latent.Autoencoders;
using Latent.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Tests.Autoencoders;

public sealed class LogisticPcaTests(MnistFixture mnist)
{
    [Fact]
    public void No_sweep_raises_the_loss_and_the_end_is_a_stationary_point()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var x = rand([60, 8], ScalarType.Float64, generator: generator);
        // with hardly a ridge the sweeps minimise the cross-entropy that they report
        var losses = new LogisticPca(x, 2, ridge: 1e-9).Train(x, 40, generator).ToHistory().Losses;
        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.InRange(pair.Second, 0, pair.First + 1e-7));
        Assert.True(losses[^1] < losses[0] - 0.1);

        var model = new LogisticPca(x, 2, ridge: 0.5);
        model.Train(x, 3000, generator).ToHistory();

        // by autograd: the gradient of cross-entropy + ridge vanishes in codes, loadings and offset
        var z = model.Encode(x, 3000).requires_grad_();
        var (u, mu) = (model.Loadings.clone().requires_grad_(), model.Offset.clone().requires_grad_());
        var loss = functional.binary_cross_entropy_with_logits(mu + z.matmul(u.t()), x, reduction: Reduction.Sum)
            + 0.25 * (z.square().sum() + u.square().sum() + mu.square().sum());
        loss.backward();
        foreach (var tensor in new[] { z, u, mu }) Assert.InRange(tensor.grad!.abs().max().item<double>(), 0, 1e-5);
    }

    [Fact]
    public void On_digits_it_has_less_cross_entropy_and_less_error_than_pca()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var (train, test) = (mnist.Train.Images.narrow(0, 0, 2000), mnist.Test.Images.narrow(0, 0, 500));
        var model = new LogisticPca(train, 10);
        model.Train(train, 15, generator).ToHistory();
        var error = (test - model.forward(test)).square().sum([1]).mean().item<float>();
        Assert.InRange(error, 15, mnist.Pca.ReconstructionError(test, 10));
    }

    [Fact]
    public void Bad_data_and_options_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("x", () => new LogisticPca(full([3, 2], 1.5), 1));
        Assert.Throws<ArgumentOutOfRangeException>("components", () => new LogisticPca(zeros(3, 2), 3));
        Assert.Throws<ArgumentOutOfRangeException>("ridge", () => new LogisticPca(zeros(3, 2), 1, 0));
    }
}
