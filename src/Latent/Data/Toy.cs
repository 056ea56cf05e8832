using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>Small artificial data in the plane. The same generator state gives the same points.</summary>
public static class Toy
{
    /// <summary>Two interleaved half circles of radius 1, one a class.</summary>
    /// <param name="n">Points in all, ≥ 2; the first half is class 0.</param>
    /// <param name="noise">Standard deviation of Gaussian noise on each axis, ≥ 0.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <returns>X [n, 2] float64 and labels [n] int64.</returns>
    public static (Tensor X, Tensor Labels) TwoMoons(int n, double noise, Generator generator)
    {
        Check(n, 2, noise, generator);
        using var scope = NewDisposeScope();
        var upper = n / 2;
        var angle = rand([n, 1], ScalarType.Float64, generator: generator) * Math.PI; // [n, 1]
        var labels = arange(n, ScalarType.Int64).ge(upper).to_type(ScalarType.Int64); // [n]
        var lower = labels.to_type(ScalarType.Float64).unsqueeze(1); // [n, 1], 0 or 1

        // (\cos t, \sin t) and (1-\cos t, \tfrac12 - \sin t)
        var sign = lower * -2 + 1;
        var clean = cat([sign * angle.cos() + lower, sign * angle.sin() + lower * 0.5], 1); // [n, 2]
        return (Noisy(clean, noise, generator).MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }

    /// <summary>A curved line in the plane, a one-dimensional manifold: \((t,\ \sin \pi t)\) with t uniform in [−1, 1].</summary>
    /// <param name="n">Points, ≥ 1.</param>
    /// <param name="noise">Standard deviation of Gaussian noise on each axis, ≥ 0.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <returns>X [n, 2] float64 and the positions t [n] float64.</returns>
    public static (Tensor X, Tensor T) Curve(int n, double noise, Generator generator)
    {
        Check(n, 1, noise, generator);
        using var scope = NewDisposeScope();
        var t = rand([n], ScalarType.Float64, generator: generator) * 2 - 1; // [n]
        var clean = stack([t, (t * Math.PI).sin()], 1); // [n, 2]
        return (Noisy(clean, noise, generator).MoveToOuterDisposeScope(), t.MoveToOuterDisposeScope());
    }

    /// <summary>
    /// A curved line in the plane that grows fuzzier along its way: \((r\cos\varphi,\ r\sin\varphi)\) with \(r = \sqrt z\), \(\varphi = \tfrac14\pi z\) and z uniform in [0, 1), with
    /// Gaussian noise of standard deviation \(0.1z^2\) on each axis (Dürr 2016, lecture on variational autoencoders).
    /// </summary>
    /// <param name="n">Points, ≥ 1.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <returns>X [n, 2] float64 and the positions z [n] float64.</returns>
    public static (Tensor X, Tensor Z) Plume(int n, Generator generator)
    {
        Check(n, 1, 0, generator);
        using var scope = NewDisposeScope();
        var z = rand([n], ScalarType.Float64, generator: generator); // [n]
        var (r, angle) = (z.sqrt(), z * (Math.PI / 4));
        var clean = stack([r * angle.cos(), r * angle.sin()], 1); // [n, 2]
        var noise = randn([n, 2], ScalarType.Float64, generator: generator) * (0.1 * z.square()).unsqueeze(1);
        return ((clean + noise).MoveToOuterDisposeScope(), z.MoveToOuterDisposeScope());
    }

    /// <summary>A ring of Gaussians with equal weights, evenly spaced (the last is not the first again).</summary>
    /// <param name="n">Points, ≥ 1.</param>
    /// <param name="modes">Gaussians, ≥ 1.</param>
    /// <param name="radius">Of the ring.</param>
    /// <param name="deviation">Standard deviation of each Gaussian on each axis, ≥ 0.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <returns>X [n, 2] float64 and the Gaussian each point is from, [n] int64.</returns>
    public static (Tensor X, Tensor Labels) Ring(int n, int modes, double radius, double deviation, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modes, 1);
        double[] angles = [.. Enumerable.Range(0, modes).Select(m => 2 * Math.PI * m / modes)];
        return Mixture(n, [.. angles.Select(a => (radius * Math.Cos(a), radius * Math.Sin(a)))], deviation, generator);
    }

    /// <summary>Gaussians around given centres, with equal weights.</summary>
    /// <param name="n">Points, ≥ 1.</param>
    /// <param name="centres">At least one.</param>
    /// <param name="deviation">Standard deviation of each Gaussian on each axis, ≥ 0.</param>
    /// <param name="generator">Source of randomness.</param>
    /// <returns>X [n, 2] float64 and the Gaussian each point is from, [n] int64.</returns>
    public static (Tensor X, Tensor Labels) Mixture(
        int n, IReadOnlyList<(double X, double Y)> centres, double deviation, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(centres);
        ArgumentOutOfRangeException.ThrowIfZero(centres.Count, nameof(centres));
        Check(n, 1, deviation, generator);
        using var scope = NewDisposeScope();
        var labels = randint(0, centres.Count, new long[] { n }, ScalarType.Int64, generator: generator); // [n]
        var means = tensor(centres.SelectMany(c => new[] { c.X, c.Y }).ToArray(), [centres.Count, 2], ScalarType.Float64);
        var clean = means.index_select(0, labels); // [n, 2]
        return (Noisy(clean, deviation, generator).MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }

    private static Tensor Noisy(Tensor clean, double deviation, Generator generator) =>
        clean + randn(clean.shape, ScalarType.Float64, generator: generator) * deviation;

    private static void Check(int n, int least, double noise, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, least);
        if (!(noise >= 0 && double.IsFinite(noise))) throw new ArgumentOutOfRangeException(nameof(noise), noise, "Expected a finite standard deviation ≥ 0.");
        ArgumentNullException.ThrowIfNull(generator);
    }
}
