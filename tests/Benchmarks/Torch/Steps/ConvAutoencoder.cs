using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>A convolutional autoencoder: 1×28×28 to 32×7×7 by strides, and back by transposed convolutions.</summary>
public sealed class ConvAutoencoder : TrainingStep
{
    public static StepCase Case { get; } = new("conv-autoencoder", () => new ConvAutoencoder(), new StepInput.Images(128));

    private readonly Sequential _model = Sequential(
        Conv2d(1, 16, 3, stride: 2, padding: 1), ReLU(), Conv2d(16, 32, 3, stride: 2, padding: 1), ReLU(),
        ConvTranspose2d(32, 16, 3, stride: 2, padding: 1, output_padding: 1), ReLU(),
        ConvTranspose2d(16, 1, 3, stride: 2, padding: 1, output_padding: 1));
    private readonly Adam _optimizer;

    private ConvAutoencoder() => _optimizer = Adam(_model.parameters());

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => _model.parameters();

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var x = inputs[0].view(-1, 1, 28, 28); // [128, 1, 28, 28]
        _optimizer.zero_grad();
        var loss = functional.binary_cross_entropy_with_logits(_model.call(x), x);
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();
    }
}
