using MathNet.Numerics.Distributions;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>Places in the space of codes that are worth decoding.</summary>
public static class LatentSpace
{
    /// <summary>Places on the straight line between two codes, both ends included: [1, k], [1, k] → [steps, k].</summary>
    /// <param name="from">[1, k].</param>
    /// <param name="to">[1, k].</param>
    /// <param name="steps">≥ 2.</param>
    public static Tensor Linear(Tensor from, Tensor to, int steps)
    {
        Ends(from, to, steps);
        using var scope = NewDisposeScope();
        var t = linspace(0, 1, steps, from.dtype).unsqueeze(1); // [steps, 1]
        return (from * (1 - t) + to * t).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Places on the arc between two codes, \(\tfrac{\sin(1-t)\theta}{\sin\theta}a + \tfrac{\sin t\theta}{\sin\theta}b\) (Shoemake 1985): unlike those of the straight line they
    /// keep the length of typical codes, \(\sqrt k\), where the prior has its mass.
    /// </summary>
    /// <inheritdoc cref="Linear"/>
    public static Tensor Spherical(Tensor from, Tensor to, int steps)
    {
        Ends(from, to, steps);
        using var scope = NewDisposeScope();
        var cosine = ((from * to).sum() / (from.norm() * to.norm())).clamp(-1, 1).to_type(ScalarType.Float64).item<double>();
        var angle = Math.Acos(double.IsFinite(cosine) ? cosine : 1);
        if (Math.Sin(angle) < 1e-6) return Linear(from, to, steps).MoveToOuterDisposeScope(); // the arc is a line, or not unique
        var t = linspace(0, 1, steps, from.dtype).unsqueeze(1); // [steps, 1]
        return (((1 - t) * angle).sin() * from + (t * angle).sin() * to).div_(Math.Sin(angle)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// A grid over the plane that holds equal parts of a standard normal prior in each cell: the inverse normal distribution function of an even grid over the
    /// unit square (Kingma &amp; Welling 2014, appendix A). Row by row from the top: [side², 2].
    /// </summary>
    /// <param name="side">Places on each axis, ≥ 1.</param>
    public static Tensor InverseNormalGrid(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        float[] places = [.. Enumerable.Range(0, side).Select(i => (float)Normal.InvCDF(0, 1, (i + 0.5) / side))];
        return tensor(places.Reverse().SelectMany(y => places.SelectMany(x => new[] { x, y })).ToArray(), [(long)side * side, 2]);
    }

    /// <summary>One code with one entry moved: [1, k], m values → [m, k].</summary>
    /// <param name="z">[1, k].</param>
    /// <param name="dimension">0 … k − 1.</param>
    /// <param name="values">What the entry becomes.</param>
    public static Tensor Perturb(Tensor z, int dimension, IReadOnlyList<double> values)
    {
        Require.Matrix(z, nameof(z));
        ArgumentNullException.ThrowIfNull(values);
        Require.Range(dimension, 0, (int)z.shape[1] - 1, nameof(dimension), "a latent dimension");
        using var scope = NewDisposeScope();
        var along = z.narrow(0, 0, 1).repeat(values.Count, 1);
        along.select(1, dimension).copy_(tensor(values.ToArray(), z.dtype));
        return along.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Samples of the aggregated posterior \(q(z) = \tfrac1N\sum_n q(z|x_n)\), one an observation; where it differs from the prior, samples of the prior decode badly:
    /// [N, D] → [N, k].
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="generator">Source of the samples.</param>
    public static Tensor AggregatedPosterior(this GaussianVae model, Tensor x, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        return model.Codes(x, randn([x.shape[0], model.Latent], x.dtype, generator: Require.Generator(generator))).MoveToOuterDisposeScope();
    }

    private static void Ends(Tensor from, Tensor to, int steps)
    {
        Require.Matrix(from, nameof(from));
        Require.Matrix(to, nameof(to), from.shape[1]);
        if (from.shape[0] != 1 || to.shape[0] != 1)
            throw new ArgumentException($"Expected two codes [1, {from.shape[1]}], given {from.shape[0]} and {to.shape[0]} rows.", nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
    }
}
