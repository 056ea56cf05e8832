using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class IndexingTests
{
    private static Tensor Grid() => arange(12).reshape(3, 4);

    private static long[] Values(Tensor t) => t.data<long>().ToArray();

    [Fact]
    public void Places_ranges_and_ellipsis_are_views()
    {
        using var scope = NewDisposeScope();
        var a = Grid();
        Assert.Equal([4, 5, 6, 7], Values(a[1]));
        Assert.Equal([8, 9, 10, 11], Values(a[-1]));
        Assert.Equal(6, a[1, 2].ToInt64());
        Assert.Equal([1, 5, 9], Values(a[TensorIndex.Colon, 1]));
        Assert.Equal([3, 7, 11], Values(a[TensorIndex.Ellipsis, ^1]));
        Assert.Equal([4, 5, 8, 9], Values(a[1.., ..2]));
        Assert.Equal([5, 6], Values(a[1, 1..^1]));
        Assert.Equal([0, 2, 8, 10], Values(a[TensorIndex.Slice(step: 2), TensorIndex.Slice(step: 2)]));
        Assert.Equal([3, 1, 4], a[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([0], a[3..].shape[..1]);
        Assert.Equal([1, 3, 4], a[true].shape);
        Assert.Equal([0, 3, 4], a[false].shape);
        a[0].fill_(-1);
        Assert.Equal(-4, a[0].sum().ToInt64());
    }

    [Fact]
    public void Tensors_pick_and_masks_select()
    {
        using var scope = NewDisposeScope();
        var a = Grid();
        Assert.Equal([8, 9, 10, 11, 0, 1, 2, 3], Values(a[tensor([2L, 0L])]));
        Assert.Equal([1, 11], Values(a[tensor([0L, 2L]), tensor([1L, 3L])]));
        Assert.Equal([9, 10, 11], Values(a[a > 8]));
        Assert.Equal([2, 10], Values(a[tensor([true, false, true]), 2]));
        Assert.Equal([0, 4, 8, 3, 7, 11], Values(a[TensorIndex.Colon, tensor([0L, 3L])].T));
        var cube = arange(24).reshape(2, 3, 4);
        var mask = tensor(new[,] { { true, false, false }, { false, false, true } });
        Assert.Equal([1, 21], Values(cube[mask, 1]));
        Assert.Equal([3, 2], cube[TensorIndex.Tensor(mask), TensorIndex.Slice(0, 3)].T.shape);
    }

    [Fact]
    public void Setters_write_through()
    {
        using var scope = NewDisposeScope();
        var a = Grid();
        a[1] = zeros([4], int64);
        a[TensorIndex.Colon, 0] = tensor([-1L, -2L, -3L]);
        a[2, 1..] = tensor(7L);
        Assert.Equal([-1, 1, 2, 3, -2, 0, 0, 0, -3, 7, 7, 7], Values(a));
        a[a < 0] = tensor(5L);
        a[tensor([0L, 1L]), tensor([1L, 1L])] = tensor([8.0, 9.0]);
        Assert.Equal([5, 8, 2, 3, 5, 9, 0, 0, 5, 7, 7, 7], Values(a));
    }

    [Fact]
    public void Writing_reaches_the_gradient()
    {
        using var scope = NewDisposeScope();
        var x = ones([3], float64, requires_grad: true);
        var y = zeros([2, 3], float64);
        y[1] = x * 2;
        y.sum().backward();
        Assert.Equal([2.0, 2, 2], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Gather_scatter_and_index_functions()
    {
        using var scope = NewDisposeScope();
        var a = Grid();
        var places = tensor(new long[,] { { 3, 0 }, { 1, 1 }, { 2, 3 } });
        Assert.Equal([3, 0, 5, 5, 10, 11], Values(a.gather(1, places)));
        var counts = zeros([3, 4], int64).scatter_add_(1, places, ones([3, 2], int64));
        Assert.Equal([1, 0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 1], Values(counts));
        Assert.Equal([8, 0], Values(a.index_select(0, tensor([2L, 0L]))[TensorIndex.Colon, 0]));
        Assert.Equal([3, 4], Values(zeros([2], int64).index_add_(0, tensor([0L, 1L, 0L]), tensor([1L, 4L, 2L]), 1)));
        Assert.Equal([9, 1, 9], Values(ones([3], int64).index_fill_(0, tensor([0L, 2L]), 9)));
        Assert.Equal([0, 0, 2], Values(tensor([5L, 6L, 2L]).masked_fill(tensor([true, true, false]), 0)));
        Assert.Equal([1, 2], Values(tensor([0L, 3L, 4L]).nonzero().flatten()));
    }
}
