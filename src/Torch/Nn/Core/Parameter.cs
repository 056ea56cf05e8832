namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns: registered by itself when it is a field of a module.</summary>
    public sealed class Parameter : torch.Tensor
    {
        /// <summary>A leaf over the memory of <paramref name="data"/>.</summary>
        /// <param name="data">The values; the parameter takes them over, so that this tensor is disposed.</param>
        /// <param name="requires_grad">Whether derivatives are wanted.</param>
        public Parameter(torch.Tensor data, bool requires_grad = true) : base(Leaf(data), 0) => this.requires_grad = requires_grad;

        private Parameter(nint handle) : base(handle, 0)
        {
        }

        /// <summary>What a module uses as a parameter without learning it: derivatives flow on to what it was computed from.</summary>
        internal static Parameter Computed(torch.Tensor value) => new(value.Retain());

        private static nint Leaf(torch.Tensor data)
        {
            ArgumentNullException.ThrowIfNull(data);
            using (data)
            using (var leaf = data.detach())
                return leaf.Retain();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Parameter(Tensor, bool)"/>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
