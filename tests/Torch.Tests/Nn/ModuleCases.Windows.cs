using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

// Convolutions, pooling, and what moves pixels.
internal static partial class ModuleCases
{
    private static IEnumerable<ModuleCase> Convolutions() =>
    [
        new("conv1d", () => Conv1d(3, 4, 3, stride: 2, padding: 1)),
        new("conv1d_lone", () => Conv1d(3, 4, 3)),
        new("conv1d_circular", () => Conv1d(2, 3, 3, padding: 2, padding_mode: PaddingModes.Circular)),
        new("conv2d", () => Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), groups: 2)),
        new("conv2d_reflect", () => Conv2d(2, 3, 3, padding: 1, padding_mode: PaddingModes.Reflect, bias: false)),
        new("conv2d_same", () => Conv2d(2, 3, (3, 4), Padding.Same, dilation: (1, 2))),
        new("conv2d_same_replicate", () => Conv2d(2, 3, (3, 4), Padding.Same, padding_mode: PaddingModes.Replicate)),
        new("conv2d_valid", () => Conv2d(2, 3, 3, Padding.Valid, stride: 2)),
        new("conv3d", () => Conv3d(2, 3, (2, 3, 2), padding: (1, 0, 1))),
        new("conv_transpose1d", () => ConvTranspose1d(4, 2, 3, stride: 2, padding: 1, output_padding: 1, groups: 2)),
        new("conv_transpose2d", () => ConvTranspose2d(4, 2, 3, stride: 2, padding: 1, output_padding: 1)),
        new("conv_transpose2d_size", () => ConvTranspose2d(2, 2, 3, stride: 2), (m, x) => [((ConvTranspose2d)m).call(x[0], [8, 7])]),
        new("conv_transpose3d", () => ConvTranspose3d(2, 2, (2, 2, 2), stride: (1, 2, 1))),
        new("unfold", () => Unfold((2, 3), padding: (1, 0), stride: (2, 1))),
        new("fold", () => Fold((4, 5), (2, 3), dilation: (1, 2), padding: (1, 0))),
        new("pixel_shuffle", () => PixelShuffle(2)),
        new("pixel_unshuffle", () => PixelUnshuffle(2)),
        new("channel_shuffle", () => ChannelShuffle(2)),
        new("upsample", () => Upsample(scale_factor: [2, 2])),
        new("upsample_linear", () => Upsample(scale_factor: [1.7], mode: torch.UpsampleMode.Linear)),
        new("bilinear", () => Upsample(size: [7, 5], mode: torch.UpsampleMode.Bilinear, align_corners: true)),
        new("bicubic", () => Upsample(size: [7, 5], mode: torch.UpsampleMode.Bicubic)),
        new("trilinear", () => Upsample(size: [3, 4, 5], mode: torch.UpsampleMode.Trilinear)),
    ];

    private static IEnumerable<ModuleCase> Poolings() =>
    [
        new("max_pool1d", () => MaxPool1d(2)),
        new("max_pool2d", () => MaxPool2d(2)),
        new("max_pool3d", () => MaxPool3d(2)),
        new("max_pool1d_full", () => MaxPool1d(3, 2, 1, 1, ceil_mode: true)),
        new("max_pool2d_full", () => MaxPool2d((3, 3), (2, 2), (1, 1), (1, 1), ceil_mode: true)),
        new("max_pool3d_full", () => MaxPool3d([3, 3, 3], [2, 2, 2], [1, 1, 1], [1, 1, 1], ceil_mode: true)),
        new("avg_pool1d", () => AvgPool1d(3, 2, 1, count_include_pad: false)),
        new("avg_pool2d", () => AvgPool2d(3, 2, 1, count_include_pad: false)),
        new("avg_pool3d", () => AvgPool3d(3, 2, 1, count_include_pad: false)),
        new("avg_pool2d_divisor", () => AvgPool2d((3, 2), divisor_override: 4)),
        new("adaptive_avg_pool1d", () => AdaptiveAvgPool1d(3)),
        new("adaptive_avg_pool2d", () => AdaptiveAvgPool2d(3)),
        new("adaptive_avg_pool3d", () => AdaptiveAvgPool3d(3)),
        new("adaptive_max_pool1d", () => AdaptiveMaxPool1d(3)),
        new("adaptive_max_pool2d", () => AdaptiveMaxPool2d((3, 3))),
        new("adaptive_max_pool3d", () => AdaptiveMaxPool3d([3, 3, 3])),
        new("max_unpool1d", () => MaxUnpool1d(2), (m, x) => [((MaxUnpool1d)m).call(x[0], x[1], [9])]),
        new("max_unpool2d", () => MaxUnpool2d(2), (m, x) => [((MaxUnpool2d)m).call(x[0], x[1], [6, 7])]),
        new("max_unpool3d", () => MaxUnpool3d(2), (m, x) => [((MaxUnpool3d)m).call(x[0], x[1], [4, 5, 4])]),
        new("lp_pool1d", () => LPPool1d(3, 2)),
        new("lp_pool2d", () => LPPool2d(2, 3, stride: 2)),
        new("fractional_max_pool2d", () => FractionalMaxPool2d(2, output_size: 3)),
        new("fractional_max_pool2d_ratio", () => FractionalMaxPool2d((2, 3), output_ratio: (0.6, 0.5))),
        new("fractional_max_pool3d", () => FractionalMaxPool3d(2, output_size: 2)),
    ];
}
