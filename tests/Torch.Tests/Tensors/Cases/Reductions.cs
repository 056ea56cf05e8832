using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors.Cases;

/// <summary>Sums, extremes, spreads and orders: what Python writes, and the same here.</summary>
internal static class Reductions
{
    internal static readonly Dictionary<string, Func<Given, object>> All = new()
    {
        ["a.sum()"] = x => x.a.sum(), ["a.sum(0)"] = x => x.a.sum(0), ["a.sum(-1, keepdim=True)"] = x => x.a.sum(-1, keepdim: true), ["m.sum((0, 2))"] = x => x.m.sum(0, 2),
        ["m.sum((0, 1, 2), keepdim=True)"] = x => x.m.sum(0, 1, 2, keepdim: true), ["m.sum([0, 2], True)"] = x => x.m.sum([0L, 2], true), ["i.sum()"] = x => x.i.sum(),
        ["t.sum(0)"] = x => x.t.sum(0), ["h.sum()"] = x => x.h.sum(), ["s.sum()"] = x => x.s.sum(), ["i.sum(0, dtype=torch.float32)"] = x => x.i.sum(0, type: float32),
        ["f.sum(dtype=torch.float64)"] = x => x.f.sum(float64), ["e.sum()"] = x => x.e.sum(), ["e.sum(0)"] = x => x.e.sum(0), ["z.sum()"] = x => x.z.sum(), ["z.sum(0)"] = x => x.z.sum(0),
        ["nan.nansum()"] = x => x.nan.nansum(), ["torch.nanmean(nan[:3])"] = x => nanmean(x.nan[..3]), ["torch.nanmean(a, 1, True)"] = x => nanmean(x.a, 1, true),
        ["a.mean()"] = x => x.a.mean(), ["a.mean(1)"] = x => x.a.mean([1]), ["m.mean((0, -1), True)"] = x => x.m.mean([0, -1], true), ["i.mean(0, dtype=torch.float64)"] = x => x.i.mean([0], type: float64),
        ["e.mean()"] = x => x.e.mean(), ["e.mean(1)"] = x => x.e.mean([1]), ["a.prod()"] = x => x.a.prod(), ["a.prod(1)"] = x => x.a.prod(1), ["i.prod(0, True)"] = x => x.i.prod(0, true),
        ["e.prod()"] = x => x.e.prod(), ["a.logsumexp(1)"] = x => x.a.logsumexp(1), ["a.logsumexp(0, True)"] = x => x.a.logsumexp(0, true),
        ["a.cumsum(1)"] = x => x.a.cumsum(1), ["i.cumsum(0)"] = x => x.i.cumsum(0), ["t.cumsum(0)"] = x => x.t.cumsum(0), ["a.cumprod(0)"] = x => x.a.cumprod(0), ["f.cumsum(1, dtype=torch.float64)"] = x => x.f.cumsum(1, float64),
        ["a.logcumsumexp(1)"] = x => x.a.logcumsumexp(1), ["a.cummax(1)"] = x => x.a.cummax(1), ["a.cummin(0)"] = x => x.a.cummin(0), ["i.count_nonzero()"] = x => x.i.count_nonzero(),
        ["k.count_nonzero((0,))"] = x => x.k.count_nonzero([0]), ["a.diff()"] = x => x.a.diff(), ["a.diff(2, 0)"] = x => x.a.diff(2, 0), ["a.diff(prepend=d)"] = x => x.a.diff(prepend: x.d),
        ["torch.diff(a, 1, 1, d, p)"] = x => diff(x.a, 1, 1, x.d, x.p),
        ["a.var()"] = x => x.a.var(), ["a.var(False)"] = x => x.a.var(false), ["a.var(1)"] = x => x.a.var(1), ["m.var((0, 2), False, True)"] = x => x.m.var((0, 2), false, true),
        ["a.std()"] = x => x.a.std(), ["a.std(0, False)"] = x => x.a.std(0, false), ["m.std((1, 2))"] = x => x.m.std([1L, 2]), ["m.std((0, 1, 2))"] = x => x.m.std((0, 1, 2)),
        ["torch.var_mean(a)"] = x => var_mean(x.a), ["torch.var_mean(a, 1, False, True)"] = x => var_mean(x.a, 1, false, true), ["torch.std_mean(m, (0, 2))"] = x => std_mean(x.m, (0, 2)),
        ["torch.std_mean(a, False)"] = x => std_mean(x.a, false), ["b.detach()[:1].std()"] = x => x.b.detach()[..1].std(),
        ["a.max()"] = x => x.a.max(), ["a.max(1)"] = x => x.a.max(1), ["a.max(0, True)"] = x => x.a.max(0, true), ["torch.max(a, d)"] = x => max(x.a, x.d), ["i.max()"] = x => x.i.max(),
        ["a.min()"] = x => x.a.min(), ["i.min(1)"] = x => x.i.min(1), ["torch.min(a, b)"] = x => min(x.a, x.b), ["nan.max()"] = x => x.nan.max(), ["t.max(1)"] = x => x.t.max(1),
        ["m.amax((0, 2))"] = x => x.m.amax(0, 2), ["m.amin([1], True)"] = x => x.m.amin([1L], true), ["torch.amax(a, 1)"] = x => amax(x.a, [1L]), ["a.detach().aminmax()"] = x => x.a.detach().aminmax(),
        ["torch.aminmax(i, dim=1, keepdim=True)"] = x => aminmax(x.i, 1, true), ["a.argmax()"] = x => x.a.argmax(), ["a.argmax(1)"] = x => x.a.argmax(1), ["i.argmin(0, True)"] = x => x.i.argmin(0, true),
        ["a.median()"] = x => x.a.median(), ["nan[:3].nanmedian()"] = x => x.nan[..3].nanmedian(), ["k.mode(1)"] = x => x.k.mode(1), ["k.mode(0, True)"] = x => x.k.mode(0, true),
        ["a.quantile(torch.tensor([0.2, 0.7]).double(), 1)"] = x => x.a.quantile(tensor([0.2f, 0.7f]).@double(), 1), ["a.quantile(torch.tensor(0.4).double(), 0, True)"] = x => x.a.quantile(tensor(0.4f).@double(), 0, true),
        ["torch.nanquantile(nan[:3], torch.tensor(0.5).double(), 0)"] = x => nanquantile(x.nan[..3], tensor(0.5), 0),
        ["t.all()"] = x => x.t.all(), ["t.all(1)"] = x => x.t.all(1), ["i.any(0, True)"] = x => x.i.any(0, true), ["(a > 9).any()"] = x => (x.a > 9).any(), ["e.bool().all()"] = x => x.e.@bool().all(),
        ["a.norm()"] = x => x.a.norm(), ["a.norm(1)"] = x => x.a.norm(p: 1), ["a.norm(3, 1, True)"] = x => x.a.norm(1, true, 3), ["torch.norm(m, 2, 0)"] = x => norm(x.m, 0),
        ["torch.dist(a, d, 3)"] = x => dist(x.a, x.d, 3), ["a.renorm(2, 0, 0.5)"] = x => x.a.renorm(2, 0, 0.5f),
        ["a.sort(1)"] = x => x.a.sort(1), ["i.sort(dim=0, descending=True, stable=True)"] = x => torch.sort(x.i, 0, true, true), ["a.argsort(1)"] = x => x.a.argsort(1), ["a.argsort(0, True)"] = x => x.a.argsort(0, true),
        ["a.msort()"] = x => x.a.msort(), ["a.topk(2)"] = x => x.a.topk(2), ["a.topk(2, 0, False)"] = x => x.a.topk(2, 0, false), ["a.kthvalue(2, 1)"] = x => x.a.kthvalue(2, 1), ["e.sort(0)"] = x => x.e.sort(0),
        ["torch.unique(k, return_inverse=True, return_counts=True)"] = x => unique(x.k, return_inverse: true, return_counts: true),
        ["torch.unique(k, return_counts=True, dim=0)"] = x => { var (values, _, counts) = unique(x.k, return_counts: true, dim: 0); return (values, counts!); },
        ["torch.unique_consecutive(k, return_inverse=True, return_counts=True)"] = x => unique_consecutive(x.k, return_inverse: true, return_counts: true),
        ["torch.bincount(o)"] = x => bincount(x.o), ["torch.bincount(o, b.detach(), 5)"] = x => bincount(x.o, x.b.detach(), 5), ["torch.histc(a, 5, -2, 2)"] = x => histc(x.a, 5, -2, 2),
        ["torch.bucketize(a, torch.tensor([-1, 0, 1]).double())"] = x => bucketize(x.a, tensor([-1.0, 0, 1])), ["torch.bucketize(k, torch.tensor([0, 1]), right=True)"] = x => bucketize(x.k, tensor([0L, 1]), right: true),
        ["torch.searchsorted(torch.tensor([-1, 0, 1]).double(), a, out_int32=True)"] = x => searchsorted(tensor([-1.0, 0, 1]), x.a, out_int32: true),
        ["torch.cov(a)"] = x => cov(x.a), ["torch.cov(a, correction=0, fweights=o)"] = x => cov(x.a, 0, x.o), ["torch.corrcoef(a)"] = x => corrcoef(x.a), ["torch.trapezoid(a)"] = x => trapezoid(x.a),
        ["torch.trapezoid(a, dx=0.5, dim=0)"] = x => trapezoid(x.a, 0.5, 0), ["torch.trapz(a, d)"] = x => trapz(x.a, x.d), ["torch.cumulative_trapezoid(a, d)"] = x => cumulative_trapezoid(x.a, x.d),
        ["torch.cumulative_trapezoid(a, dx=2, dim=0)"] = x => cumulative_trapezoid(x.a, 2, 0), ["torch.trace(q)"] = x => trace(x.q),
    };
}
