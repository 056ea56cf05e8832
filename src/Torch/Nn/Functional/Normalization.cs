using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
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

            /// <summary>Each channel of each example normalised, by its own or given statistics.</summary>
            public static Tensor instance_norm(
                Tensor input,
                Tensor? running_mean = null,
                Tensor? running_var = null,
                Tensor? weight = null,
                Tensor? bias = null,
                bool use_input_stats = true,
                double momentum = 0.1,
                double eps = 1e-5) =>
                InstanceNorm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, false);

            /// <summary>Groups of channels of each example normalised together.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                GroupNorm.Call(input, AtLeast(num_groups, 1), weight, bias, eps, false);

            /// <summary>Normalised over the last dimensions.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                LayerNorm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>x / (k + alpha · mean square of the nearest channels)^beta.</summary>
            /// <exception cref="ArgumentException">There are fewer than three dimensions.</exception>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (input.ndim < 3)
                    throw new ArgumentException($"Three or more dimensions are needed, not shape {input.Shaped()}.", nameof(input));
                using var scope = NewDisposeScope();
                var shape = input.shape;
                var squares = input.square().view(shape[0], 1, shape[1], -1);
                var near = avg_pool2d(pad(squares, [0, 0, size / 2, (size - 1) / 2]), (size, 1), (1, 1));
                return scope.MoveToOuter(input / (near.view(shape) * alpha + k).pow(beta));
            }

            /// <summary>Divided by its norm along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var norm = linalg.vector_norm(input, p, [dim], keepdim: true);
                using var divisor = norm.clamp_min(eps);
                return input.div(divisor);
            }

            private static readonly Operator BatchNorm = new("batch_norm"), InstanceNorm = new("instance_norm");
            private static readonly Operator GroupNorm = new("group_norm"), LayerNorm = new("layer_norm");
        }
    }
}
