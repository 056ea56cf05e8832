namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters and lasting buffers by name: the module's own tensors, not copies.</summary>
            /// <param name="destination">Where to add them; null makes a new one.</param>
            /// <param name="prefix">What names start with, before a dot.</param>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var entries = named_parameters().Select(p => (p.name, (Tensor)p.parameter)).Concat(named_buffers(include_nonpersistent: false));
                foreach (var (name, tensor) in entries)
                    destination.TryAdd(string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}", tensor);
                return destination;
            }

            private IEnumerable<string> PassingBuffers() =>
                _passing.Concat(named_children().SelectMany(c => c.module.PassingBuffers().Select(name => $"{c.name}.{name}")));

            /// <summary>Copies values into the parameters and buffers of the same names, after checking all of them.</summary>
            /// <param name="source">Values by name.</param>
            /// <param name="strict">Whether both must have the same names.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names that <paramref name="source"/> lacks and those that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> is set.</exception>
            /// <exception cref="ArgumentException">A shape differs, or a kind of number. Nothing was copied.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var target = state_dict();
                var missing = target.Keys.Except(source.Keys).Except(skip ?? []).ToList();
                var unexpected = source.Keys.Except(target.Keys).Except(skip ?? []).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException($"The state does not fit {GetName()}: {Differences(missing, unexpected)}.");
                List<(Tensor Place, Tensor Values)> pairs = [];
                foreach (var (name, place) in target)
                {
                    if (skip?.Contains(name) == true || !source.TryGetValue(name, out var values))
                        continue;
                    Fits(name, place, values);
                    pairs.Add((place, values));
                }

                using (no_grad())
                    foreach (var (place, values) in pairs)
                        place.copy_(values);
                return (missing, unexpected);
            }

            private static string Differences(List<string> missing, List<string> unexpected) =>
                $"missing [{Some(missing)}], unexpected [{Some(unexpected)}]";

            private static string Some(List<string> names) =>
                string.Join(", ", names.Take(10)) + (names.Count > 10 ? $" and {names.Count - 10} more" : "");

            private static void Fits(string name, Tensor place, Tensor values)
            {
                if (!place.shape.AsSpan().SequenceEqual(values.shape))
                    throw new ArgumentException($"\"{name}\" has shape {place.Shaped()}, the saved values have {values.Shaped()}.");
                if (Kind(place.dtype) != Kind(values.dtype))
                    throw new ArgumentException($"\"{name}\" is of type {place.dtype}, the saved values are {values.dtype}.");
            }

            /// <summary>Types of one kind convert into each other when state is loaded: real, complex, integer, truth value.</summary>
            private static int Kind(ScalarType type) =>
                torch.is_floating_point(type) ? 0 : torch.is_complex(type) ? 1 : type == ScalarType.Bool ? 2 : 3;
        }
    }
}
