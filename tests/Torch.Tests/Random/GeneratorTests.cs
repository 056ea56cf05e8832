using static TorchSharp.torch;

namespace TorchSharp.Tests.Random;

public class GeneratorTests
{
    private static float[] Draw(Generator g)
    {
        using var scope = NewDisposeScope();
        return [
            .. randn(5, generator: g).data<float>(), .. rand(5, generator: g).data<float>(), .. zeros(5).uniform_(2, 3, g).data<float>(),
            .. randperm(9, float32, generator: g).data<float>(), .. bernoulli(full(9, 0.5), g).data<float>(),
            .. multinomial(ones(7), 3, generator: g).to(float32).data<float>(), .. normal(zeros(3), ones(3), g).data<float>(),
        ];
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        using var a = new Generator(5);
        using var b = new Generator(5);
        using var c = new Generator(6);
        var first = Draw(a);
        Assert.Equal(first, Draw(b));
        Assert.NotEqual(first, Draw(c));
        Assert.NotEqual(first, Draw(a));
        a.manual_seed(5);
        Assert.Equal(first, Draw(a));
        Assert.Equal(5, a.initial_seed());
    }

    [Fact]
    public void A_state_can_be_kept_and_restored()
    {
        using var a = new Generator(5);
        Draw(a);
        using var state = a.get_state();
        var next = Draw(a);
        using var b = new Generator(0);
        b.set_state(state);
        Assert.Equal(next, Draw(b));
        Assert.ThrowsAny<System.Runtime.InteropServices.ExternalException>(() => b.set_state(ones(3, uint8)));
    }

    [Fact]
    public void Samples_have_their_moments()
    {
        using var scope = NewDisposeScope();
        using var g = new Generator(1);
        var x = empty(200_000, float64).normal_(3, 2, g);
        Assert.Equal(3, x.mean().ToDouble(), 0.02);
        Assert.Equal(2, x.std().ToDouble(), 0.02);
        Assert.Equal(0.3, full(100_000, 0.3).bernoulli(g).mean().ToDouble(), 0.01);
        Assert.Equal(4, poisson(full(100_000, 4.0), g).mean().ToDouble(), 0.05);
        var counts = multinomial(tensor([1.0, 3, 0]), 100_000, replacement: true, g).bincount(null, minlength: 3);
        Assert.Equal(0.75, counts[1].ToDouble() / 100_000, 0.01);
        Assert.Equal(0, counts[2].ToInt64());
        Assert.Equal([10L, 19], aminmax(randint(10, 20, [10000], generator: g)));
    }

    private static long[] aminmax(Tensor t) => [t.min().ToInt64(), t.max().ToInt64()];
}
