using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Tests.Data;

public sealed class ToyTests
{
    [Fact]
    public void Two_moons_without_noise_lie_on_their_circles()
    {
        using var generator = new Generator(1);
        var (x, labels) = Toy.TwoMoons(101, 0, generator);
        var (points, classes) = (x.Values(), labels.data<long>().ToArray());
        Assert.Equal(50, classes.Count(c => c == 0));
        for (var n = 0; n < 101; n++)
        {
            var (cx, cy) = classes[n] == 0 ? (0.0, 0.0) : (1.0, 0.5);
            Assert.Equal(1, Math.Pow(points[2 * n] - cx, 2) + Math.Pow(points[2 * n + 1] - cy, 2), 1e-12);
            Assert.True(classes[n] == 0 ? points[2 * n + 1] >= 0 : points[2 * n + 1] <= 0.5);
        }
    }

    [Fact]
    public void The_curve_without_noise_is_a_sine()
    {
        using var generator = new Generator(1);
        var (x, t) = Toy.Curve(50, 0, generator);
        TestTensors.Near((t * Math.PI).sin(), x.select(1, 1), 1e-12);
        TestTensors.Near(t, x.select(1, 0), 1e-12);
    }

    [Fact]
    public void A_ring_of_eight_has_eight_distinct_modes()
    {
        using var generator = new Generator(1);
        var (x, labels) = Toy.Ring(1000, 8, 2, 0, generator);
        Assert.Equal(8, labels.data<long>().ToArray().Distinct().Count());
        Assert.All(x.square().sum([1]).Values(), r => Assert.Equal(4, r, 1e-12));
        var distinct = x.Values().Chunk(2).Select(p => (Math.Round(p[0], 6), Math.Round(p[1], 6))).Distinct();
        Assert.Equal(8, distinct.Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_points()
    {
        using var first = new Generator(9);
        using var second = new Generator(9);
        Assert.True(Toy.TwoMoons(30, 0.2, first).X.Equals(Toy.TwoMoons(30, 0.2, second).X));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        using var generator = new Generator(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => Toy.TwoMoons(10, -1, generator));
        Assert.Throws<ArgumentOutOfRangeException>(() => Toy.Curve(0, 0.1, generator));
        Assert.Throws<ArgumentNullException>(() => Toy.Curve(1, 0.1, null!));
    }

    [Fact]
    public void The_plume_follows_its_curve_and_grows_fuzzier()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(9);
        var (points, positions) = Toy.Plume(50_000, generator);
        var (x, z) = (points.Values(), positions.Values());
        var off = z.Select((t, i) => (T: t, E: x[2 * i] - Math.Sqrt(t) * Math.Cos(Math.PI / 4 * t), F: x[2 * i + 1] - Math.Sqrt(t) * Math.Sin(Math.PI / 4 * t))).ToArray();
        foreach (var (low, high) in new[] { (0.2, 0.25), (0.9, 0.95) })
        {
            var part = off.Where(p => p.T >= low && p.T < high).ToArray();
            var expected = part.Average(p => 0.01 * Math.Pow(p.T, 4));
            Assert.Equal(1, part.Average(p => p.E * p.E) / expected, 0.15);
            Assert.Equal(1, part.Average(p => p.F * p.F) / expected, 0.15);
        }

        Assert.InRange(z.Average(), 0.49, 0.51);
    }
}
