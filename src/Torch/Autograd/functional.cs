namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives of functions.</summary>
        public static class functional
        {
            /// <summary>The derivatives of each element of a function's result by each element of its input.</summary>
            /// <returns>Of the shape of the result and then that of the input.</returns>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs)
            {
                ArgumentNullException.ThrowIfNull(function);
                ArgumentNullException.ThrowIfNull(inputs);
                return jacobian(x => new[] { function(x[0]) }, [inputs]).Single();
            }

            /// <summary>The derivatives of each element of several results by each element of an input, one tensor for each result.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs)
            {
                ArgumentNullException.ThrowIfNull(function);
                ArgumentNullException.ThrowIfNull(inputs);
                return jacobian(x => function(x[0]), [inputs]);
            }

            /// <summary>The derivatives of each element of a result by each element of several inputs, one tensor for each input.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs)
            {
                ArgumentNullException.ThrowIfNull(function);
                return jacobian(x => new[] { function(x) }, inputs);
            }

            /// <summary>The derivatives of results by inputs: for each result, one tensor for each input; 0 by an input that a result does not depend on.</summary>
            /// <param name="function">The function, called once with inputs of the same values that want derivatives.</param>
            /// <param name="inputs">Where.</param>
            /// <exception cref="ArgumentException">A result is null.</exception>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs)
            {
                ArgumentNullException.ThrowIfNull(function);
                Several(inputs, nameof(inputs));
                using var scope = NewDisposeScope();
                using var recording = enable_grad();
                Tensor[] places = [.. inputs.Select(x => x.detach().requires_grad_())];
                var results = function(places);
                Several(results, nameof(function));
                List<Tensor> all = [];
                foreach (var result in results)
                {
                    if (!result.requires_grad)
                    {
                        all.AddRange(places.Select(x => zeros([.. result.shape, .. x.shape], x.dtype)));
                        continue;
                    }

                    var elements = result.reshape(-1).unbind();
                    var rows = elements.Select(y => grad([y], places, retain_graph: true, allow_unused: true)).ToArray();
                    all.AddRange(places.Select((x, i) => elements.Length == 0
                        ? zeros([.. result.shape, .. x.shape], x.dtype)
                        : stack(rows.Select(row => row[i] ?? zeros_like(x))).reshape([.. result.shape, .. x.shape])));
                }

                scope.MoveToOuter(all);
                return all;
            }

            private static void Several(Tensor[] tensors, string name)
            {
                ArgumentNullException.ThrowIfNull(tensors, name);
                if (Array.IndexOf(tensors, null) is var place && place >= 0)
                    throw new ArgumentException($"Tensor number {place} of {tensors.Length} is null.", name);
            }
        }
    }
}
