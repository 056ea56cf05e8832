using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>(Σ xᵖ)^(1/p) of each window: [N, C, L].</summary>
    public sealed class LPPool1d : nn.Module<Tensor, Tensor>
    {
        internal LPPool1d(double norm, long kernel, long? stride, bool ceiling) : base(nameof(LPPool1d))
        {
            if (!(norm > 0))
                throw new ArgumentOutOfRangeException(nameof(norm_type), norm, $"The exponent must be positive, not {norm}.");
            (norm_type, ceil_mode) = (norm, ceiling);
            kernel_size = AtLeast(kernel, 1, nameof(kernel_size));
            this.stride = stride is { } s ? AtLeast(s, 1, nameof(stride)) : null;
        }

        /// <summary>The exponent p.</summary>
        public double norm_type { get; set; }
        /// <summary>The size of the window.</summary>
        public long kernel_size { get; set; }
        /// <summary>How far the window moves; null means its own size.</summary>
        public long? stride { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.lp_pool1d(input, norm_type, kernel_size, stride, ceil_mode);
    }

    /// <summary>(Σ xᵖ)^(1/p) of each window: [N, C, H, W].</summary>
    public sealed class LPPool2d : nn.Module<Tensor, Tensor>
    {
        internal LPPool2d(double norm, long[] kernel, long[]? stride, bool ceiling) : base(nameof(LPPool2d))
        {
            if (!(norm > 0))
                throw new ArgumentOutOfRangeException(nameof(norm_type), norm, $"The exponent must be positive, not {norm}.");
            (norm_type, ceil_mode) = (norm, ceiling);
            kernel_size = Expect.Sizes(kernel, 2, 1, nameof(kernel_size));
            this.stride = stride is null ? null : Expect.Sizes(stride, 2, 1);
        }

        /// <summary>The exponent p.</summary>
        public double norm_type { get; set; }
        /// <summary>The size of the window.</summary>
        public long[] kernel_size { get; set; }
        /// <summary>How far the window moves; null means its own size.</summary>
        public long[]? stride { get; set; }
        /// <summary>Whether a last window that exceeds the input counts.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>(Σ xᵖ)^(1/p) of each window, p being norm_type.</summary>
            public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                new(norm_type, kernel_size, stride, ceil_mode);

            /// <summary>(Σ xᵖ)^(1/p) of each window, p being norm_type.</summary>
            public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) =>
                new(norm_type, kernel_size, stride, ceil_mode);

            /// <inheritdoc cref="LPPool2d(double, long[], long[], bool)"/>
            public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                new(norm_type, [kernel_size, kernel_size], Twice(stride), ceil_mode);
        }
    }
}
