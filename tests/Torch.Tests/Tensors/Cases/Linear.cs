using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors.Cases;

/// <summary>Products, decompositions and Fourier transforms: what Python writes, and the same here.</summary>
internal static class Linear
{
    private const string Definite = "(q @ q.T + torch.eye(4))";

    internal static readonly Dictionary<string, Func<Given, object>> All = new()
    {
        ["a @ q"] = x => x.a.matmul(x.q), ["a @ b"] = x => matmul(x.a, x.b), ["m @ n"] = x => matmul(x.m, x.n), ["a @ n"] = x => matmul(x.a, x.n), ["e @ q"] = x => matmul(x.e, x.q), ["i @ j.T"] = x => matmul(x.i, x.j.T),
        ["torch.mm(a, q)"] = x => mm(x.a, x.q), ["torch.bmm(m, n)"] = x => bmm(x.m, x.n), ["torch.mv(a, b)"] = x => mv(x.a, x.b), ["torch.dot(v, w)"] = x => dot(x.v, x.w), ["torch.vdot(v, w)"] = x => vdot(x.v, x.w),
        ["torch.inner(a, d)"] = x => inner(x.a, x.d), ["torch.outer(v, b)"] = x => outer(x.v, x.b), ["torch.ger(v, b)"] = x => ger(x.v, x.b), ["torch.kron(a, q)"] = x => kron(x.a, x.q), ["torch.chain_matmul(a, q, q)"] = x => chain_matmul(x.a, x.q, x.q),
        ["torch.einsum('ij,jk->ik', a, q)"] = x => einsum("ij,jk->ik", x.a, x.q), ["torch.einsum('bij,bjk->bk', m, n)"] = x => einsum("bij,bjk->bk", x.m, x.n), ["torch.einsum('ii', q)"] = x => einsum("ii", x.q), ["torch.einsum('...j,j', m, b)"] = x => einsum("...j,j", x.m, x.b),
        ["torch.tensordot(m, a, 2)"] = x => tensordot(x.m, x.a), ["torch.tensordot(m, n, ([0, 2], [0, 1]))"] = x => tensordot(x.m, x.n, [0, 2], [0, 1]), ["torch.tensordot(a, q, 1)"] = x => tensordot(x.a, x.q, 1),
        ["torch.addmm(a, a, q, beta=0.5, alpha=2)"] = x => addmm(x.a, x.a, x.q, 0.5f, 2), ["torch.addmv(b, q, b, beta=0.5, alpha=2)"] = x => addmv(x.b, x.q, x.b, 0.5f, 2), ["torch.addr(q, b, b, beta=0.5, alpha=2)"] = x => addr(x.q, x.b, x.b, 0.5f, 2),
        ["torch.addbmm(n[0, :3], m, n)"] = x => addbmm(x.n[0, ..3], x.m, x.n), ["torch.baddbmm(n[:, :3], m, n, beta=0.5, alpha=2)"] = x => baddbmm(x.n[TensorIndex.Colon, ..3], x.m, x.n, 0.5f, 2),
        ["torch.cross(a, d, 0)"] = x => cross(x.a, x.d), ["torch.linalg.cross(a.T, d.T)"] = x => linalg.cross(x.a.T, x.d.T), ["torch.cdist(a, d)"] = x => cdist(x.a, x.d), ["torch.cdist(m, m + 1, 1)"] = x => cdist(x.m, x.m + 1, 1),
        ["torch.pdist(a)"] = x => pdist(x.a), ["torch.linalg.vecdot(a, d)"] = x => linalg.vecdot(x.a, x.d), ["torch.linalg.multi_dot((a, q, b))"] = x => linalg.multi_dot([x.a, x.q, x.b]),

        ["torch.det(q)"] = x => det(x.q), ["torch.linalg.slogdet(q)"] = x => linalg.slogdet(x.q), ["torch.logdet(" + Definite + ")"] = x => logdet(Positive(x)), ["torch.inverse(q)"] = x => inverse(x.q), ["torch.linalg.inv(q)"] = x => linalg.inv(x.q),
        ["torch.linalg.inv_ex(q)"] = x => linalg.inv_ex(x.q), ["torch.linalg.pinv(a)"] = x => linalg.pinv(x.a), ["torch.pinverse(a)"] = x => pinverse(x.a), ["torch.linalg.cholesky(" + Definite + ")"] = x => linalg.cholesky(Positive(x)),
        ["torch.linalg.cholesky_ex(" + Definite + ")"] = x => linalg.cholesky_ex(Positive(x)), ["torch.cholesky_inverse(q.tril() + 3 * torch.eye(4))"] = x => cholesky_inverse(x.q.tril() + (3 * eye(4, dtype: float64))),
        ["torch.cholesky_solve(a.T, q.tril() + 3 * torch.eye(4))"] = x => cholesky_solve(x.a.T, x.q.tril() + (3 * eye(4, dtype: float64))), ["torch.linalg.solve(q, a.T)"] = x => linalg.solve(x.q, x.a.T), ["torch.linalg.solve(q, b)"] = x => linalg.solve(x.q, x.b),
        ["torch.linalg.solve(q, a, left=False)"] = x => linalg.solve(x.q, x.a, left: false), ["torch.linalg.solve_triangular(q.triu() + 3 * torch.eye(4), a.T, upper=True)"] = x => linalg.solve_triangular(x.q.triu() + (3 * eye(4, dtype: float64)), x.a.T, upper: true),
        ["torch.linalg.eigh(" + Definite + ")[0]"] = x => linalg.eigh(Positive(x)).Item1, ["torch.linalg.eigh(" + Definite + ")[1].abs()"] = x => linalg.eigh(Positive(x)).Item2.abs(), ["torch.linalg.eigvalsh(" + Definite + ")"] = x => linalg.eigvalsh(Positive(x)),
        ["torch.linalg.eigvals(" + Definite + ").real"] = x => linalg.eigvals(Positive(x)).real, ["torch.linalg.eig(" + Definite + ")[0].real"] = x => linalg.eig(Positive(x)).Item1.real, ["torch.linalg.svdvals(a)"] = x => linalg.svdvals(x.a),
        ["[y.abs() for y in torch.linalg.svd(a, full_matrices=False)]"] = x => Absolute(linalg.svd(x.a, fullMatrices: false)), ["torch.linalg.svd(q)[1]"] = x => linalg.svd(x.q).S, ["torch.linalg.qr(q)"] = x => linalg.qr(x.q),
        ["torch.linalg.qr(a.T)"] = x => linalg.qr(x.a.T), ["torch.linalg.qr(a.T.detach(), 'complete')"] = x => linalg.qr(x.a.T.detach(), linalg.QRMode.Complete), ["torch.linalg.qr(a.T.detach(), 'r')[1]"] = x => linalg.qr(x.a.T.detach(), linalg.QRMode.R).R,
        ["torch.linalg.lstsq(a.T, b.unsqueeze(1))[0]"] = x => linalg.lstsq(x.a.T, x.b.unsqueeze(1)).Solution, ["torch.linalg.matrix_rank(a)"] = x => linalg.matrix_rank(x.a), ["torch.matrix_power(q, 3)"] = x => matrix_power(x.q, 3), ["torch.matrix_power(q, -1)"] = x => matrix_power(x.q, -1),
        ["torch.matrix_exp(q)"] = x => matrix_exp(x.q), ["torch.linalg.cond(q)"] = x => linalg.cond(x.q), ["torch.linalg.cond(q.detach(), 1)"] = x => linalg.cond(x.q.detach(), 1), ["torch.linalg.cond(q.detach(), 'fro')"] = x => linalg.cond(x.q.detach(), "fro"),
        ["torch.linalg.norm(a)"] = x => linalg.norm(x.a), ["torch.linalg.norm(a, 'nuc')"] = x => linalg.norm(x.a, "nuc"), ["torch.linalg.norm(a, 1)"] = x => linalg.norm(x.a, 1), ["torch.linalg.norm(m, 2.0, (1, 2))"] = x => linalg.norm(x.m, 2.0, [1, 2]),
        ["torch.linalg.vector_norm(a, 3)"] = x => linalg.vector_norm(x.a, 3), ["torch.linalg.vector_norm(m, 2, (0, 2), True)"] = x => linalg.vector_norm(x.m, 2, [0, 2], true), ["torch.linalg.matrix_norm(m)"] = x => linalg.matrix_norm(x.m),
        ["torch.linalg.matrix_norm(a, 1)"] = x => linalg.matrix_norm(x.a, 1.0), ["torch.linalg.matrix_norm(m, 'nuc', (0, 1))"] = x => linalg.matrix_norm(x.m, "nuc", [0, 1]), ["torch.linalg.lu(q)"] = x => linalg.lu(x.q), ["torch.linalg.lu_factor(q)"] = x => linalg.lu_factor(x.q),
        ["torch.lu(q)"] = x => { var (factors, pivots, _) = lu(x.q); return (factors, pivots!); }, ["torch.lu_unpack(*torch.lu(q))"] = x => { var (factors, pivots, _) = lu(x.q); return lu_unpack(factors, pivots!); },
        ["torch.lu_solve(a.T, *torch.lu(q))"] = x => { var (factors, pivots, _) = lu(x.q); return lu_solve(x.a.T, factors, pivots!); }, ["torch.linalg.diagonal(m)"] = x => linalg.diagonal(x.m), ["torch.linalg.vander(b, N=3)"] = x => linalg.vander(x.b, 3),
        ["torch.linalg.ldl_factor(" + Definite + ".detach())"] = x => { var (factors, pivots) = linalg.ldl_factor(Positive(x).detach()); return (factors, pivots!); },
        ["torch.linalg.tensorinv(q.reshape(2, 2, 4), 2)"] = x => linalg.tensorinv(x.q.reshape(2, 2, 4), 2), ["torch.linalg.tensorsolve(q.reshape(2, 2, 4), a[:2, :2])"] = x => linalg.tensorsolve(x.q.reshape(2, 2, 4), x.a[..2, ..2], null!),
        ["torch.geqrf(q.detach())"] = x => geqrf(x.q.detach()), ["torch.orgqr(*torch.geqrf(q.detach()))"] = x => { var (a, tau) = geqrf(x.q.detach()); return orgqr(a, tau); },
        ["torch.ormqr(*torch.geqrf(q.detach()), a.T.detach())"] = x => { var (a, tau) = geqrf(x.q.detach()); return ormqr(a, tau, x.a.T.detach()); },

        ["torch.fft.fft(a)"] = x => fft.fft_(x.a), ["torch.view_as_real(torch.fft.fft(a, 6, 0))"] = x => view_as_real(fft.fft_(x.a, 6, 0)), ["torch.fft.ifft(r)"] = x => fft.ifft(x.r), ["torch.view_as_real(torch.fft.rfft(a))"] = x => view_as_real(fft.rfft(x.a)),
        ["torch.fft.irfft(r, 5)"] = x => fft.irfft(x.r, 5), ["torch.fft.hfft(r)"] = x => fft.hfft(x.r), ["torch.fft.ihfft(a)"] = x => fft.ihfft(x.a), ["torch.fft.fft2(a)"] = x => fft.fft2(x.a), ["torch.fft.ifft2(m, dim=(0, 1))"] = x => fft.ifft2(x.m, dim: [0, 1]),
        ["torch.fft.rfft2(a, norm='ortho')"] = x => fft.rfft2(x.a, norm: FFTNormType.Ortho), ["torch.fft.irfft2(r)"] = x => fft.irfft2(x.r), ["torch.fft.fftn(m)"] = x => fft.fftn(x.m), ["torch.fft.ifftn(m, norm='forward')"] = x => fft.ifftn(x.m, norm: FFTNormType.Forward),
        ["torch.fft.rfftn(m)"] = x => fft.rfftn(x.m), ["torch.fft.irfftn(r)"] = x => fft.irfftn(x.r), ["torch.fft.fftshift(a)"] = x => fft.fftshift(x.a), ["torch.fft.ifftshift(a, 1)"] = x => fft.ifftshift(x.a, [1]), ["torch.fft.fftfreq(5, 0.1)"] = _ => fft.fftfreq(5, 0.1),
        ["torch.fft.rfftfreq(6)"] = _ => fft.rfftfreq(6),
    };

    private static Tensor Positive(Given x) => x.q.matmul(x.q.T) + eye(4, dtype: float64);

    private static object Absolute((Tensor U, Tensor S, Tensor Vh) parts) => (parts.U.abs(), parts.S.abs(), parts.Vh.abs());
}
