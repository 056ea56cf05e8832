using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Tests.Data;

public sealed class CorruptionTests(MnistFixture mnist)
{
    [Theory]
    [InlineData(0, 784, 0)]
    [InlineData(0.1, 784, 78)]
    [InlineData(0.25, 10, 3)]
    [InlineData(0.5, 7, 4)]
    [InlineData(1, 784, 784)]
    public void Masking_takes_exactly_the_rounded_share_of_each_row(double fraction, int d, int expected)
    {
        using var scope = NewDisposeScope();
        var noise = new MaskingNoise(fraction);
        Assert.Equal(expected, noise.Count(d));
        var spoilt = noise.Apply(ones([50, d]), new Generator(1));
        Assert.All(spoilt.eq(0).sum(1).to_type(ScalarType.Float64).Values(), zeros => Assert.Equal(expected, zeros));
        Assert.All(spoilt.ne(0).logical_and(spoilt.ne(1)).Values(), other => Assert.Equal(0, other));
    }

    // Every subset of 2 of 5 components is equally likely: χ² over the 10 subsets, 9 degrees of freedom, 99.9 % quantile 27.9.
    [Fact]
    public void Every_subset_is_equally_likely()
    {
        using var scope = NewDisposeScope();
        var spoilt = new MaskingNoise(0.4).Apply(ones([50_000, 5], ScalarType.Float64), new Generator(2));
        var weights = tensor(new double[] { 1, 2, 4, 8, 16 });
        var counts = spoilt.matmul(weights).Values().GroupBy(code => code).Select(g => g.Count()).ToArray();
        Assert.Equal(10, counts.Length);
        Assert.InRange(counts.Sum(c => (c - 5000.0) * (c - 5000.0) / 5000), 0, 27.9);
    }

    [Fact]
    public void Salt_and_pepper_changes_at_most_the_share_and_tosses_a_fair_coin()
    {
        using var scope = NewDisposeScope();
        var spoilt = new SaltAndPepperNoise(0.25).Apply(full([1000, 100], 0.5f), new Generator(3));
        Assert.All(spoilt.ne(0.5).sum(1).to_type(ScalarType.Float64).Values(), changed => Assert.Equal(25, changed));
        var salt = spoilt.eq(1).sum().item<long>();
        Assert.InRange(salt, 12_500 - 4 * 79, 12_500 + 4 * 79); // σ = √(25,000/4) = 79
    }

    [Fact]
    public void Gaussian_noise_has_the_mean_and_deviation_asked_for()
    {
        using var scope = NewDisposeScope();
        var noise = new GaussianNoise(0.3).Apply(full([1000, 100], 2.0, ScalarType.Float64), new Generator(4));
        Assert.Equal(2, noise.mean().item<double>(), 4 * 0.3 / Math.Sqrt(1e5));
        Assert.Equal(0.3, noise.std().item<double>(), 4 * 0.3 / Math.Sqrt(2e5));
    }

    [Fact]
    public void The_image_given_stays_and_the_same_seed_gives_the_same_bits()
    {
        using var scope = NewDisposeScope();
        var x = mnist.Test.Take(20).Images;
        var before = x.Values();
        foreach (var noise in new Corruption[] { new MaskingNoise(0.3), new SaltAndPepperNoise(0.3), new GaussianNoise(0.1), new NoCorruption() })
        {
            Assert.Equal(noise.Apply(x, new Generator(5)).Values(), noise.Apply(x, new Generator(5)).Values());
            Assert.Equal(before, x.Values());
        }
    }

    [Fact]
    public void A_transposed_view_is_spoilt_by_rows_as_any_other()
    {
        using var scope = NewDisposeScope();
        var spoilt = new MaskingNoise(0.5).Apply(ones([6, 4]).t(), new Generator(6));
        Assert.Equal([4, 6], spoilt.shape);
        Assert.All(spoilt.sum(1).to_type(ScalarType.Float64).Values(), left => Assert.Equal(3, left));
    }

    [Fact]
    public void Bad_options_are_named()
    {
        Assert.Contains("ν in [0, 1], given 1.5", Assert.Throws<ArgumentOutOfRangeException>(() => new MaskingNoise(1.5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SaltAndPepperNoise(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaskingNoise(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianNoise(-1));
        using var empty = zeros([0, 5]);
        Assert.Contains("given [0, 5]", Assert.Throws<ArgumentException>(() => new MaskingNoise(0.5).Apply(empty, new Generator(1))).Message, StringComparison.Ordinal);
    }
}
