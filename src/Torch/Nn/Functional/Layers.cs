using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>How padding gets its values.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,
    /// <summary>Mirrored at the border, which is not repeated.</summary>
    Reflect = 1,
    /// <summary>The border repeated.</summary>
    Replicate = 2,
    /// <summary>From the other side.</summary>
    Circular = 3,
    /// <summary>A constant.</summary>
    Constant = 4,
}

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>y = x Aᵀ + b over the last dimension.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Linear.Call(input, weights, bias);

            /// <summary>yₖ = x₁ᵀ Aₖ x₂ + bₖ over the last dimensions.</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) => Bilinear.Call(input1, input2, weight, bias);

            /// <summary>Rows of a table looked up by integers: [*] → [*, columns].</summary>
            /// <param name="x">The places.</param>
            /// <param name="weight">The table.</param>
            /// <param name="padding_idx">A row that gets no derivatives.</param>
            /// <param name="max_norm">Rows looked up that are longer are shortened to this norm, in place.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether derivatives are divided by how often a row was used.</param>
            /// <param name="sparse">Whether derivatives are sparse.</param>
            public static Tensor embedding(
                Tensor x, Tensor weight, long padding_idx = -1, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false,
                bool sparse = false)
            {
                Expect.Integers(x, nameof(embedding));
                if (max_norm is { } most)
                    using (no_grad())
                        Renorm.CallVoid(weight, x, most, norm_type);
                return Embedding.Call(weight, x, padding_idx, scale_grad_by_freq, sparse);
            }

            /// <summary>Classes as rows of 0 with a single 1; −1 takes as many classes as occur.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => OneHot.Call(x, num_classes);

            /// <summary>Wider at the borders: counts before and after, last dimension first. Negative counts cut off.</summary>
            /// <exception cref="ArgumentException">The counts are odd in number, or more than the dimensions take.</exception>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(pad);
                if (pad.Length % 2 != 0 || pad.Length > 2 * input.ndim)
                    throw new ArgumentException(
                        $"Two counts for each of at most {input.ndim} dimensions are needed, not {pad.Length} counts.", nameof(pad));
                return Pad.Call(input, pad, Named(mode), mode == PaddingModes.Constant ? value : Value.None);
            }

            /// <summary>Wider by the same count on both sides of the last dimension.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad, pad }, mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2 }, mode, value);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, new[] { pad.Item1, pad.Item2, pad.Item3, pad.Item4 }, mode, value);

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1L, double eps = 1e-8) => Cosine.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of x₁ − x₂ + eps along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) =>
                Distance.Call(input1, input2, p, eps, keepdim);

            private static string Named(PaddingModes mode) =>
                mode is PaddingModes.Zeros or PaddingModes.Constant ? "constant" : mode.ToString().ToLowerInvariant();

            private static readonly Operator Linear = new("linear"), Bilinear = new("bilinear"), Embedding = new("embedding");
            private static readonly Operator Renorm = new("embedding_renorm_"), OneHot = new("one_hot"), Pad = new("pad");
            private static readonly Operator Cosine = new("cosine_similarity"), Distance = new("pairwise_distance");
        }
    }
}
