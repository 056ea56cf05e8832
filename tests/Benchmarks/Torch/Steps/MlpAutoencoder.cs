using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>A deep autoencoder of the sizes of Hinton and Salakhutdinov (2006): 784-1000-500-250-30 and back.</summary>
public sealed class MlpAutoencoder : TrainingStep
{
    public static StepCase Case { get; } = new("mlp-autoencoder", () => new MlpAutoencoder(), new StepInput.Images(128));

    private readonly Sequential _model = Sequential(
        Linear(784, 1000), ReLU(), Linear(1000, 500), ReLU(), Linear(500, 250), ReLU(), Linear(250, 30),
        Linear(30, 250), ReLU(), Linear(250, 500), ReLU(), Linear(500, 1000), ReLU(), Linear(1000, 784));
    private readonly Adam _optimizer;

    private MlpAutoencoder() => _optimizer = Adam(_model.parameters());

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => _model.parameters();

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var x = inputs[0]; // [128, 784]
        _optimizer.zero_grad();
        var loss = functional.binary_cross_entropy_with_logits(_model.call(x), x);
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();
    }
}
