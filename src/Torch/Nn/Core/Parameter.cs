namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns: registered by itself when it is a field of a module.</summary>
    public sealed class Parameter : torch.Tensor
    {
        /// <summary>A leaf over the memory of <paramref name="data"/>.</summary>
        /// <param name="data">The values; TorchSharp empties this tensor, so do not use it afterwards.</param>
        /// <param name="requires_grad">Whether derivatives are wanted.</param>
        public Parameter(torch.Tensor data, bool requires_grad = true) : base(Leaf(data), 0) => this.requires_grad = requires_grad;

        private static nint Leaf(torch.Tensor data)
        {
            ArgumentNullException.ThrowIfNull(data);
            using var leaf = data.detach();
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
