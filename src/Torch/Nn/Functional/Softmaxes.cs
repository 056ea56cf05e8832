using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>e^x divided by its sum along <paramref name="dim"/>.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => Given(input).softmax(dim, dtype);

    public partial class Tensor
    {
        /// <summary>e^x divided by its sum along <paramref name="dim"/>.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Softmax.Call(this, Dimension(dim, ndim), dtype);
        /// <summary>The log of softmax along <paramref name="dim"/>.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => LogSoftmax.Call(this, Dimension(dim, ndim), dtype);

        private static readonly Operator Softmax = new("softmax.int"), LogSoftmax = new("log_softmax.int");
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>e^x divided by its sum along <paramref name="dim"/>.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).softmax(dim, dtype);
            /// <summary>The log of softmax along <paramref name="dim"/>.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Given(x).log_softmax(dim);
            /// <summary>e^−x divided by its sum along <paramref name="dim"/>.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = Given(x).neg();
                return negative.softmax(dim);
            }

            /// <summary>Softmax over channels at each place of [N, C, H, W] or [C, H, W].</summary>
            public static Tensor softmax2d(Tensor x) => Expect.Dimensions(x, [3, 4], nameof(softmax2d)).softmax(-3);

            /// <summary>The first half along a dimension times the sigmoid of the second.</summary>
            /// <exception cref="ArgumentException">The dimension's size is odd.</exception>
            public static Tensor glu(Tensor input, long dim = -1)
            {
                ArgumentNullException.ThrowIfNull(input);
                var place = Tensor.Dimension(dim, input.ndim);
                return input.ndim > 0 && input.size(place) % 2 == 0
                    ? Glu.Call(input, place)
                    : throw new ArgumentException($"Dimension {dim} must have an even size to be halved; the shape is {input.Shaped()}.", nameof(input));
            }

            /// <summary>
            /// One of several classes drawn with the probabilities softmax(logits), as a vector that gradients flow through (Jang et al. 2017).
            /// </summary>
            /// <param name="logits">Unnormalised log probabilities.</param>
            /// <param name="tau">The temperature.</param>
            /// <param name="hard">Whether the result is exactly one-hot; gradients are those of the soft result.</param>
            /// <param name="dim">The dimension of the classes.</param>
            public static Tensor gumbel_softmax(Tensor logits, double tau = 1.0, bool hard = false, long dim = -1)
            {
                ArgumentNullException.ThrowIfNull(logits);
                using var scope = NewDisposeScope();
                var gumbels = -empty_like(logits).exponential_().log();
                var soft = ((logits + gumbels) / tau).softmax(dim);
                if (!hard)
                    return scope.MoveToOuter(soft);
                var place = Tensor.Dimension(dim, logits.ndim);
                var index = soft.max(place, keepdim: true).Item2;
                return scope.MoveToOuter(zeros_like(logits).scatter(place, index, 1.0f) - soft.detach() + soft);
            }

            private static readonly Operator Glu = new("glu");
        }
    }
}
