using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded for derivatives. Only leaves of real or complex type can change it.</summary>
        public bool requires_grad
        {
            get => Info.RequiresGrad;
            set
            {
                Native.Check(Native.shim_set_requires_grad(Handle, value ? 1 : 0), nameof(requires_grad));
                GC.KeepAlive(this);
            }
        }

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Whether no recorded operation made the tensor.</summary>
        public bool is_leaf => Info.IsLeaf;

        /// <summary>The derivative that <see cref="backward()"/> has accumulated here, or null.</summary>
        public Tensor? grad
        {
            get
            {
                var found = Native.shim_grad(Handle);
                GC.KeepAlive(this);
                return found == 0 ? null : Adopt(found, 0);
            }

            set
            {
                Native.Check(Native.shim_set_grad(Handle, value?.Handle ?? 0), nameof(grad));
                GC.KeepAlive(value);
                GC.KeepAlive(this);
            }
        }

        /// <summary>Makes <see cref="grad"/> kept on a tensor that is not a leaf.</summary>
        public void retain_grad() => RetainGrad.CallVoid(this);

        /// <summary>Adds the derivatives of this tensor to the <see cref="grad"/> of all leaves that it came from.</summary>
        public void backward() => autograd.backward(this);

        /// <summary>Adds the derivatives of this tensor to the <see cref="grad"/> of all leaves that it came from.</summary>
        /// <param name="grad_tensors">The weight of each element, one tensor; needed unless there is exactly one element.</param>
        /// <param name="retain_graph">Whether the graph can be used again; a graph that is created always can.</param>
        /// <param name="create_graph">Whether the derivatives can be differentiated again.</param>
        /// <param name="inputs">The only leaves to add to; null for all.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph || create_graph, create_graph, inputs);

        private static readonly Operator RetainGrad = new("retain_grad");
    }
}
