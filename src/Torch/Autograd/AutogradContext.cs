using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// What a <see cref="Function{T}"/> keeps from its forward to its backward pass. It lives as long as the node of the graph that was
        /// recorded for the call.
        /// </summary>
        public class AutogradContext : IDisposable
        {
            private readonly Func<AutogradContext, List<Tensor>, List<Tensor>> _backward;
            private readonly string _function;
            private readonly bool[] _isTensor;
            private readonly Dictionary<string, object> _data = [];
            private List<Tensor> _toSave = [], _dirty = [], _nonDifferentiable = [];
            private nint _node;

            internal AutogradContext(string function, object[] arguments, Func<AutogradContext, List<Tensor>, List<Tensor>> backward) =>
                (_function, _isTensor, _backward) = (function, Array.ConvertAll(arguments, IsTensor), backward);

            /// <summary>Whether derivatives that are not there are given to the backward pass as zeros, not as null. True at first.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal static bool IsTensor(object argument) => argument is Tensor { IsInvalid: false };

            /// <summary>Keeps inputs or outputs for the backward pass; call it once, in the forward pass. A null stays null.</summary>
            public void save_for_backward(List<Tensor> tensors) => _toSave = Copy(tensors);

            /// <summary>Keeps a value that is no tensor for the backward pass. A tensor kept here that is an output would never be freed.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>Says which inputs the forward pass changed in place. Return them as outputs too.</summary>
            public void mark_dirty(List<Tensor> tensors) => _dirty = Copy(tensors);

            /// <summary>Says which outputs have no derivative.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => _nonDifferentiable = Copy(tensors);

            /// <summary>Sets <see cref="MaterializeGrads"/>.</summary>
            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>The tensors that <see cref="save_for_backward"/> kept; call it in the backward pass.</summary>
            /// <exception cref="TorchException">One was changed in place since, or a backward pass has freed them already.</exception>
            /// <exception cref="InvalidOperationException">This is not the backward pass.</exception>
            public unsafe List<Tensor> get_saved_variables()
            {
                if (_node == 0)
                    throw new InvalidOperationException($"{_function}: saved tensors are there in the backward pass only.");
                var handles = new nint[Native.shim_function_saved_count(_node)];
                fixed (nint* results = handles)
                    Native.Check(Native.shim_function_saved(_node, results), _function);
                return [.. handles.Select(h => Tensor.Adopt(h, 0))];
            }

            /// <summary>The value that <see cref="save_data"/> kept, or null.</summary>
            public object get_data(string key) => _data.GetValueOrDefault(key)!;

            /// <summary>Does nothing: the node of the graph frees what the context keeps.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <inheritdoc cref="Dispose()"/>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Connects outputs with inputs in the graph; the node takes over this context.</summary>
            internal unsafe List<Tensor> Record(IEnumerable<Tensor> inputs, List<Tensor> outputs)
            {
                FunctionCallbacks.Register();
                List<Tensor>[] tensors = [[.. inputs], _dirty, _nonDifferentiable, outputs, _toSave];
                var handles = Array.ConvertAll(tensors, list => list.Select(t => t is { IsInvalid: false } ? t.Handle : 0).ToArray());
                var found = new nint[outputs.Count];
                fixed (nint* a = handles[0], b = handles[1], c = handles[2], d = handles[3], e = handles[4], results = found)
                {
                    var lists = stackalloc nint*[] { a, b, c, d, e };
                    var counts = stackalloc int[] { handles[0].Length, handles[1].Length, handles[2].Length, handles[3].Length, handles[4].Length };
                    var context = GCHandle.ToIntPtr(GCHandle.Alloc(this));
                    Native.Check(Native.shim_function_record(_function, context, lists, counts, MaterializeGrads ? 1 : 0, results), _function);
                }

                GC.KeepAlive(tensors);
                _toSave = _dirty = _nonDifferentiable = [];
                return [.. found.Select(h => Tensor.Adopt(h, 0))];
            }

            /// <summary>The derivatives of the arguments that are tensors.</summary>
            internal List<Tensor> Backward(nint node, List<Tensor> gradients)
            {
                var outer = _node;
                _node = node;
                try
                {
                    return OfTensors(_backward(this, gradients));
                }
                finally
                {
                    _node = outer;
                }
            }

            private List<Tensor> OfTensors(List<Tensor> all)
            {
                if (all is null || all.Count < _isTensor.Length || all.Skip(_isTensor.Length).Any(t => IsTensor(t)))
                    throw new InvalidOperationException(
                        $"{_function}.backward must return one derivative for each of the {_isTensor.Length} arguments of forward, null for those without, not {all?.Count ?? 0}.");
                for (var i = 0; i < _isTensor.Length; i++)
                    if (!_isTensor[i] && IsTensor(all[i]))
                        throw new InvalidOperationException($"{_function}.backward returned a derivative for argument {i}, which is no tensor: return null there.");
                return [.. all.Take(_isTensor.Length).Where((_, i) => _isTensor[i])];
            }

            private static List<Tensor> Copy(List<Tensor> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                return [.. tensors];
            }
        }
    }
}
