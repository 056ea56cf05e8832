using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Automatic differentiation.</summary>
    public static partial class autograd
    {
        /// <summary>The derivatives of the (weighted) sum of outputs with respect to each input.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">The weight of each output's elements; an output of one element needs none.</param>
        /// <param name="retain_graph">Whether the graph can be used again.</param>
        /// <param name="create_graph">Whether the derivatives can be differentiated again.</param>
        /// <param name="allow_unused">Whether an input that no output depends on gives null instead of an error.</param>
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            var (from, weights) = Pair(outputs, grad_outputs, nameof(grad_outputs));
            var to = Handles(inputs);
            var found = new nint[to.Length];
            fixed (nint* o = from, w = weights, i = to, r = found)
                Native.Check(
                    Native.shim_gradients(
                        o, w, from.Length, i, to.Length, Flag(retain_graph || create_graph), Flag(create_graph), Flag(allow_unused), r),
                    "autograd.grad");
            KeepAlive(outputs, inputs, grad_outputs);
            return Array.ConvertAll(found, handle => Tensor.Adopt(handle, 0));
        }

        /// <summary>Adds the derivatives of the (weighted) sum of tensors to the <see cref="Tensor.grad"/> of the leaves.</summary>
        /// <param name="tensors">What is differentiated.</param>
        /// <param name="grad_tensors">The weight of each tensor's elements; a tensor of one element needs none.</param>
        /// <param name="retain_graph">Whether the graph can be used again.</param>
        /// <param name="create_graph">Whether the derivatives can be differentiated again.</param>
        /// <param name="inputs">The only leaves to add to; null for all.</param>
        public static unsafe void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            var (from, weights) = Pair(tensors, grad_tensors, nameof(grad_tensors));
            var to = inputs is null ? [] : Handles(inputs);
            fixed (nint* o = from, w = weights, i = to)
                Native.Check(
                    Native.shim_backward(o, w, from.Length, i, to.Length, Flag(retain_graph ?? create_graph), Flag(create_graph)),
                    "backward");
            KeepAlive(tensors, grad_tensors, inputs);
        }

        private static (nint[] Tensors, nint[] Weights) Pair(IList<Tensor> tensors, IList<Tensor>? weights, string name)
        {
            if (weights is not null && weights.Count != tensors.Count)
                throw new ArgumentException($"{tensors.Count} tensors need as many weights, not {weights.Count}.", name);
            var handles = Handles(tensors);
            return (handles, weights is null ? new nint[handles.Length] : Handles(weights));
        }

        private static nint[] Handles(IList<Tensor> tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i]?.Handle ?? 0;
            return handles;
        }

        private static int Flag(bool value) => value ? 1 : 0;

        private static void KeepAlive(params ReadOnlySpan<IList<Tensor>?> lists)
        {
            foreach (var list in lists)
                for (var i = 0; i < (list?.Count ?? 0); i++)
                    GC.KeepAlive(list![i]);
        }
    }
}
