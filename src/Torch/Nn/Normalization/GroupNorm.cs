using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Groups of channels of each example normalised together (Wu and He 2018): [N, C, …].</summary>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
        {
            Expect.Divides(channels, groups, nameof(num_channels), nameof(num_groups));
            (num_groups, num_channels, this.eps, this.affine) = (groups, channels, eps, affine);
            if (!affine)
                return;
            weight = new(ones([channels], dtype, device));
            bias = new(zeros([channels], dtype, device));
        }

        /// <summary>The scale of each channel, or null.</summary>
        public Parameter? weight { get; set => field = Replaced(field, value); }

        /// <summary>The shift of each channel, or null.</summary>
        public Parameter? bias { get; set => field = Replaced(field, value); }

        /// <summary>The number of groups.</summary>
        public long num_groups { get; }
        /// <summary>The number of channels.</summary>
        public long num_channels { get; }
        /// <summary>What is added to variances.</summary>
        public double eps { get; set; }
        /// <summary>Whether scale and shift are learned.</summary>
        public bool affine { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor)
        {
            Expect.Size(tensor, 1, num_channels, GetName());
            return nn.functional.group_norm(weight is null ? tensor : Expect.Type(tensor, weight, GetName()), num_groups, weight, bias, eps);
        }
    }

    /// <summary>Each value divided by the size of its neighbours in nearby channels (Krizhevsky et al. 2012): [N, C, …].</summary>
    public sealed class LocalResponseNorm : nn.Module<Tensor, Tensor>
    {
        internal LocalResponseNorm(long size, double alpha, double beta, double k) : base(nameof(LocalResponseNorm)) =>
            (this.size, this.alpha, this.beta, this.k) = (AtLeast(size, 1), alpha, beta, k);

        /// <summary>How many channels count as near.</summary>
        public long size { get; set; }
        /// <summary>The factor of the mean square.</summary>
        public double alpha { get; set; }
        /// <summary>The exponent.</summary>
        public double beta { get; set; }
        /// <summary>What is added.</summary>
        public double k { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.local_response_norm(input, size, alpha, beta, k);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Groups of channels of each example normalised together: [N, C, …].</summary>
            /// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
            public static GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);

            /// <summary>x / (k + alpha · mean square of the nearest channels)^beta.</summary>
            public static LocalResponseNorm LocalResponseNorm(long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0) =>
                new(size, alpha, beta, k);
        }
    }
}
