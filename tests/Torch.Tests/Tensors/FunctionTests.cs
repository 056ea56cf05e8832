using MathNet.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Elementwise functions agree with .NET's and MathNet's.</summary>
public class FunctionTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Ours, Func<double, double> Truth)> Functions = new()
    {
        ["exp"] = (exp, Math.Exp), ["exp2"] = (exp2, x => Math.Pow(2, x)), ["expm1"] = (expm1, x => Math.Exp(x) - 1), ["log"] = (log, Math.Log),
        ["log2"] = (log2, Math.Log2), ["log10"] = (log10, Math.Log10), ["log1p"] = (log1p, x => Math.Log(1 + x)), ["sqrt"] = (sqrt, Math.Sqrt),
        ["rsqrt"] = (rsqrt, x => 1 / Math.Sqrt(x)), ["square"] = (square, x => x * x), ["reciprocal"] = (reciprocal, x => 1 / x),
        ["sin"] = (sin, Math.Sin), ["cos"] = (cos, Math.Cos), ["tan"] = (tan, Math.Tan), ["atan"] = (atan, Math.Atan), ["sinh"] = (sinh, Math.Sinh),
        ["cosh"] = (cosh, Math.Cosh), ["tanh"] = (tanh, Math.Tanh), ["asinh"] = (asinh, Math.Asinh), ["abs"] = (x => (-x).abs(), Math.Abs),
        ["floor"] = (floor, Math.Floor), ["ceil"] = (ceil, Math.Ceiling), ["round"] = (x => round(x), Math.Round), ["sign"] = (x => sign(-x), x => -1),
        ["sigmoid"] = (sigmoid, SpecialFunctions.Logistic), ["erf"] = (erf, SpecialFunctions.Erf), ["erfc"] = (erfc, SpecialFunctions.Erfc),
        ["lgamma"] = (lgamma, SpecialFunctions.GammaLn), ["digamma"] = (digamma, SpecialFunctions.DiGamma),
        ["i0"] = (special.i0, SpecialFunctions.BesselI0), ["i1"] = (special.i1, SpecialFunctions.BesselI1),
        ["ndtr"] = (special.ndtr, x => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x)),
        ["gammainc"] = (x => special.gammainc(x, x + 1), x => SpecialFunctions.GammaLowerRegularized(x, x + 1)),
        ["xlogy"] = (x => xlogy(x, x), x => x * Math.Log(x)), ["entr"] = (special.entr, x => -x * Math.Log(x)),
        ["pow"] = (x => x.pow(1.7), x => Math.Pow(x, 1.7)), ["softplus"] = (x => nn.functional.softplus(x), x => Math.Log(1 + Math.Exp(x))),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Function_agrees(string name)
    {
        using var scope = NewDisposeScope();
        double[] points = [0.1, 0.35, 0.5, 0.9, 1.2, 2.75, 4];
        var ours = Functions[name].Ours(tensor(points)).data<double>().ToArray();
        Assert.Equal(points.Select(Functions[name].Truth), ours, (a, b) => Math.Abs(a - b) <= 1e-10 * Math.Max(1, Math.Abs(a)));
    }

    [Fact]
    public void Reductions()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[,] { { 1.0, 5, 3 }, { 4, 2, 6 } });
        Assert.Equal(21, a.sum().ToDouble());
        Assert.Equal([5.0, 7, 9], a.sum(0).data<double>().ToArray());
        Assert.Equal([2, 1], a.sum([-1L], keepdim: true).shape);
        Assert.Equal([3.0, 4], a.mean([1]).data<double>().ToArray());
        Assert.Equal(3.5, a.var().ToDouble(), 1e-12);
        Assert.Equal(Math.Sqrt(17.5 / 6), a.std(unbiased: false).ToDouble(), 1e-12);
        Assert.Equal([1L, 2], a.max(1).indexes.data<long>().ToArray());
        Assert.Equal([1.0, 2], a.min(1).values.data<double>().ToArray());
        Assert.Equal([4.0, 5, 6], a.amax([0]).data<double>().ToArray());
        Assert.Equal(5, a.argmax().ToInt64());
        Assert.Equal([0L, 1], a.argmin(1).data<long>().ToArray());
        Assert.Equal([15.0, 48], a.prod(1).data<double>().ToArray());
        Assert.Equal(Math.Sqrt(91), a.norm().ToDouble(), 1e-12);
        Assert.Equal([5.0, 7, 9], a.norm(0, p: 1).data<double>().ToArray());
        Assert.Equal(9, linalg.matrix_norm(a, 1.0).ToDouble(), 1e-12);
        Assert.Equal(21, linalg.vector_norm(a, 1).ToDouble(), 1e-12);
        Assert.True(a.all().ToBoolean() && (a > 5).any().ToBoolean() && !(a > 6).any().ToBoolean());
        Assert.Equal([6.0, 5], a.flatten().topk(2).values.data<double>().ToArray());
        Assert.Equal([1L, 2, 0], a[0].argsort(descending: true).data<long>().ToArray());
        Assert.Equal([1.0, 3, 5], a[0].sort().Values.data<double>().ToArray());
        Assert.Equal(3, a.median().ToDouble());
        Assert.Equal([2.0, 2, 2], histc(a, 3).data<double>().ToArray());
        var (values, inverse, counts) = tensor([3L, 1, 3]).unique(return_inverse: true, return_counts: true);
        Assert.Equal([1L, 3], values.data<long>().ToArray());
        Assert.Equal([1L, 0, 1], inverse!.data<long>().ToArray());
        Assert.Equal([1L, 2], counts!.data<long>().ToArray());
        Assert.Null(tensor([3L, 1, 3]).unique().counts);
        Assert.Equal(Math.Log(a.data<double>().Sum(Math.Exp)), a.flatten().logsumexp(0).ToDouble(), 1e-12);
        Assert.Equal([1.0, 6, 9], a[0].cumsum(0).data<double>().ToArray());
    }

    [Fact]
    public void Shapes()
    {
        using var scope = NewDisposeScope();
        var a = arange(24).reshape(2, 3, 4);
        Assert.Equal([3, 2], a.select(2, 0).T.shape);
        Assert.Equal([2, 4, 3], a.mT.shape);
        Assert.Equal([3, 4, 2], a.movedim([0], [2]).shape);
        Assert.Equal([6, 4], a.view(-1, 4).shape);
        Assert.Equal([2, 12], a.flatten(1).shape);
        Assert.Equal([2, 3, 2, 2], a.unflatten(-1, 2, 2).shape);
        Assert.Equal([4, 6, 4], a.repeat(2, 2, 1).shape);
        Assert.Equal([0L, 0, 1, 1], arange(2).repeat_interleave(2).data<long>().ToArray());
        Assert.Equal([3, 2, 3, 4], a.expand(3, 2, 3, 4).shape);
        Assert.Equal([2, 1, 3], a[TensorIndex.Colon, TensorIndex.Colon, 0].unsqueeze(1).shape);
        Assert.Equal([[1, 3, 4], [1, 3, 4]], a.split(1).Select(p => p.shape));
        Assert.Equal([[2, 3, 1], [2, 3, 3]], a.split([1, 3], -1).Select(p => p.shape));
        Assert.Equal(2, a.chunk(2, 2).Length);
        Assert.Equal([2, 2, 3, 4], stack([a, a]).shape);
        Assert.Equal([[3, 2], [3, 2]], meshgrid([arange(3), arange(2)]).Select(p => p.shape));
        Assert.Equal([3L, 1, 2], arange(1, 4).roll(1, 0).data<long>().ToArray());
        Assert.False(a.mT.is_contiguous());
        Assert.True(a.mT.contiguous().is_contiguous());
        Assert.Equal([12L, 4, 1], a.stride());
    }

    [Fact]
    public void Texts()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("[2x2], type = Float32, device = cpu\n[[1, 2],\n [3, 4]]", tensor(new[,] { { 1f, 2 }, { 3, 4 } }).ToString());
        Assert.Equal("[1.5000, 2.0000]", tensor([1.5, 2]).npstr());
        Assert.Equal("[2], type = Int64, device = cpu\n 1 2", tensor([1L, 2]).jlstr());
        Assert.Equal("long[] {1, 2}", tensor([1L, 2]).cstr());
        Assert.Equal("[true, false]", tensor([true, false]).npstr().Replace(" true", "true"));
        Assert.Equal("3", tensor(3L).npstr());
        Assert.Contains("...", arange(5000).npstr());
        Assert.True(arange(5000).npstr().Length < 60);
        Assert.Contains("⋮", zeros(100, 100).jlstr());
        Assert.Equal("[]", zeros(0).npstr());
        Assert.Equal("[3x4], type = Float32, device = cpu", zeros(3, 4).ToString(TensorStringStyle.Metadata));
    }
}
