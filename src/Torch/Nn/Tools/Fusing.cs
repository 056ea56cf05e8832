using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Weight and bias of the convolution that does what a convolution and a batch normalisation after it do when evaluating.</summary>
            /// <param name="conv_w">The convolution's windows, [out, in, *size]; of a transposed convolution [in, out, *size].</param>
            /// <param name="conv_b">Its bias, or null.</param>
            /// <param name="bn_rm">The running means.</param>
            /// <param name="bn_rv">The running variances.</param>
            /// <param name="bn_eps">What is added to variances.</param>
            /// <param name="bn_w">The scale of each channel; null for 1.</param>
            /// <param name="bn_b">The shift of each channel; null for 0.</param>
            /// <param name="transpose">Whether the convolution is transposed.</param>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(
                Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                Expect.Dimensions(conv_w, [3, 4, 5], nameof(fuse_conv_bn_weights));
                return Fused(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, transpose ? 1 : 0);
            }

            /// <summary>Weight and bias of the linear layer that does what a linear layer and a batch normalisation after it do when evaluating.</summary>
            /// <inheritdoc cref="fuse_conv_bn_weights" path="/param"/>
            /// <param name="linear_w">The layer's matrix, [out, in].</param>
            /// <param name="linear_b">Its bias, or null.</param>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(
                Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b)
            {
                Expect.Dimensions(linear_w, [2], nameof(fuse_linear_bn_weights));
                return Fused(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, 0);
            }

            /// <summary>A linear layer that does what another one and a batch normalisation after it do when evaluating.</summary>
            /// <exception cref="ArgumentException">One of them is training, or the normalisation keeps no running statistics.</exception>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                ArgumentNullException.ThrowIfNull(linear);
                ArgumentNullException.ThrowIfNull(bn);
                if (linear.training || bn.training)
                    throw new ArgumentException("Only modules that are evaluating can be fused: call eval() first.", linear.training ? nameof(linear) : nameof(bn));
                if (bn.running_mean is null || bn.running_var is null)
                    throw new ArgumentException("The normalisation keeps no running statistics.", nameof(bn));
                var (weight, bias) = fuse_linear_bn_weights(linear.weight, linear.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias);
                var fused = new Linear(weight, bias);
                fused.eval();
                return fused;
            }

            private static (Parameter, Parameter) Fused(
                Tensor weight, Tensor? bias, Tensor mean, Tensor variance, double eps, Tensor? scale, Tensor? shift, int dim)
            {
                using var scope = NewDisposeScope();
                using var silent = no_grad();
                var channels = weight.size(dim);
                Expect.Size(Expect.Dimensions(mean, [1], "Fusing", "bn_rm"), 0, channels, "Fusing", "bn_rm");
                Expect.Size(Expect.Dimensions(variance, [1], "Fusing", "bn_rv"), 0, channels, "Fusing", "bn_rv");
                var factor = (variance + eps).rsqrt();
                factor = scale is null ? factor : factor * scale;
                var shape = Enumerable.Repeat(1L, (int)weight.ndim).ToArray();
                shape[dim] = -1;
                var moved = ((bias is null ? -mean : bias - mean) * factor) + (shift ?? zeros_like(mean));
                return scope.MoveToOuter(new Parameter(weight * factor.reshape(shape)), new Parameter(moved));
            }
        }
    }
}
