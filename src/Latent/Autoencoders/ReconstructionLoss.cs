using Latent.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>How far a reconstruction is from what it should be.</summary>
public enum ReconstructionKind
{
    /// <summary>\(\|x-\hat x\|^2\).</summary>
    SquaredError,

    /// <summary>\(L_H(x,\hat x) = -\sum_d x_d\ln\hat x_d + (1-x_d)\ln(1-\hat x_d)\), the cross-entropy of Bernoulli variables; x and x̂ in [0, 1].</summary>
    CrossEntropy,
}

/// <summary>One more term of a loss.</summary>
/// <param name="Name">What it is called in histories.</param>
/// <param name="Weight">What it counts in the total.</param>
/// <param name="Value">A scalar, without the weight.</param>
public readonly record struct Penalty(string Name, double Weight, Tensor Value);

/// <summary>The loss of an autoencoder by its parts: each summed over dimensions, averaged over the batch.</summary>
public sealed record ReconstructionLoss : ILoss
{
    /// <summary>A loss of a reconstruction and perhaps penalties.</summary>
    /// <param name="reconstruction">Squared error, or nats of cross-entropy: a scalar.</param>
    /// <param name="penalties">What is added.</param>
    public ReconstructionLoss(Tensor reconstruction, params IReadOnlyList<Penalty> penalties)
    {
        (Reconstruction, Penalties) = (reconstruction, penalties);
        Total = penalties.Aggregate(reconstruction, (sum, p) => sum + p.Weight * p.Value);
    }

    /// <summary>Squared error, or nats of cross-entropy: a scalar.</summary>
    public Tensor Reconstruction { get; }

    /// <summary>What is added.</summary>
    public IReadOnlyList<Penalty> Penalties { get; }

    /// <inheritdoc/>
    public Tensor Total { get; }

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => Penalties.Count == 0
        ? []
        : [(nameof(Reconstruction), Reconstruction), .. Penalties.Select(p => (p.Name, p.Value))];

    /// <summary>This loss with one more penalty.</summary>
    public ReconstructionLoss With(Penalty penalty) => new(Reconstruction, [.. Penalties, penalty]);
}

/// <summary>The two ways to measure a reconstruction, one number for each row.</summary>
public static class Reconstructions
{
    /// <summary>The error of each row, summed over dimensions: [N].</summary>
    /// <param name="kind">Which.</param>
    /// <param name="output">What the decoder puts out before the activation <paramref name="activation"/>: [N, D].</param>
    /// <param name="activation">Turns it into x̂.</param>
    /// <param name="x">What should be reconstructed: [N, D].</param>
    public static Tensor Errors(this ReconstructionKind kind, Tensor output, Activation activation, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(x);
        if (!output.shape.SequenceEqual(x.shape))
            throw new ArgumentException($"Expected [{string.Join(", ", output.shape)}], the shape of the reconstruction, given [{string.Join(", ", x.shape)}].", nameof(x));
        Check(kind, activation, nameof(activation));
        // with s = σ: −x ln σ(a) − (1−x) ln(1−σ(a)), from a itself so that no logarithm of 0 is met
        return kind == ReconstructionKind.CrossEntropy
            ? functional.binary_cross_entropy_with_logits(output, x, reduction: Reduction.None).sum([1])
            : (x - activation.Apply(output)).square().sum([1]);
    }

    /// <summary>
    /// The least cross-entropy that any reconstruction can have: that of x̂ = x, \(H(x)=-\sum_d x_d\ln x_d+(1-x_d)\ln(1-x_d)\). Zero for black
    /// and white pixels only. [N, D] in [0, 1] → [N] nats.
    /// </summary>
    public static Tensor Entropies(Tensor x)
    {
        Require.Matrix(x, nameof(x));
        return (special.entr(x) + special.entr(1 - x)).sum([1]);
    }

    internal static void Check(ReconstructionKind kind, Activation output, string name)
    {
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(name, kind, "Expected squared error or cross-entropy.");
        if (kind == ReconstructionKind.CrossEntropy && output != Activation.Sigmoid)
            throw new ArgumentException($"Cross-entropy needs reconstructions in (0, 1): a sigmoid output, given {output}.", name);
    }
}
