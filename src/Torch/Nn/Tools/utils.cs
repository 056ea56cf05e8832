using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Operations on the parameters of a module together.</summary>
        public static partial class utils
        {
            /// <summary>Shrinks all derivatives by one factor so that their joint norm is at most <paramref name="max_norm"/>.</summary>
            /// <returns>The joint norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = NewDisposeScope();
                using var silent = no_grad();
                Tensor[] grads = [.. tensors.Select(t => t.grad).OfType<Tensor>()];
                if (grads.Length == 0)
                    return 0;
                using var norms = stack(grads.Select(g => linalg.vector_norm(g, norm_type)));
                var total = linalg.vector_norm(norms, norm_type).ToDouble();
                var factor = max_norm / (total + 1e-6);
                if (!(factor >= 1))
                    foreach (var grad in grads)
                        grad.mul_(factor);
                return total;
            }

            /// <summary>Cuts each derivative to ±clip_value.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                using var scope = NewDisposeScope();
                using var silent = no_grad();
                foreach (var grad in tensors.Select(t => t.grad).OfType<Tensor>())
                    grad.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters as one vector; gradients flow through it.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return scope.MoveToOuter(cat([.. tensors.Select(p => p.reshape(-1))]));
            }

            /// <summary>Writes a vector's numbers to the parameters, in order.</summary>
            /// <exception cref="ArgumentException">The vector holds another count of numbers than the parameters.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                using var scope = NewDisposeScope();
                using var silent = no_grad();
                var list = tensors.ToArray();
                var needed = list.Sum(p => p.numel());
                if (vec.ndim != 1 || vec.numel() != needed)
                    throw new ArgumentException($"Expected a vector of {needed} numbers, not shape {vec.Shaped()}.", nameof(vec));
                long offset = 0;
                foreach (var parameter in list)
                {
                    parameter.copy_(vec.narrow(0, offset, parameter.numel()).view_as(parameter));
                    offset += parameter.numel();
                }
            }
        }
    }
}
