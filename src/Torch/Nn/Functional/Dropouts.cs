using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Each element becomes 0 with probability p; the others are divided by 1 − p. Nothing happens outside training.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? Dropout_ : Dropout).Call(input, Probability(p), training);

            /// <summary>Whole channels of [N, C, L] or [C, L] become 0 with probability p; the others are divided by 1 − p.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => Channels(1, input, p, training, inplace);

            /// <summary>Whole channels of [N, C, H, W] or [C, H, W] become 0 with probability p; the others are divided by 1 − p.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => Channels(2, input, p, training, inplace);

            /// <summary>Whole channels of [N, C, D, H, W] or [C, D, H, W] become 0 with probability p; the others are divided by 1 − p.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => Channels(3, input, p, training, inplace);

            /// <summary>Whole channels [N, C, …] become 0 with probability p; the others are divided by 1 − p.</summary>
            public static Tensor feature_dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                (inplace ? FeatureDropout_ : FeatureDropout).Call(input, Probability(p), training);

            /// <summary>Elements take SELU's least value with probability p; mean and variance stay.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? AlphaDropout_ : AlphaDropout).Call(input, Probability(p), training);

            /// <summary>Whole channels take SELU's least value with probability p; mean and variance stay.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                (inplace ? FeatureAlphaDropout_ : FeatureAlphaDropout).Call(input, Probability(p), training);

            internal static double Probability(double p) => p is >= 0 and <= 1
                ? p
                : throw new ArgumentOutOfRangeException(nameof(p), p, $"A probability must lie between 0 and 1, not be {p}.");

            /// <summary>Without N, a batch of one is made.</summary>
            private static Tensor Channels(int dims, Tensor input, double p, bool training, bool inplace)
            {
                if (Expect.Dimensions(input, dims == 2 ? [2, 3, 4] : [dims + 1, dims + 2], "Channel dropout").ndim != dims + 1 || dims == 2)
                    return feature_dropout(input, p, training, inplace);
                using var batch = input.unsqueeze(0);
                using var dropped = feature_dropout(batch, p, training, inplace);
                return inplace ? input.alias() : dropped.squeeze(0);
            }

            private static readonly Operator Dropout = new("dropout"), Dropout_ = new("dropout_"), FeatureDropout = new("feature_dropout");
            private static readonly Operator FeatureDropout_ = new("feature_dropout_"), AlphaDropout = new("alpha_dropout");
            private static readonly Operator AlphaDropout_ = new("alpha_dropout_"), FeatureAlphaDropout = new("feature_alpha_dropout");
            private static readonly Operator FeatureAlphaDropout_ = new("feature_alpha_dropout_");
        }
    }
}
