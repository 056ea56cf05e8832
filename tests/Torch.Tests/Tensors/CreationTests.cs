using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class CreationTests
{
    [Fact]
    public void Types_follow_the_numbers()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(int64, arange(5).dtype);
        Assert.Equal(float32, arange(0, 1, 0.25).dtype);
        Assert.Equal(float64, tensor([1.0, 2.0]).dtype);
        Assert.Equal(float32, tensor([1.0, 2.0], dtype: float32).dtype);
        Assert.Equal(int32, tensor([1, 2]).dtype);
        Assert.Equal(ScalarType.Bool, tensor(true).dtype);
        Assert.Equal(float32, full(2, 1.5).dtype);
        Assert.Equal(int64, full(2, 1).dtype);
        Assert.Equal(float32, zeros(2).dtype);
        Assert.Equal(ScalarType.Byte, zeros([2], uint8).dtype);
        Assert.Equal(ScalarType.ComplexFloat64, tensor([new System.Numerics.Complex(1, 2)]).dtype);
    }

    [Fact]
    public void Arrays_keep_values_and_shape()
    {
        using var scope = NewDisposeScope();
        var matrix = tensor(new[,] { { 1.0, 2.0, 3.0 }, { 4.0, 5.0, 6.0 } });
        Assert.Equal([2, 3], matrix.shape);
        Assert.Equal(6, matrix[1, 2].ToDouble());
        Assert.Equal([2, 2, 2], tensor(new float[2, 2, 2]).shape);
        Assert.Equal([2, 3], tensor(new List<int> { 1, 2, 3, 4, 5, 6 }, 2, 3).shape);
        Assert.Equal([3, 2], tensor([1f, 2, 3, 4, 5, 6], [3L, 2L]).shape);
        Assert.Equal([0], tensor(Array.Empty<float>()).shape);
        Assert.Empty(tensor(3.0).shape);
        Assert.Equal(new[,] { { 1.0, 2.0, 3.0 }, { 4.0, 5.0, 6.0 } }, matrix.data<double>().ToNDArray());
        Assert.True(tensor(1.0, requires_grad: true).requires_grad);
    }

    [Fact]
    public void Buffers_share_memory_and_stay_pinned()
    {
        using var scope = NewDisposeScope();
        var array = new float[] { 1, 2, 3, 4 };
        var shared = frombuffer(array, float32, count: 2, offset: 1);
        array[1] = 20;
        Assert.Equal([20f, 3f], shared.data<float>().ToArray());
        shared.mul_(2);
        Assert.Equal([1f, 40, 6, 4], array);
        Assert.Throws<ArgumentOutOfRangeException>(() => frombuffer(array, float32, count: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => frombuffer(array, float32, offset: 5));
    }

    [Fact]
    public void Regular_values()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0.0, 0.5, 1.0], linspace(0, 1, 3, float64).data<double>().ToArray());
        Assert.Equal([5L, 3, 1], arange(5, 0, -2).data<long>().ToArray());
        Assert.Equal([1f, 0, 0, 0, 1, 0], eye(2, 3).data<float>().ToArray());
        Assert.Equal([1.0, 10, 100], logspace(0, 2, 3, dtype: float64).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(2.0, full_like(zeros(2, 2), 2).mean().ToDouble());
        Assert.Equal([2, 2], ones_like(zeros([2, 2], int32)).shape);
    }

    [Fact]
    public void Accessors_read_and_write_whatever_the_strides()
    {
        using var scope = NewDisposeScope();
        var a = arange(6, float64).reshape(2, 3);
        var version = a._version;
        var transposed = a.T.data<double>();
        Assert.Equal([0.0, 3, 1, 4, 2, 5], transposed.ToArray());
        Assert.Equal(4, transposed[1, 1]);
        Assert.Equal(4, transposed[3]);
        transposed[2, 0] = 9;
        Assert.Equal(9, a[0, 2].ToDouble());
        Assert.True(a._version > version);
        Assert.Throws<InvalidOperationException>(() => a.T.bytes.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => transposed[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => transposed[6]);
        Assert.Throws<ArgumentException>(() => transposed[1, 1, 1]);
        MemoryMarshal.Cast<byte, double>(a.bytes).Fill(2);
        Assert.Equal(12, a.sum().ToDouble());
        a.data<double>().CopyFrom([7.0, 8.0], tensorIndex: 4);
        var some = new double[3];
        a.data<double>().CopyTo(some, 1, 4);
        Assert.Equal([0.0, 7, 8], some);
        Assert.Equal(23, a.data<double>().Sum());
    }

    [Fact]
    public void A_write_through_an_accessor_is_seen_by_backward()
    {
        using var scope = NewDisposeScope();
        var x = ones([2], float64, requires_grad: true);
        var y = x * 1;
        var z = y.square().sum();
        y.data<double>()[0] = 5;
        var error = Assert.Throws<TorchException>(() => z.backward());
        Assert.Contains("modified by an inplace operation", error.Message);
    }
}
