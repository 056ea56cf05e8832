using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>
/// The unrolled GAN of Metz et al. (2017) on a ring of eight Gaussians: the generator's loss is taken after five steps of the
/// discriminator, and differentiated through them.
/// </summary>
public sealed class UnrolledGan : TrainingStep
{
    private const int Unrolled = 5;
    private const double InnerRate = 0.1;

    public static StepCase Case { get; } =
        new("unrolled-gan", () => new UnrolledGan(), new StepInput.Ring(512), new StepInput.Normal(512, 256));

    private readonly Sequential _generator = Sequential(Linear(256, 128), ReLU(), Linear(128, 128), ReLU(), Linear(128, 2));
    private readonly Sequential _discriminator = Sequential(Linear(2, 128), Tanh(), Linear(128, 128), Tanh(), Linear(128, 1));
    private readonly Adam _ofGenerator, _ofDiscriminator;

    private UnrolledGan() => (_ofGenerator, _ofDiscriminator) = (Adam(_generator.parameters()), Adam(_discriminator.parameters(), 1e-4));

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => _generator.parameters().Concat(_discriminator.parameters());

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var (real, z) = (inputs[0], inputs[1]); // [512, 2], [512, 256]
        var now = _discriminator.parameters().ToArray<Tensor>();
        var fake = _generator.call(z);          // [512, 2]

        var later = now;
        for (var k = 0; k < Unrolled; k++)
        {
            var slopes = autograd.grad([LossD(real, fake, later)], later, create_graph: true);
            later = [.. later.Zip(slopes, (p, g) => p - InnerRate * g)];
        }

        _ofGenerator.zero_grad();
        var lossG = functional.softplus(-Discriminate(fake, later)).mean();
        lossG.backward(inputs: [.. _generator.parameters()]);
        _ofGenerator.step();

        _ofDiscriminator.zero_grad();
        var lossD = LossD(real, fake.detach(), now);
        lossD.backward();
        _ofDiscriminator.step();
        return lossG.ToDouble() + lossD.ToDouble();
    }

    private static Tensor LossD(Tensor real, Tensor fake, Tensor[] p) =>
        functional.softplus(-Discriminate(real, p)).mean() + functional.softplus(Discriminate(fake, p)).mean();

    // The discriminator as a function of its parameters.
    private static Tensor Discriminate(Tensor x, Tensor[] p)
    {
        var h = functional.linear(x, p[0], p[1]).tanh(); // [512, 128]
        h = functional.linear(h, p[2], p[3]).tanh();
        return functional.linear(h, p[4], p[5]);         // [512, 1]
    }
}
