using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x above 0; below, x times a slope that is learned, one for all channels or one for each.</summary>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        internal PReLU(long count, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
        {
            num_parameters = AtLeast(count, 1, nameof(num_parameters));
            this.init = init;
            weight = new(full([count], init, dtype ?? get_default_dtype(), device));
        }

        /// <summary>The slopes.</summary>
        public Parameter weight { get; set => field = Replaced(field, value); }

        /// <summary>The slope at first.</summary>
        public double init { get; set; }

        /// <summary>How many slopes there are.</summary>
        public long num_parameters { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x above 0; below, x times a slope that is learned.</summary>
            /// <param name="num_parameters">1, or as many as there are channels.</param>
            /// <param name="init">The slope at first.</param>
            /// <param name="device">Where the slopes are.</param>
            /// <param name="dtype">Their type.</param>
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);
        }
    }
}
