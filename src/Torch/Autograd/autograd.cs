using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
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
            var (from, weights) = Pair(outputs, nameof(outputs), grad_outputs, nameof(grad_outputs));
            var to = Handles(inputs, nameof(inputs));
            var found = new nint[to.Length];
            fixed (nint* o = from, w = weights, i = to, r = found)
                Check(
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
            var (from, weights) = Pair(tensors, nameof(tensors), grad_tensors, nameof(grad_tensors));
            var to = inputs is null ? [] : Handles(inputs, nameof(inputs));
            fixed (nint* o = from, w = weights, i = to)
                Check(
                    Native.shim_backward(o, w, from.Length, i, to.Length, Flag(retain_graph ?? create_graph), Flag(create_graph)),
                    "backward");
            KeepAlive(tensors, grad_tensors, inputs);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [Given(grad_tensor)], retain_graph, create_graph, inputs);

        /// <summary>
        /// Throws what went wrong in a backward pass: the exception of a managed function, or libtorch's message and where the operation was
        /// called.
        /// </summary>
        private static unsafe void Check(int result, string operation)
        {
            if (result >= 0)
                return;
            if (Native.shim_exception() is var handle && handle != 0)
            {
                var exception = (Exception)GCHandle.FromIntPtr(handle).Target!;
                Native.shim_exception_drop();
                ExceptionDispatchInfo.Throw(exception);
            }

            var trace = Marshal.PtrToStringUTF8((nint)Native.shim_anomaly_trace())!;
            throw new TorchException(operation, trace.Length == 0 ? Native.Message() : $"{Native.Message()}\n{trace}");
        }

        private static (nint[] Tensors, nint[] Weights) Pair(IList<Tensor> tensors, string name, IList<Tensor>? weights, string weightsName)
        {
            var handles = Handles(tensors, name);
            if (weights is not null && weights.Count != tensors.Count)
                throw new ArgumentException($"{tensors.Count} tensors need as many weights, not {weights.Count}.", weightsName);
            return (handles, weights is null ? new nint[handles.Length] : [.. weights.Select(w => w?.Handle ?? 0)]);
        }

        private static nint[] Handles(IList<Tensor> tensors, string name)
        {
            ArgumentNullException.ThrowIfNull(tensors, name);
            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
                handles[i] = tensors[i]?.Handle ?? throw new ArgumentException($"Tensor {i} is null.", name);
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
