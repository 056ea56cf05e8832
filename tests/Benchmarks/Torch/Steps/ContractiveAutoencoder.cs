using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>
/// The contractive autoencoder of Rifai et al. (2011): sigmoid units, tied weights, and the squared norm of the encoder's Jacobian
/// in closed form, Σⱼ (hⱼ (1 − hⱼ))² Σᵢ Wⱼᵢ².
/// </summary>
public sealed class ContractiveAutoencoder : TrainingStep
{
    public static StepCase Case { get; } = new("contractive", () => new ContractiveAutoencoder(), new StepInput.Images(128));

    private readonly Parameter _weight = new(init.xavier_uniform_(empty(1000, 784)));
    private readonly Parameter _hiddenBias = new(zeros(1000)), _visibleBias = new(zeros(784));
    private readonly Adam _optimizer;

    private ContractiveAutoencoder()
    {
        foreach (var parameter in Parameters)
            parameter.DetachFromDisposeScope();
        _optimizer = Adam(Parameters);
    }

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => [_weight, _hiddenBias, _visibleBias];

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var x = inputs[0]; // [128, 784]
        _optimizer.zero_grad();
        var h = functional.linear(x, _weight, _hiddenBias).sigmoid();      // [128, 1000]
        var logits = functional.linear(h, _weight.t(), _visibleBias);      // [128, 784]
        var slope = (h * (1 - h)).pow(2);                                  // [128, 1000]
        var jacobian = slope.matmul(_weight.pow(2).sum(1)).mean();
        var reconstruction = functional.binary_cross_entropy_with_logits(logits, x, reduction: Reduction.Sum) / x.shape[0];
        var loss = reconstruction + 0.1 * jacobian;
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();
    }
}
