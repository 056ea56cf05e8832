namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Initial values of parameters, in place and outside the graph of derivatives.</summary>
        public static partial class init
        {
            /// <summary>Which size counts as fan.</summary>
            public enum FanInOut
            {
                /// <summary>Numbers that flow into an output.</summary>
                FanIn,
                /// <summary>Numbers that an input flows into.</summary>
                FanOut,
            }

            /// <summary>What follows the layer.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,
                /// <summary>A convolution of sequences.</summary>
                Conv1D = 1,
                /// <summary>A convolution of pictures.</summary>
                Conv2D = 2,
                /// <summary>A convolution of volumes.</summary>
                Conv3D = 3,
                /// <summary>A transposed convolution of sequences.</summary>
                ConvTranspose1D = 4,
                /// <summary>A transposed convolution of pictures.</summary>
                ConvTranspose2D = 5,
                /// <summary>A transposed convolution of volumes.</summary>
                ConvTranspose3D = 6,
                /// <summary>The logistic function.</summary>
                Sigmoid = 7,
                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 8,
                /// <summary>max(x, 0).</summary>
                ReLU = 9,
                /// <summary>max(x, 0) with a slope below.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Uniform numbers in [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Silently(tensor, t => t.uniform_(low, high, generator));
            /// <summary>Normal numbers.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Silently(tensor, t => t.normal_(mean, std, generator));
            /// <summary>All 0.</summary>
            public static Tensor zeros_(Tensor tensor) => Silently(tensor, t => t.zero_());
            /// <summary>All 1.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);
            /// <summary>All of one value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => Silently(tensor, t => t.fill_(val));

            /// <summary>1 on the diagonal, 0 elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                Matrix(tensor, 2, 2);
                return Silently(tensor, t => t.zero_().fill_diagonal_(1));
            }

            /// <summary>Uniform in ±gain √(6 / (fan in + fan out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var (input, output) = CalculateFanInAndFanOut(tensor);
                var bound = Math.Sqrt(3.0) * (gain * Math.Sqrt(2.0 / (input + output)));
                return uniform_(tensor, -bound, bound);
            }

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>Normal with deviation gain √(2 / (fan in + fan out)) (Glorot and Bengio 2010).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0)
            {
                var (input, output) = CalculateFanInAndFanOut(tensor);
                return normal_(tensor, 0, gain * Math.Sqrt(2.0 / (input + output)));
            }

            /// <summary>Uniform in ±gain √(3 / fan) (He et al. 2015).</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * (calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal with deviation gain / √fan (He et al. 2015).</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor,
                double a = 0,
                FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            /// <summary>How much a layer must amplify to keep the spread through the function that follows it.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>How many numbers flow into an output, and how many an input flows into.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                Matrix(tensor, 2, long.MaxValue);
                var shape = tensor.shape;
                var window = shape[2..].Aggregate(1L, (product, size) => product * size);
                return (shape[1] * window, shape[0] * window);
            }

            /// <summary>1 / √fan in: the range of biases.</summary>
            internal static double FanBound(Tensor weight) =>
                CalculateFanInAndFanOut(weight).fanIn is var fan && fan > 0 ? 1 / Math.Sqrt(fan) : 0;

            private static long Fan(Tensor tensor, FanInOut mode)
            {
                var (input, output) = CalculateFanInAndFanOut(tensor);
                return mode == FanInOut.FanIn ? input : output;
            }

            private static void Matrix(Tensor tensor, long least, long most)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (tensor.ndim < least || tensor.ndim > most)
                    throw new ArgumentException(
                        $"Expected {least}{(most > least ? " or more" : "")} dimensions, not {tensor.ndim} (shape {tensor.Shaped()}).", nameof(tensor));
            }

            private static Tensor Silently(Tensor tensor, Func<Tensor, Tensor> fill)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                using (no_grad())
                    return fill(tensor);
            }
        }
    }
}
