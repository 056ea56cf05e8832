using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop;

/// <summary>Mistakes are named before native code runs; libtorch's own errors arrive as exceptions.</summary>
public class ValidationTests
{
    [Fact]
    public void A_shape_of_another_count_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => tensor([1f, 2f, 3f], 2, 2));
        Assert.Contains("[2, 2] holds 4 elements, but 3 were given", error.Message);
        error = Assert.Throws<ArgumentException>(() => ones(6).reshape(4, 2));
        Assert.Equal("shape", error.ParamName);
        Assert.Contains("[4, 2] does not fit a tensor of 6 elements", error.Message);
        Assert.Throws<ArgumentException>(() => ones(6).view(-1, -1));
    }

    [Fact]
    public void Negative_sizes_are_named()
    {
        Assert.Contains("negative", Assert.Throws<ArgumentException>(() => zeros(2, -3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => eye(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => randperm(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => nn.Linear(-1, 2));
    }

    [Fact]
    public void Dimensions_that_do_not_exist_are_named()
    {
        using var a = ones(2, 3);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => a.sum(2));
        Assert.Equal("dim", error.ParamName);
        Assert.Contains("from -2 to 1, not 2", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => a.size(-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.max(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.transpose(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => a.unsqueeze(3 + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => a[2]);
        Assert.Throws<ArgumentException>(() => a[0, 0, 0]);
    }

    [Fact]
    public void A_number_needs_one_element_of_its_type()
    {
        using var several = ones(2, 2);
        using var one = ones(1);
        Assert.Contains("4 (shape [2, 2])", Assert.Throws<ArgumentException>(() => several.item<float>()).Message);
        Assert.Throws<ArgumentException>(() => several.ToDouble());
        Assert.Contains("reads Float64, but the tensor is Float32", Assert.Throws<ArgumentException>(() => one.item<double>()).Message);
        Assert.Contains("reads Int64", Assert.Throws<ArgumentException>(() => several.data<long>()).Message);
        Assert.Throws<ArgumentException>(() => several.data<char>());
        Assert.Equal(1, one.ToInt64());
    }

    [Fact]
    public void Disposed_tensors_say_so()
    {
        var a = ones(2);
        a.Dispose();
        a.Dispose();
        Assert.True(a.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => a + 1);
        Assert.Throws<ObjectDisposedException>(() => a.shape);
        Assert.Throws<ObjectDisposedException>(() => a.requires_grad);
        Assert.Throws<ObjectDisposedException>(() => a.backward());
        Assert.Throws<ObjectDisposedException>(() => cat([a, a]));
        Assert.Contains("disposed", a.ToString());
        using var generator = new Generator(1);
        generator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => rand(2, generator: generator));
    }

    [Fact]
    public void Libtorchs_errors_are_exceptions()
    {
        using var a = ones(2, 3);
        using var matrix = zeros(3, 3);
        Assert.ThrowsAny<ExternalException>(() => a + ones(4));
        Assert.ThrowsAny<ExternalException>(() => cat([a, ones(4)]));
        Assert.ThrowsAny<ExternalException>(() => a.to(int64).mean());
        Assert.ThrowsAny<ExternalException>(() => linalg.inv(matrix));
        Assert.ThrowsAny<ExternalException>(() => a.backward());
        Assert.ThrowsAny<ExternalException>(() => einsum("ij,jk->ik", a));
        Assert.ThrowsAny<ExternalException>(() => zeros(1L << 60));
        Assert.ThrowsAny<ExternalException>(() => a.to(int64).requires_grad = true);
        Assert.Equal("target", Assert.Throws<ArgumentNullException>(() => a.matmul(null!)).ParamName);
        Assert.Throws<ArgumentException>(() => cat([a, null!]));
        Assert.Throws<ArgumentException>(() => linalg.cholesky(a));
        Assert.Throws<ArgumentException>(() => linalg.eigh(ones(3)));
        Assert.Throws<ArgumentException>(() => cat([]));
        Assert.Throws<ArgumentException>(() => arange(0, 5, -1));
        Assert.Throws<ArgumentException>(() => randint(3, 3, [2]));
        Assert.Throws<ArgumentException>(() => nn.functional.mse_loss(ones(3), ones(3, 1)));
        Assert.Throws<ArgumentException>(() => new Device("gpu"));
        Assert.Throws<ArgumentOutOfRangeException>(() => nn.Dropout(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.Adam([nn.Parameter(ones(1))], -1));
        Assert.Throws<ArgumentException>(() => optim.SGD(Array.Empty<Modules.Parameter>(), 0.1));
    }
}
