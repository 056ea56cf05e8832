namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>
        /// An operation with a derivative of its own. Derive from <see cref="SingleTensorFunction{T}"/> or <see cref="MultiTensorFunction{T}"/>.
        /// </summary>
        /// <typeparam name="T">The deriving class.</typeparam>
        public abstract class Function<T> where T : Function<T>, new()
        {
            private static readonly T Instance = new();

            /// <summary>The name that errors and anomaly mode use.</summary>
            public abstract string Name { get; }

            internal abstract List<Tensor> forward_internal(AutogradContext ctx, params object[] vars);

            internal abstract List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs);

            /// <summary>Runs forward without recording and, if an input requires a derivative, records the whole as one operation.</summary>
            public static List<Tensor> apply_internal(params object[] vars)
            {
                ArgumentNullException.ThrowIfNull(vars);
                var inputs = vars.Where(AutogradContext.IsTensor).Cast<Tensor>().ToList();
                var recorded = is_grad_enabled() && inputs.Any(t => t.requires_grad);
                var context = new AutogradContext(Instance.Name, vars, Instance.backward_internal);
                List<Tensor> outputs;
                using (no_grad())
                    outputs = Instance.forward_internal(context, vars);
                if (outputs is null || outputs.Count == 0 || outputs.Any(t => !AutogradContext.IsTensor(t)))
                    throw new InvalidOperationException($"{Instance.Name}.forward must return tensors, none of them null.");
                return recorded ? context.Record(inputs, outputs) : outputs;
            }
        }

        /// <summary>An operation with one output and a derivative of its own; call it by <see cref="apply"/>.</summary>
        /// <typeparam name="T">The deriving class.</typeparam>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            /// <summary>Computes the output; derivatives flow through those arguments that are tensors.</summary>
            public static Tensor apply(params object[] vars) => apply_internal(vars)[0];

            /// <summary>Computes the output. Nothing in here is recorded.</summary>
            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            /// <summary>The derivative with respect to each argument of forward, null for those without.</summary>
            /// <param name="ctx">What forward kept.</param>
            /// <param name="grad_output">The derivative with respect to the output.</param>
            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => [forward(ctx, vars)];

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs[0]);
        }

        /// <summary>An operation with several outputs and a derivative of its own; call it by <see cref="apply"/>.</summary>
        /// <typeparam name="T">The deriving class.</typeparam>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            /// <summary>Computes the outputs; derivatives flow through those arguments that are tensors.</summary>
            public static List<Tensor> apply(params object[] vars) => apply_internal(vars);

            /// <summary>Computes the outputs. Nothing in here is recorded.</summary>
            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            /// <summary>The derivative with respect to each argument of forward, null for those without.</summary>
            /// <param name="ctx">What forward kept.</param>
            /// <param name="grad_outputs">The derivatives with respect to the outputs.</param>
            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal sealed override List<Tensor> forward_internal(AutogradContext ctx, params object[] vars) => forward(ctx, vars);

            internal sealed override List<Tensor> backward_internal(AutogradContext ctx, List<Tensor> grad_outputs) => backward(ctx, grad_outputs);
        }
    }
}
