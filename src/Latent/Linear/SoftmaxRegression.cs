using Latent.Data;
using Latent.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Linear;

/// <summary>The loss of a classifier.</summary>
/// <param name="CrossEntropy">\(-\ln p(c \mid x)\), averaged over the batch, nats.</param>
public readonly record struct ClassificationLoss(Tensor CrossEntropy) : ILoss
{
    /// <inheritdoc/>
    public Tensor Total => CrossEntropy;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => [];
}

/// <summary>
/// Softmax (multinomial logistic) regression, a discriminative classifier: \(p(c \mid x) = \mathrm{softmax}_c(Wx+b)\). It models the
/// boundary only: it has no p(x), and nothing to sample from.
/// </summary>
public sealed class SoftmaxRegression : Module<Tensor, Tensor>
{
    private readonly Parameter _weight; // [C, D]
    private readonly Parameter _bias; // [C]

    /// <summary>Starts at zero weights: every class equally probable.</summary>
    /// <param name="inputs">D ≥ 1.</param>
    /// <param name="classes">C ≥ 2.</param>
    public SoftmaxRegression(int inputs, int classes)
        : base(nameof(SoftmaxRegression))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        _weight = new Parameter(zeros([classes, inputs]), requires_grad: true);
        _bias = new Parameter(zeros([classes]), requires_grad: true);
        _weight.DetachFromDisposeScope();
        _bias.DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>W: [C, D].</summary>
    public Tensor Weight => _weight;

    /// <summary>Logits: [N, D] → [N, C].</summary>
    public override Tensor forward(Tensor x) => functional.linear(Require.Matrix(x, nameof(x), _weight.shape[1]), _weight, _bias);

    /// <summary>The mean of \(-\ln p(c \mid x)\).</summary>
    public ClassificationLoss Loss(LabelledImages batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(functional.cross_entropy(forward(batch.Images), batch.Labels));
    }

    /// <summary>The most probable class of each row: [N] int64.</summary>
    public Tensor Predict(Tensor x)
    {
        using var gradients = no_grad();
        using var logits = forward(x);
        return logits.argmax(1);
    }
}
