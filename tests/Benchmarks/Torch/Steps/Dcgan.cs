using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>
/// DCGAN (Radford et al. 2016) for 28×28 digits, with the paper's batch size, initial values and optimiser: one step of the discriminator,
/// then one of the generator.
/// </summary>
public sealed class Dcgan : TrainingStep
{
    public static StepCase Case { get; } = new("dcgan", () => new Dcgan(), new StepInput.Images(128), new StepInput.Normal(128, 100, 1, 1));

    private readonly Sequential _generator = Sequential(
        ConvTranspose2d(100, 64, 7, bias: false), BatchNorm2d(64), ReLU(),
        ConvTranspose2d(64, 32, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(32), ReLU(),
        ConvTranspose2d(32, 1, 4, stride: 2, padding: 1, bias: false), Sigmoid());
    private readonly Sequential _discriminator = Sequential(
        Conv2d(1, 32, 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2),
        Conv2d(32, 64, 4, stride: 2, padding: 1, bias: false), BatchNorm2d(64), LeakyReLU(0.2),
        Conv2d(64, 1, 7, bias: false), Flatten());
    private readonly Adam _ofGenerator, _ofDiscriminator;

    private Dcgan()
    {
        foreach (var weight in Parameters.Where(p => p.ndim == 4))
            init.normal_(weight, 0, 0.02);
        _ofGenerator = Adam(_generator.parameters(), 2e-4, beta1: 0.5);
        _ofDiscriminator = Adam(_discriminator.parameters(), 2e-4, beta1: 0.5);
    }

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => _generator.parameters().Concat(_discriminator.parameters());

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var (real, z) = (inputs[0].view(-1, 1, 28, 28), inputs[1]); // [128, 1, 28, 28], [128, 100, 1, 1]
        var (yes, no) = (ones(128, 1), zeros(128, 1));

        _ofDiscriminator.zero_grad();
        var fake = _generator.call(z);
        var ofReal = functional.binary_cross_entropy_with_logits(_discriminator.call(real), yes);
        var ofFake = functional.binary_cross_entropy_with_logits(_discriminator.call(fake.detach()), no);
        var lossD = ofReal + ofFake;
        lossD.backward();
        _ofDiscriminator.step();

        _ofGenerator.zero_grad();
        var lossG = functional.binary_cross_entropy_with_logits(_discriminator.call(fake), yes);
        lossG.backward();
        _ofGenerator.step();
        return lossD.ToDouble() + lossG.ToDouble();
    }
}
