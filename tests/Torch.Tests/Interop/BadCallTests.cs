using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop;

/// <summary>Calls that cannot be answered: each is refused with the right exception, which names what is wrong.</summary>
public class BadCallTests
{
    private static readonly Dictionary<string, (Func<object?> Call, Type Exception, string Message)> Calls = new()
    {
        // Shapes.
        ["reshape"] = (() => ones(6).reshape(4, 2), typeof(ArgumentException), "[4, 2]"),
        ["view"] = (() => ones(6).view(-1, -1), typeof(ArgumentException), "shape"),
        ["zeros, negative"] = (() => zeros(2, -3), typeof(ArgumentException), "negative"),
        ["expand"] = (() => ones(2, 3).expand(2, 4), typeof(TorchException), "expanded size"),
        ["broadcast_to"] = (() => broadcast_to(ones(3), 2, 4), typeof(TorchException), "expanded size"),
        ["broadcast"] = (() => ones(2, 3) + ones(2, 4), typeof(TorchException), "must match the size"),
        ["matmul"] = (() => ones(2, 3).matmul(ones(4, 5)), typeof(TorchException), "cannot be multiplied (2x3 and 4x5)"),
        ["bmm"] = (() => bmm(ones(2, 3, 4), ones(2, 3, 4)), typeof(TorchException), "batch2"),
        ["cat"] = (() => cat([ones(2, 3), ones(2, 4)]), typeof(TorchException), "Sizes of tensors must match"),
        ["stack"] = (() => stack([ones(2), ones(3)]), typeof(TorchException), "equal size"),
        ["stack of nothing"] = (() => stack([]), typeof(ArgumentException), "tensors"),
        ["tensor of another count"] = (() => tensor([1f, 2f, 3f], 2, 2), typeof(ArgumentException), "[2, 2] holds 4 elements, but 3 were given"),
        ["unflatten"] = (() => ones(6).unflatten(0, 4, 2), typeof(ArgumentException), "[4, 2]"),
        ["einsum"] = (() => einsum("ij,jk", ones(2, 3)), typeof(TorchException), "einsum"),
        ["cholesky of no square"] = (() => linalg.cholesky(ones(2, 3)), typeof(ArgumentException), "[2, 3]"),
        ["inv of a singular matrix"] = (() => linalg.inv(zeros(3, 3)), typeof(TorchException), "singular"),
        ["solve"] = (() => linalg.solve(eye(3), ones(4)), typeof(TorchException), "solve"),
        ["eigh of a vector"] = (() => linalg.eigh(ones(3)), typeof(ArgumentException), "[3]"),
        ["det of no square"] = (() => det(ones(2, 3)), typeof(ExternalError), "square"),
        ["fft over nothing"] = (() => fft.fft_(ones(0)), typeof(TorchException), "fft"),
        ["as_strided beyond the memory"] = (() => ones(4).as_strided([3], [2]), typeof(TorchException), "out of bounds"),
        ["a shape without room"] = (() => zeros(1L << 60), typeof(TorchException), "zeros"),
        ["a shape beyond counting"] = (() => zeros(1L << 40, 1L << 40), typeof(TorchException), "zeros"),

        // Dimensions and places.
        ["sum(dim)"] = (() => ones(2, 3).sum(2), typeof(ArgumentOutOfRangeException), "from -2 to 1, not 2"),
        ["mean(dims)"] = (() => ones(2, 3).mean([5]), typeof(ArgumentOutOfRangeException), "from -2 to 1, not 5"),
        ["max(dim)"] = (() => ones(2, 3).max(-3), typeof(ArgumentOutOfRangeException), "not -3"),
        ["max of nothing"] = (() => zeros(0).max(), typeof(TorchException), "max"),
        ["argmax of nothing"] = (() => zeros(0).argmax(), typeof(TorchException), "argmax"),
        ["transpose"] = (() => ones(2, 3).transpose(0, 2), typeof(ArgumentOutOfRangeException), "not 2"),
        ["permute"] = (() => ones(2, 3).permute(0, 0), typeof(TorchException), "permute"),
        ["unsqueeze"] = (() => ones(2, 3).unsqueeze(4), typeof(ArgumentOutOfRangeException), "not 4"),
        ["size"] = (() => ones(2, 3).size(2), typeof(ArgumentOutOfRangeException), "not 2"),
        ["cumsum"] = (() => ones(2).cumsum(1), typeof(ArgumentOutOfRangeException), "not 1"),
        ["sort"] = (() => ones(2).sort(1), typeof(ArgumentOutOfRangeException), "not 1"),
        ["flip"] = (() => ones(2).flip(1), typeof(ArgumentOutOfRangeException), "not 1"),
        ["softmax"] = (() => ones(2).softmax(1), typeof(ExternalError), "1"),
        ["index"] = (() => ones(2)[2], typeof(ArgumentOutOfRangeException), "2"),
        ["index from the end"] = (() => ones(2)[-3], typeof(ArgumentOutOfRangeException), "-3"),
        ["more indices than dimensions"] = (() => ones(2, 3)[0, 0, 0], typeof(ArgumentException), "index"),
        ["two ellipses"] = (() => ones(2, 3)[TensorIndex.Ellipsis, TensorIndex.Ellipsis], typeof(ArgumentException), "one ellipsis"),
        ["a step back"] = (() => ones(5)[TensorIndex.Slice(4, 0, -1)], typeof(ArgumentOutOfRangeException), "step"),
        ["a place in a tensor"] = (() => ones(3)[tensor([3L])], typeof(TorchException), "out of bounds"),
        ["a mask of another shape"] = (() => ones(3)[tensor([true, false])], typeof(TorchException), "mask"),
        ["select"] = (() => ones(2, 3).select(1, 3), typeof(ArgumentOutOfRangeException), "3"),
        ["narrow"] = (() => ones(3).narrow(0, 2, 2), typeof(ExternalError), "narrow"),
        ["gather"] = (() => ones(3).gather(0, tensor([5L])), typeof(TorchException), "out of bounds"),
        ["scatter_"] = (() => ones(3).scatter_(0, tensor([-1L]), ones(1)), typeof(TorchException), "out of bounds"),
        ["index_select"] = (() => ones(3).index_select(0, tensor([3L])), typeof(TorchException), "index"),
        ["take"] = (() => ones(3).take(tensor([7L])), typeof(TorchException), "out of range"),
        ["kthvalue"] = (() => ones(3).kthvalue(4, 0), typeof(ExternalError), "4"),
        ["topk"] = (() => ones(3).topk(4), typeof(ExternalError), "4"),
        ["chunk"] = (() => ones(3).chunk(0), typeof(ExternalError), "chunk"),
        ["split"] = (() => ones(3).split([1L, 1]), typeof(ExternalError), "split"),
        ["unfold"] = (() => ones(3).unfold(0, 4, 1), typeof(ExternalError), "4"),
        ["accessor"] = (() => ones(3).data<float>()[3], typeof(ArgumentOutOfRangeException), "3"),

        // Types.
        ["data<long>"] = (() => ones(2).data<long>(), typeof(ArgumentException), "reads Int64"),
        ["data<char>"] = (() => ones(2).data<char>(), typeof(ArgumentException), "Char"),
        ["item<double>"] = (() => ones(1).item<double>(), typeof(ArgumentException), "reads Float64, but the tensor is Float32"),
        ["item of several"] = (() => ones(2, 2).item<float>(), typeof(ArgumentException), "4 (shape [2, 2])"),
        ["ToDouble of several"] = (() => ones(2, 2).ToDouble(), typeof(ArgumentException), "[2, 2]"),
        ["mean of integers"] = (() => ones(2, int64).mean(), typeof(TorchException), "mean"),
        ["gradient of integers"] = (() => ones(2, int64).requires_grad_(), typeof(TorchException), "floating point"),
        ["shift of truth values"] = (() => bitwise_left_shift(ones(2).@bool(), ones(2).@bool()), typeof(TorchException), "not implemented"),
        ["and of real numbers"] = (() => ones(2) & ones(2), typeof(TorchException), "bitwise_and"),
        ["dot of two types"] = (() => dot(ones(2), ones(2, float64)), typeof(TorchException), "same dtype"),
        ["indices of real numbers"] = (() => ones(2).index_select(0, ones(1)), typeof(TorchException), "index"),
        ["a result that does not fit"] = (() => ones(2, int64).add_(0.5), typeof(TorchException), "can't be cast"),
        ["complex to the floor"] = (() => floor(complex(ones(2), ones(2))), typeof(TorchException), "not supported for complex"),
        ["default type"] = (() => { set_default_dtype(int64); return null; }, typeof(ArgumentException), "Int64"),
        ["names"] = (() => zeros(2, names: ["rows"]), typeof(ArgumentException), "names"),

        // Devices.
        ["cuda"] = (() => zeros(2, device: CUDA), typeof(ArgumentException), "cuda"),
        ["cuda by name"] = (() => ones(2).to("cuda:1"), typeof(ArgumentException), "cuda:1"),
        ["cuda()"] = (() => ones(2).cuda(), typeof(ArgumentException), "cuda"),
        ["randn on cuda"] = (() => randn(2, device: CUDA), typeof(ArgumentException), "cuda"),
        ["an unknown device"] = (() => new Device("gpu"), typeof(ArgumentException), "gpu"),

        // Nothing.
        ["null: +"] = (() => ones(2) + (Tensor)null!, typeof(ArgumentNullException), "right"),
        ["null: matmul"] = (() => ones(2).matmul(null!), typeof(ArgumentNullException), "target"),
        ["null: cat"] = (() => cat(null!), typeof(ArgumentNullException), "tensors"),
        ["null: in cat"] = (() => cat([ones(2), null!]), typeof(ArgumentException), "tensors"),
        ["null: exp"] = (() => exp(null!), typeof(ArgumentNullException), "input"),
        ["null: copy_"] = (() => ones(2).copy_(null!), typeof(ArgumentNullException), "null"),
        ["null: where"] = (() => where(null!, ones(2), ones(2)), typeof(ArgumentNullException), "condition"),
        ["null: gather"] = (() => ones(2).gather(0, null!), typeof(ArgumentNullException), "index"),
        ["null: array"] = (() => tensor((float[])null!), typeof(ArgumentNullException), "rawArray"),
        ["null: shape"] = (() => zeros((long[])null!), typeof(ArgumentNullException), "size"),
        ["null: indices"] = (() => ones(2)[(TensorIndex[])null!], typeof(ArgumentNullException), "indices"),
        ["null: einsum"] = (() => einsum(null!, ones(2)), typeof(ArgumentNullException), "equation"),
        ["null: solve"] = (() => linalg.solve(eye(2), null!), typeof(ArgumentNullException), "B"),
        ["null: svd"] = (() => linalg.svd(null!), typeof(ArgumentNullException), "input"),

        // Disposed.
        ["disposed: +"] = (() => Disposed() + 1, typeof(ObjectDisposedException), "disposed"),
        ["disposed: shape"] = (() => Disposed().shape, typeof(ObjectDisposedException), "disposed"),
        ["disposed: item"] = (() => Disposed().item<float>(), typeof(ObjectDisposedException), "disposed"),
        ["disposed: data"] = (() => Disposed().data<float>(), typeof(ObjectDisposedException), "disposed"),
        ["disposed: index"] = (() => Disposed()[0], typeof(ObjectDisposedException), "disposed"),
        ["disposed: cat"] = (() => cat([ones(2), Disposed()]), typeof(ObjectDisposedException), "disposed"),
        ["disposed: other"] = (() => ones(2).add_(Disposed()), typeof(ObjectDisposedException), "disposed"),
        ["disposed: backward"] = (() => { Disposed().backward(); return null; }, typeof(ObjectDisposedException), "disposed"),
        ["disposed: generator"] = (() => { var g = new Generator(1); g.Dispose(); return rand(2, generator: g); }, typeof(ObjectDisposedException), "disposed"),

        // Numbers.
        ["arange"] = (() => arange(0, 5, -1), typeof(ArgumentException), "step"),
        ["linspace"] = (() => linspace(0, 1, -1), typeof(ArgumentOutOfRangeException), "steps"),
        ["eye"] = (() => eye(-1), typeof(ArgumentOutOfRangeException), "rows"),
        ["randint"] = (() => randint(3, 3, [2]), typeof(ArgumentException), "high"),
        ["randperm"] = (() => randperm(-1), typeof(ArgumentOutOfRangeException), "n"),
        ["multinomial"] = (() => multinomial(tensor([-1f, 2f]), 1), typeof(TorchException), "multinomial"),
        ["bernoulli"] = (() => bernoulli(tensor([1.5f])), typeof(TorchException), "p_in <= 1"),
        ["normal_"] = (() => ones(2).normal_(0, -1), typeof(TorchException), "std"),
        ["cdist"] = (() => cdist(ones(2, 2), ones(2, 2), -1), typeof(ArgumentOutOfRangeException), "p"),
        ["meshgrid"] = (() => meshgrid([ones(2)], "up"), typeof(ArgumentException), "by \"up\""),
        ["integers by nothing"] = (() => ones(2, int64).floor_divide(zeros(2, int64)), typeof(TorchException), "ZeroDivisionError"),
        ["clamp without bounds"] = (() => clamp(ones(2), (Scalar?)null), typeof(TorchException), "clamp"),
        ["quantile"] = (() => ones(3).quantile(tensor([2f])), typeof(TorchException), "[0, 1]"),
    };

    /// <summary>Stands for whichever exception: of ours before the call, or of libtorch's.</summary>
    private sealed class ExternalError : Exception;

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Is_refused(string name)
    {
        using var scope = NewDisposeScope();
        var (call, type, message) = Calls[name];
        var error = Record.Exception(() => _ = call());
        Assert.NotNull(error);
        Assert.True(type == typeof(ExternalError) ? error is TorchException or ArgumentException : error.GetType() == type, $"{error.GetType()}: {error.Message}");
        Assert.Contains(message, error.Message);
    }

    private static Tensor Disposed()
    {
        var tensor = ones(1);
        tensor.Dispose();
        return tensor;
    }
}
