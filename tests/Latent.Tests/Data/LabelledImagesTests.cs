using static TorchSharp.torch;

namespace Latent.Tests.Data;

public sealed class LabelledImagesTests(MnistFixture mnist)
{
    [Fact]
    public void Take_keeps_the_first_and_never_more_than_there_are()
    {
        Assert.Equal(7, mnist.Test.Take(7).Count);
        Assert.Equal(10000, mnist.Test.Take(20000).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist.Test.Take(-1));
    }

    [Fact]
    public void OfClass_keeps_one_class_only()
    {
        using var ones = mnist.Test.OfClass(1);
        Assert.Equal(1135, ones.Count);
        Assert.All(ones.LabelArray(), label => Assert.Equal(1, label));
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist.Test.OfClass(10));
    }

    [Fact]
    public void At_gives_chosen_images_in_their_order()
    {
        using var two = mnist.Test.At(3, 0);
        Assert.Equal([0, 7], two.LabelArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist.Test.At(10000));
    }

    [Fact]
    public void Ordered_batches_cover_all_images_in_order()
    {
        using var scope = NewDisposeScope();
        var batches = mnist.Test.Take(1000).Batches(300).ToList();
        Assert.Equal([300, 300, 300, 100], batches.Select(b => b.Count));
        Assert.Equal(mnist.Test.Take(1000).LabelArray(), batches.SelectMany(b => b.LabelArray()));
    }

    [Fact]
    public void Shuffled_batches_are_a_permutation_fixed_by_the_generator()
    {
        using var scope = NewDisposeScope();
        long[] Order(ulong seed)
        {
            using var generator = new Generator(seed);
            return [.. mnist.Test.Take(1000).Batches(64, generator).SelectMany(b => b.LabelArray())];
        }

        var first = Order(5);
        Assert.Equal(first, Order(5));
        Assert.NotEqual(first, Order(6));
        Assert.NotEqual(first, mnist.Test.Take(1000).LabelArray());
        Assert.Equal(first.Order(), mnist.Test.Take(1000).LabelArray().Order());
    }

    [Fact]
    public void A_batch_size_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist.Test.Batches(0));
}
