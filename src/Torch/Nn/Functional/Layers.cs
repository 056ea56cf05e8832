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
            public static Tensor linear(Tensor input, Tensor weight, Tensor? bias = null) => Linear.Call(input, weight, bias);
            /// <summary>Each element becomes 0 with probability p; the others are divided by 1 − p. Nothing happens outside training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? Dropout_ : Dropout).Call(input, Probability(p), training);
            /// <summary>Whole channels become 0 with probability p; the others are divided by 1 − p.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? FeatureDropout_ : FeatureDropout).Call(input, Probability(p), training);
            /// <summary>Classes as rows of 0 with a single 1; −1 takes as many classes as occur.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => OneHot.Call(x, num_classes);
            /// <summary>Wider at the borders: counts before and after, last dimension first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Pad.Call(input, pad, Named(mode), mode == PaddingModes.Constant ? value : Value.None);
            /// <summary>Normalised over batch (and space), per channel, by this batch's or given statistics.</summary>
            public static Tensor batch_norm(
                Tensor input,
                Tensor? running_mean,
                Tensor? running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1e-5) =>
                BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, false);
            /// <summary>Normalised over the last dimensions.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                LayerNorm.Call(input, normalized_shape, weight, bias, eps);
            /// <summary>Divided by its norm along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var norm = linalg.vector_norm(input, p, [dim], keepdim: true);
                using var divisor = norm.clamp_min(eps);
                return input.div(divisor);
            }

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1L, double eps = 1e-8) => Cosine.Call(x1, x2, dim, eps);

            internal static double Probability(double p) => p is >= 0 and <= 1
                ? p
                : throw new ArgumentOutOfRangeException(nameof(p), p, $"A probability must lie between 0 and 1, not be {p}.");

            private static string Named(PaddingModes mode) =>
                mode is PaddingModes.Zeros or PaddingModes.Constant ? "constant" : mode.ToString().ToLowerInvariant();

            private static readonly Operator Linear = new("linear"), Dropout = new("dropout"), Dropout_ = new("dropout_");
            private static readonly Operator FeatureDropout = new("feature_dropout"), FeatureDropout_ = new("feature_dropout_");
            private static readonly Operator OneHot = new("one_hot"), Pad = new("pad"), BatchNorm = new("batch_norm");
            private static readonly Operator LayerNorm = new("layer_norm"), Cosine = new("cosine_similarity");
        }
    }
}
