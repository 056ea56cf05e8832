using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;

namespace TorchSharp.Tests.Tensors.Cases;

/// <summary>Views, parts, joins and indices: what Python writes, and the same here.</summary>
internal static class Shapes
{
    internal static readonly Dictionary<string, Func<Given, object>> All = new()
    {
        ["a.reshape(2, -1)"] = x => x.a.reshape(2, -1), ["a.view(6, 2)"] = x => x.a.view(6, 2), ["a.view_as(a.reshape(2, 6))"] = x => x.a.view_as(x.a.reshape(2, 6)), ["m.flatten()"] = x => x.m.flatten(),
        ["m.flatten(1)"] = x => x.m.flatten(1), ["z.flatten()"] = x => x.z.flatten(), ["a.unflatten(1, (2, 2))"] = x => x.a.unflatten(1, 2, 2), ["a.T.ravel()"] = x => x.a.T.ravel(),
        ["a.t()"] = x => x.a.t(), ["a.T"] = x => x.a.T, ["m.mT"] = x => x.m.mT, ["m.mH"] = x => x.m.mH, ["r.adjoint()"] = x => x.r.adjoint(), ["a.H"] = x => x.a.H,
        ["m.transpose(0, 2)"] = x => x.m.transpose(0, 2), ["m.swapaxes(0, -1)"] = x => x.m.swapaxes(0, -1), ["m.swapdims(0, 1)"] = x => x.m.swapdims(0, 1), ["m.permute(2, 0, 1)"] = x => x.m.permute(2, 0, 1),
        ["torch.movedim(m, 0, 2)"] = x => movedim(x.m, 0, 2), ["m.movedim((0, 1), (2, 0))"] = x => x.m.movedim([0, 1], [2, 0]), ["torch.moveaxis(m, 2, 0)"] = x => moveaxis(x.m, 2, 0),
        ["c.squeeze()"] = x => x.c.squeeze(), ["c.squeeze(1)"] = x => x.c.squeeze(1), ["c.squeeze(0)"] = x => x.c.squeeze(0), ["a.unsqueeze(1)"] = x => x.a.unsqueeze(1), ["a.unsqueeze(-1)"] = x => x.a.unsqueeze(-1),
        ["b.expand(3, 4)"] = x => x.b.expand(3, 4), ["c.expand(-1, 3, 4)"] = x => x.c.expand(-1, 3, 4), ["b.expand_as(a)"] = x => x.b.expand_as(x.a), ["torch.broadcast_to(b, (3, 4))"] = x => broadcast_to(x.b, 3, 4),
        ["torch.broadcast_tensors(a, c)"] = x => broadcast_tensors(x.a, x.c), ["torch.tensor(torch.broadcast_shapes((2, 1), (3,)))"] = x => tensor(broadcast_shapes([2, 1], [3]).ToArray()),
        ["a.repeat(2, 3)"] = x => x.a.repeat(2, 3), ["b.repeat(2, 1, 3)"] = x => x.b.repeat(2, 1, 3), ["torch.tile(a, (2, 1, 2))"] = x => tile(x.a, [2, 1, 2]), ["b.repeat_interleave(2)"] = x => x.b.repeat_interleave(2),
        ["a.repeat_interleave(3, 1)"] = x => x.a.repeat_interleave(3, 1), ["b.repeat_interleave(o)"] = x => x.b.repeat_interleave(x.o), ["a.repeat_interleave(o, 1)"] = x => x.a.repeat_interleave(x.o, 1),
        ["a.flip(0)"] = x => x.a.flip(0), ["m.flip((0, 2))"] = x => x.m.flip(0, 2), ["a.fliplr()"] = x => x.a.fliplr(), ["a.flipud()"] = x => x.a.flipud(), ["a.rot90()"] = x => x.a.rot90(),
        ["a.rot90(-1, [1, 0])"] = x => x.a.rot90(-1, (1, 0)), ["a.roll(2)"] = x => x.a.roll(2), ["a.roll(1, 0)"] = x => x.a.roll(1, 0), ["a.roll((1, -2), (0, 1))"] = x => x.a.roll((1, -2), (0, 1)),
        ["a.narrow(1, 1, 2)"] = x => x.a.narrow(1, 1, 2), ["a.select(0, -1)"] = x => x.a.select(0, -1), ["a.unfold(1, 2, 1)"] = x => x.a.unfold(1, 2, 1), ["a.unbind()"] = x => x.a.unbind(),
        ["a.unbind(1)"] = x => x.a.unbind(1), ["a.chunk(2, 1)"] = x => x.a.chunk(2, 1), ["a.chunk(5)"] = x => x.a.chunk(5), ["a.split(2)"] = x => x.a.split(2L), ["a.split((1, 3), 1)"] = x => x.a.split([1L, 3], 1),
        ["torch.tensor_split(a, 3, 1)"] = x => tensor_split(x.a, 3, 1), ["torch.tensor_split(a, (1, 3), 1)"] = x => tensor_split(x.a, [1, 3], 1), ["torch.tensor_split(a, torch.tensor([1, 2]))"] = x => tensor_split(x.a, tensor([1L, 2])),
        ["a.hsplit(2)"] = x => x.a.hsplit(2), ["a.vsplit(3)"] = x => x.a.vsplit(3), ["m.dsplit((1, 2))"] = x => x.m.dsplit([1, 2]), ["a.hsplit((1, 2))"] = x => x.a.hsplit([1, 2]),
        ["a.diagonal()"] = x => x.a.diagonal(), ["m.diagonal(1, 1, 2)"] = x => x.m.diagonal(1, 1, 2), ["b.diag()"] = x => x.b.diag(), ["q.diag(1)"] = x => x.q.diag(1), ["a.diag_embed()"] = x => x.a.diag_embed(),
        ["a.diag_embed(1, 0, 2)"] = x => x.a.diag_embed(1, 0, 2), ["b.diagflat(-1)"] = x => x.b.diagflat(-1), ["q.tril()"] = x => x.q.tril(), ["m.triu(1)"] = x => x.m.triu(1), ["q.tril(-1)"] = x => x.q.tril(-1),
        ["torch.tril_indices(3, 4, 1)"] = _ => tril_indices(3, 4, 1), ["torch.triu_indices(3, 3)"] = _ => triu_indices(3, 3), ["torch.vander(b.detach(), 3)"] = x => vander(x.b.detach(), 3),
        ["torch.cat((a, d))"] = x => cat([x.a, x.d]), ["torch.cat((a, e))"] = x => cat([x.a, x.e]), ["torch.cat((a, f), 1)"] = x => cat([x.a, x.f], 1), ["torch.cat((i, f), -1)"] = x => cat([x.i, x.f], -1),
        ["torch.stack((a, d))"] = x => stack([x.a, x.d]), ["torch.stack((a, d), -1)"] = x => stack([x.a, x.d], -1), ["torch.hstack((a, d))"] = x => hstack(x.a, x.d), ["torch.vstack((a, b))"] = x => vstack([x.a, x.b]),
        ["torch.dstack((a, d))"] = x => dstack(x.a, x.d), ["torch.column_stack((b, b))"] = x => column_stack(x.b, x.b), ["torch.row_stack((b, b))"] = x => row_stack(x.b, x.b),
        ["torch.block_diag(a, q, b)"] = x => block_diag(x.a, x.q, x.b), ["torch.where(t, a, d)"] = x => where(x.t, x.a, x.d), ["torch.where(t, a, z)"] = x => where(x.t, x.a, x.z), ["torch.where(t, b, c)"] = x => where(x.t, x.b, x.c),
        ["torch.where(t)"] = x => where(x.t), ["torch.meshgrid(b, v, indexing='ij')"] = x => meshgrid([x.b, x.v]), ["torch.meshgrid(b, v, indexing='xy')"] = x => meshgrid([x.b, x.v], "xy"),
        ["torch.cartesian_prod(b, v)"] = x => cartesian_prod(x.b, x.v), ["torch.combinations(b, 2, True)"] = x => combinations(x.b, 2, true), ["torch.combinations(b)"] = x => combinations(x.b),
        ["torch.atleast_2d(z)"] = x => x.z.atleast_2d(), ["torch.atleast_3d(a)"] = x => x.a.atleast_3d(), ["torch.atleast_1d(z)"] = x => x.z.atleast_1d(),
        ["a.as_strided((2, 2), (1, 4), 1)"] = x => x.a.as_strided([2, 2], [1, 4], 1), ["a.contiguous()"] = x => x.a.contiguous(), ["a.T.contiguous()"] = x => x.a.T.contiguous(), ["a.clone()"] = x => x.a.clone(),
        ["torch.diagonal_scatter(q, b)"] = x => x.q.diagonal_scatter(x.b), ["torch.select_scatter(a, b, 0, 1)"] = x => select_scatter(x.a, x.b, 0, 1), ["torch.slice_scatter(a, d[:2], 0, 0, 3, 2)"] = x => x.a.slice_scatter(x.d[..2], 0, 0, 3, 2),

        ["a[1]"] = x => x.a[1], ["a[-1, 2]"] = x => x.a[-1, 2], ["a[:, 1]"] = x => x.a[Colon, 1], ["a[..., -1]"] = x => x.a[Ellipsis, -1], ["a[1:, :2]"] = x => x.a[1.., ..2], ["a[:, ::2]"] = x => x.a[Colon, Slice(step: 2)],
        ["a[-2:, -3:-1]"] = x => x.a[^2.., ^3..^1], ["m[0, ..., 1]"] = x => x.m[0, Ellipsis, 1], ["a[:, None]"] = x => x.a[Colon, None], ["m[..., 1:3]"] = x => x.m[Ellipsis, 1..3], ["a[2:1]"] = x => x.a[2..1],
        ["a[t]"] = x => x.a[x.t], ["a[o[:3] > 1]"] = x => x.a[x.o[..3] > 1], ["a[o]"] = x => x.a[x.o], ["a[o, o]"] = x => x.a[x.o, x.o], ["a[:, o]"] = x => x.a[Colon, TensorIndex.Tensor(x.o)],
        ["m[:, o, 1]"] = x => x.m[Colon, TensorIndex.Tensor(x.o), 1], ["m[1, :, o]"] = x => x.m[1, Colon, TensorIndex.Tensor(x.o)], ["m[:, k[0], k[1]]"] = x => x.m[Colon, TensorIndex.Tensor(x.k[0]), TensorIndex.Tensor(x.k[1])],
        ["m[o[:2] * 0, :, o[2:]]"] = x => x.m[TensorIndex.Tensor(x.o[..2] * 0), Colon, TensorIndex.Tensor(x.o[2..])], ["m[:, t]"] = x => x.m[Colon, TensorIndex.Tensor(x.t)], ["a[None, o, ..., None]"] = x => x.a[None, TensorIndex.Tensor(x.o), Ellipsis, None],
        ["a[k]"] = x => x.a[x.k], ["z[None]"] = x => x.z[None], ["a[e.long()[:, 0]]"] = x => x.a[x.e.@long()[Colon, 0]],

        ["a.index_select(1, o)"] = x => x.a.index_select(1, x.o), ["a.gather(0, k)"] = x => x.a.gather(0, x.k), ["a.gather(1, k[:2, :3])"] = x => x.a.gather(1, x.k[..2, ..3]),
        ["a.scatter(1, k[:, :1], d[:, :1])"] = x => x.a.scatter(1, x.k[Colon, ..1], x.d[Colon, ..1]), ["a.scatter_add(1, k, d)"] = x => x.a.scatter_add(1, x.k, x.d), ["a.index_add(0, o, torch.stack((b, b, b, b)), alpha=2)"] = x => x.a.index_add(0, x.o, stack([x.b, x.b, x.b, x.b]), 2),
        ["a.index_copy(0, o[1:3], d[:2])"] = x => x.a.index_copy(0, x.o[1..3], x.d[..2]), ["a.index_fill(1, o, 7)"] = x => x.a.index_fill(1, x.o, 7), ["a.masked_fill(t, 3)"] = x => x.a.masked_fill(x.t, 3),
        ["a.masked_select(t)"] = x => x.a.masked_select(x.t), ["a.masked_scatter(t, d)"] = x => x.a.masked_scatter(x.t, x.d), ["a.take(o)"] = x => x.a.take(x.o), ["torch.take_along_dim(a, k, 0)"] = x => take_along_dim(x.a, x.k, 0),
        ["a.take_along_dim(o)"] = x => x.a.take_along_dim(x.o), ["k.nonzero()"] = x => x.k.nonzero(), ["torch.argwhere(i)"] = x => argwhere(x.i), ["k.nonzero(as_tuple=True)"] = x => x.k.nonzero_as_list(),

        ["torch.zeros(2, 3)"] = _ => zeros(2, 3), ["torch.ones(2, 1, 2, dtype=torch.int32)"] = _ => ones(2, 1, 2, int32), ["torch.full((2, 2), 1.5)"] = _ => full(2, 2, 1.5), ["torch.full((2,), True)"] = _ => full(2, true),
        ["torch.full((2,), 3)"] = _ => full(2, 3), ["torch.arange(7)"] = _ => arange(7), ["torch.arange(2, 9, 3)"] = _ => arange(2, 9, 3), ["torch.arange(0, 1, 0.25)"] = _ => arange(0, 1, 0.25),
        ["torch.linspace(-1, 2, 7)"] = _ => linspace(-1, 2, 7), ["torch.logspace(0, 2, 5)"] = _ => logspace(0, 2, 5), ["torch.logspace(0, 3, 4, 2)"] = _ => logspace(0, 3, 4, 2), ["torch.eye(3, 4)"] = _ => eye(3, 4),
        ["torch.zeros_like(i)"] = x => zeros_like(x.i), ["torch.ones_like(a, dtype=torch.int64)"] = x => ones_like(x.a, int64), ["torch.full_like(f, 2)"] = x => full_like(x.f, 2), ["a.new_zeros(2, 3)"] = x => x.a.new_zeros(2, 3),
        ["i.new_ones(2)"] = x => x.i.new_ones(2), ["a.new_full((2, 2), 4)"] = x => x.a.new_full([2, 2], 4), ["torch.zeros(0, 3)"] = _ => zeros(0, 3), ["torch.zeros(())"] = _ => zeros(Array.Empty<long>()),
    };
}
