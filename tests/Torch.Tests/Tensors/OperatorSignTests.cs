using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class OperatorSignTests
{
    private static readonly double[] A = [1.5, -2, 3], B = [2, 0.5, -4];

    private static void Is(Func<double, double, double> expected, Func<Tensor, Tensor, Tensor> actual)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(A.Zip(B, expected), actual(tensor(A), tensor(B)).data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-14);
    }

    [Fact]
    public void Arithmetic_means_what_it_means_for_numbers()
    {
        Is((a, b) => a + b, (a, b) => a + b);
        Is((a, b) => a - b, (a, b) => a - b);
        Is((a, b) => a * b, (a, b) => a * b);
        Is((a, b) => a / b, (a, b) => a / b);
        Is((a, b) => a - b * Math.Floor(a / b), (a, b) => a % b);
        Is((a, _) => -a, (a, _) => -a);
        Is((a, _) => a + 2, (a, _) => a + 2);
        Is((a, _) => 2 + a, (a, _) => 2 + a);
        Is((a, _) => a - 2, (a, _) => a - 2);
        Is((a, _) => 2 - a, (a, _) => 2 - a);
        Is((a, _) => a * 0.5, (a, _) => a * 0.5);
        Is((a, _) => a / 4, (a, _) => a / 4);
        Is((a, _) => 4 / a, (a, _) => 4 / a);
        Is((a, _) => 5 - a * Math.Floor(5 / a), (a, _) => 5 % a);
        Is((a, b) => a + 3 * b, (a, b) => a.add(b, alpha: 3));
    }

    [Fact]
    public void Comparisons_give_tensors_of_truth_values()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor([1, 2, 3]), tensor([3, 2, 1]));
        Assert.Equal([false, true, false], (a == b).data<bool>().ToArray());
        Assert.Equal([true, false, true], (a != b).data<bool>().ToArray());
        Assert.Equal([true, false, false], (a < b).data<bool>().ToArray());
        Assert.Equal([false, false, true], (a > 2).data<bool>().ToArray());
        Assert.Equal([true, true, false], (2 >= a).data<bool>().ToArray());
        Assert.Equal([false, true, false], ((a <= b) & (a > 1)).data<bool>().ToArray());
        Assert.Equal([false, true, true], (~(a == 1)).data<bool>().ToArray());
        Assert.True(a.Equals(tensor([1, 2, 3])));
        Assert.False(a.Equals(b));
        Assert.True(a.Equals((object)tensor([1, 2, 3])));
        Assert.False(a.Equals((object)tensor([1L, 2, 3])));
    }

    [Fact]
    public void What_works_in_place_returns_the_tensor_itself()
    {
        using var x = ones(3);
        Assert.Same(x, x.add_(1));
        using (NewDisposeScope())
            x.mul_(2).sub_(1).index_put_(tensor(5f), TensorIndex.Single(0));
        Assert.Equal([5f, 3, 3], x.data<float>().ToArray());
    }
}
