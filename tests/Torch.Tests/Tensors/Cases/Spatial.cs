using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Tensors.Cases;

/// <summary>Spectra of windows, samples of pictures, attention and Jacobians: what Python writes, and the same here.</summary>
internal static class Spatial
{
    private const string Theta = "torch.stack([a[:2, :3], a[1:, 1:]])";

    internal static readonly Dictionary<string, Func<Given, object>> All = new()
    {
        ["torch.view_as_real(torch.stft(m.flatten(), 8, return_complex=True))"] = x => view_as_real(stft(x.m.flatten(), 8, return_complex: true)),
        ["torch.stft(m.flatten(), 6, 2, 4, a.abs()[0], center=False, normalized=True, return_complex=False)"] =
            x => x.m.flatten().stft(6, 2, 4, x.a.abs()[0], center: false, normalized: true, return_complex: false),
        ["torch.view_as_real(torch.stft(n.flatten(1), 5, 3, window=v, pad_mode='constant', onesided=False, return_complex=True))"] =
            x => view_as_real(stft(x.n.flatten(1), 5, 3, window: x.v, pad_mode: PaddingModes.Constant, onesided: false, return_complex: true)),
        ["torch.istft(torch.stft(m.flatten(), 8, return_complex=True), 8)"] = x => istft(stft(x.m.flatten(), 8, return_complex: true), 8),
        ["torch.istft(torch.stft(n.flatten(1), 6, 2, 6, p.flatten()[:6], return_complex=True, normalized=True), 6, 2, 6, p.flatten()[:6], normalized=True, length=19)"] = x =>
            x.n.flatten(1).stft(6, 2, 6, x.p.flatten()[..6], normalized: true, return_complex: true).istft(6, 2, 6, x.p.flatten()[..6], normalized: true, length: 19),
        ["torch.fft.hfft2(r)"] = x => fft.hfft2(x.r), ["torch.fft.ihfft2(a)"] = x => fft.ihfft2(x.a),
        ["torch.fft.hfftn(r, norm='ortho')"] = x => fft.hfftn(x.r, norm: FFTNormType.Ortho), ["torch.fft.ihfftn(m)"] = x => fft.ihfftn(x.m),
        ["a.clone().tril_(1)"] = x => tril_(x.a.clone(), 1), ["a.clone().triu_()"] = x => triu_(x.a.clone()),

        ["F.grid_sample(x4, u.reshape(2, 1, 3, 2), align_corners=False)"] = x => functional.grid_sample(x.x4, x.u.reshape(2, 1, 3, 2)),
        ["F.grid_sample(x4, 2 * u.reshape(2, 3, 1, 2), padding_mode='border', align_corners=True)"] =
            x => functional.grid_sample(x.x4, 2 * x.u.reshape(2, 3, 1, 2), padding_mode: GridSamplePaddingMode.Border, align_corners: true),
        ["F.grid_sample(x4, 3 * u.reshape(2, 3, 1, 2), padding_mode='reflection', align_corners=False)"] =
            x => functional.grid_sample(x.x4, 3 * x.u.reshape(2, 3, 1, 2), padding_mode: GridSamplePaddingMode.Reflection),
        ["F.grid_sample(x4, u.reshape(2, 1, 3, 2).detach(), mode='nearest', align_corners=False)"] =
            x => functional.grid_sample(x.x4, x.u.reshape(2, 1, 3, 2).detach(), GridSampleMode.Nearest),
        ["F.grid_sample(n[:, None, :3], u.flatten()[:6].reshape(2, 1, 1, 3)[:, :, :, :2], align_corners=False)"] =
            x => functional.grid_sample(x.n[TensorIndex.Colon, TensorIndex.None, ..3], x.u.flatten()[..6].reshape(2, 1, 1, 3)[TensorIndex.Ellipsis, ..2]),
        ["F.affine_grid(" + Theta + ", (2, 1, 3, 4), align_corners=False)"] = x => functional.affine_grid(Affine(x), [2, 1, 3, 4]),
        ["F.affine_grid(" + Theta + ", (2, 1, 3, 4), align_corners=True)"] = x => functional.affine_grid(Affine(x), [2, 1, 3, 4], align_corners: true),
        ["F.interpolate(m, 7)"] = x => functional.upsample_nearest1d(x.m, 7, null), ["F.interpolate(m, scale_factor=2.0)"] = x => functional.upsample_nearest1d(x.m, null, 2.0),
        ["F.interpolate(x4, (3, 5))"] = x => functional.upsample_nearest2d(x.x4, [3, 5]), ["F.interpolate(x4, scale_factor=2.5)"] = x => functional.upsample_nearest(x.x4, scale_factor: [2.5]),
        ["F.interpolate(x4[:, :, None], (2, 3, 3))"] = x => functional.upsample_nearest3d(x.x4.unsqueeze(2), [2, 3, 3]),
        ["F.interpolate(x4, (3, 5), mode='bilinear', align_corners=True)"] = x => functional.upsample_bilinear(x.x4, [3, 5], align_corners: true),

        ["F._scaled_dot_product_attention(m, 2 * m, m.cos())[0]"] = x => functional.scaled_dot_product_attention(x.m, 2 * x.m, x.m.cos()),
        ["F._scaled_dot_product_attention(m, m, m, a[:, :3])[0]"] = x => functional.scaled_dot_product_attention(x.m, x.m, x.m, x.a[TensorIndex.Colon, ..3]),
        ["F._scaled_dot_product_attention(m, m, m, torch.ones(3, 3, dtype=torch.bool).triu())[0]"] =
            x => functional.scaled_dot_product_attention(x.m, x.m, x.m, ones(3, 3, ScalarType.Bool).triu()),
        ["F._scaled_dot_product_attention(m, m, m, is_causal=True)[0]"] = x => functional.scaled_dot_product_attention(x.m, x.m, x.m, is_casual: true),

        ["torch.autograd.functional.jacobian(lambda x, q=q.detach(): (x @ q).tanh(), a)"] = x => autograd.functional.jacobian(y => y.matmul(x.q.detach()).tanh(), x.a),
        ["torch.autograd.functional.jacobian(lambda x, y: (x * y).sum(1), (a, d))"] = x => autograd.functional.jacobian(y => (y[0] * y[1]).sum([1]), x.a, x.d),
        ["[z for y in torch.autograd.functional.jacobian(lambda x, y: (x.exp(), x * y), (b, b + 1)) for z in y]"] =
            x => autograd.functional.jacobian(y => new[] { y[0].exp(), y[0] * y[1] }, x.b, x.b + 1),
    };

    private static Tensor Affine(Given x) => stack([x.a[..2, ..3], x.a[1.., 1..]]);
}
