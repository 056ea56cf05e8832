using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>
/// The density p(x | z) of an observation given what the decoder puts out. Shapes: outputs [N, O] or, with k samples a row, [N, k, O]; x [N, D].
/// </summary>
public abstract record Likelihood
{
    /// <summary>How many numbers the decoder puts out for <paramref name="dimensions"/> entries of an observation: O.</summary>
    public abstract int Outputs(int dimensions);

    /// <summary>How many of the last outputs are one learned number each, the same for all z.</summary>
    public virtual int SharedOutputs => 0;

    /// <summary>ln p(x | z), summed over dimensions, in nats: [N] or [N, k].</summary>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public Tensor LogProbability(Tensor outputs, Tensor x)
    {
        Fitting(outputs, x);
        return outputs.dim() == 2 ? Rows(outputs, x) : Samples(outputs, x);
    }

    /// <summary>The mean of ln p(x | z) over the batch: [N, O], [N, D] → a scalar.</summary>
    /// <exception cref="ArgumentException">The shapes do not belong together.</exception>
    public Tensor MeanLogProbability(Tensor outputs, Tensor x)
    {
        Fitting(outputs, x);
        return outputs.dim() == 2 ? MeanOfRows(outputs, x) : Samples(outputs, x).mean();
    }

    private void Fitting(Tensor outputs, Tensor x)
    {
        Require.Matrix(x, nameof(x));
        Require.Floating(outputs, nameof(outputs));
        var expected = Outputs((int)x.shape[1]);
        if (outputs.dim() is not (2 or 3) || outputs.shape[0] != x.shape[0] || outputs.shape[^1] != expected)
            throw new ArgumentException($"Expected [{x.shape[0]}, {expected}] or [{x.shape[0]}, k, {expected}], given [{string.Join(", ", outputs.shape)}].", nameof(outputs));
    }

    /// <summary>The mean of x given the outputs, a picture of what was decoded: [N, O] → [N, D].</summary>
    public abstract Tensor Mean(Tensor outputs);

    /// <summary>A draw of x given the outputs: [N, O] → [N, D].</summary>
    public abstract Tensor Sample(Tensor outputs, Generator generator);

    /// <summary>ln p(x | z): [N, O], [N, D] → [N].</summary>
    protected abstract Tensor Rows(Tensor outputs, Tensor x);

    /// <summary>The mean of ln p(x | z): [N, O], [N, D] → a scalar. For likelihoods that have a shorter way.</summary>
    protected virtual Tensor MeanOfRows(Tensor outputs, Tensor x) => Rows(outputs, x).mean();

    /// <summary>ln p(x | z): [N, k, O], [N, D] → [N, k].</summary>
    protected virtual Tensor Samples(Tensor outputs, Tensor x)
    {
        long n = outputs.shape[0], k = outputs.shape[1];
        return Rows(outputs.reshape(n * k, outputs.shape[2]), x.repeat_interleave(k, 0)).reshape(n, k);
    }
}

/// <summary>
/// Independent binary pixels, \(\ln p(x|z) = \sum_d x_d\ln\pi_d + (1-x_d)\ln(1-\pi_d)\), with the logits of π as outputs: minus the cross entropy. For grey
/// pixels in [0, 1] it is not a density.
/// </summary>
public sealed record BernoulliLikelihood : Likelihood
{
    /// <inheritdoc/>
    public override int Outputs(int dimensions) => dimensions;

    /// <inheritdoc/>
    public override Tensor Mean(Tensor outputs) => outputs.sigmoid();

    /// <inheritdoc/>
    public override Tensor Sample(Tensor outputs, Generator generator)
    {
        using var probabilities = outputs.sigmoid();
        return probabilities.bernoulli(Require.Generator(generator));
    }

    /// <inheritdoc/>
    protected override Tensor Rows(Tensor outputs, Tensor x) =>
        functional.binary_cross_entropy_with_logits(outputs, x, reduction: Reduction.None).sum([1]).neg();

    /// <inheritdoc/>
    protected override Tensor MeanOfRows(Tensor outputs, Tensor x) =>
        functional.binary_cross_entropy_with_logits(outputs, x, reduction: Reduction.Sum) / -x.shape[0];

    // Σ_d x_d l_d − ln(1 + e^{l_d}): the first sum is a product of matrices, and x is not copied for each sample.
    /// <inheritdoc/>
    protected override Tensor Samples(Tensor outputs, Tensor x) => BernoulliSums.Fits(outputs, x)
        ? BernoulliSums.Of(outputs, x)
        : outputs.matmul(x.unsqueeze(2)).squeeze(2) - functional.softplus(outputs).sum([2]);
}

/// <summary>Where the variance of a Gaussian likelihood comes from.</summary>
public enum VarianceKind
{
    /// <summary>It is given.</summary>
    Fixed,

    /// <summary>One number is learned for all dimensions and all z.</summary>
    Shared,

    /// <summary>The decoder puts out one for each dimension.</summary>
    PerDimension,
}

/// <summary>
/// Independent normal entries, \(\ln p(x|z) = -\tfrac12\sum_d\bigl(\ln 2\pi\sigma_d^2 + (x_d-\mu_d)^2/\sigma_d^2\bigr)\). Outputs: μ, and then ln σ² where it is learned.
/// </summary>
/// <param name="Kind">Where σ² comes from.</param>
/// <param name="Variance">σ² > 0, used when fixed.</param>
public sealed record GaussianLikelihood(VarianceKind Kind = VarianceKind.Fixed, double Variance = 1) : Likelihood
{
    /// <summary>σ² when fixed.</summary>
    public double Variance { get; } = Require.Positive(Variance, nameof(Variance));

    /// <inheritdoc/>
    public override int SharedOutputs => Kind == VarianceKind.Shared ? 1 : 0;

    /// <inheritdoc/>
    public override int Outputs(int dimensions) => Kind switch
    {
        VarianceKind.Fixed => dimensions,
        VarianceKind.Shared => dimensions + 1,
        _ => 2 * dimensions,
    };

    /// <inheritdoc/>
    public override Tensor Mean(Tensor outputs) => outputs.narrow(1, 0, Dimensions(outputs));

    /// <inheritdoc/>
    public override Tensor Sample(Tensor outputs, Generator generator)
    {
        Require.Generator(generator);
        using var scope = NewDisposeScope();
        var mean = Mean(outputs);
        return (mean + (0.5 * LogVariance(outputs)).exp() * randn(mean.shape, mean.dtype, generator: generator)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override Tensor Rows(Tensor outputs, Tensor x)
    {
        var logVar = LogVariance(outputs); // [N, D], [N, 1] or [1]
        var each = Math.Log(2 * Math.PI) + logVar + (x - Mean(outputs)).square() * (-logVar).exp(); // [N, D]
        return -0.5 * each.sum([1]);
    }

    private long Dimensions(Tensor outputs) => Kind switch
    {
        VarianceKind.Fixed => outputs.shape[1],
        VarianceKind.Shared => outputs.shape[1] - 1,
        _ => outputs.shape[1] / 2,
    };

    private Tensor LogVariance(Tensor outputs)
    {
        var d = Dimensions(outputs);
        return Kind == VarianceKind.Fixed ? full([1], Math.Log(Variance), outputs.dtype) : outputs.narrow(1, d, outputs.shape[1] - d);
    }
}
