using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters with their names (dotted paths), each once.</summary>
            /// <param name="recurse">Whether those of modules inside count.</param>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Once(_parameters, recurse ? m => m.named_parameters() : null);

            /// <summary>The parameters, each once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            /// <summary>The buffers with their names (dotted paths), each once.</summary>
            /// <param name="recurse">Whether those of modules inside count.</param>
            /// <param name="include_nonpersistent">Whether those count that are not saved with the state.</param>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var passing = include_nonpersistent ? [] : PassingBuffers().ToHashSet();
                return Once(_buffers, recurse ? m => m.named_buffers() : null).Where(b => !passing.Contains(b.Item1));
            }

            /// <inheritdoc cref="named_buffers(bool, bool)"/>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            /// <summary>The modules directly inside with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _children.Select(c => (c.Key, c.Value));

            /// <summary>The modules directly inside.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(c => c.module);

            /// <summary>All modules inside with their names (dotted paths): first those directly inside, then what is in each of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                named_children().Concat(named_children().SelectMany(c => c.module.named_modules().Select(m => ($"{c.name}.{m.name}", m.module))));

            /// <summary>All modules inside.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>The parameter of a dotted path, or null.</summary>
            public virtual Parameter? get_parameter(string target) => Find(target, _parameters, (m, rest) => m.get_parameter(rest));

            /// <summary>The buffer of a dotted path, or null.</summary>
            public virtual Tensor? get_buffer(string target) => Find(target, _buffers, (m, rest) => m.get_buffer(rest));

            /// <summary>Whether there is a parameter of that dotted path.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of that dotted path.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private IEnumerable<(string, T)> Once<T>(OrderedDictionary<string, T> own, Func<Module, IEnumerable<(string, T)>>? inside) where T : Tensor
            {
                var seen = new HashSet<nint>();
                foreach (var (name, tensor) in own)
                    if (!tensor.IsInvalid && seen.Add(tensor.Handle))
                        yield return (name, tensor);
                if (inside is null)
                    yield break;
                foreach (var (path, child) in named_children())
                    foreach (var (name, tensor) in inside(child))
                        if (!tensor.IsInvalid && seen.Add(tensor.Handle))
                            yield return ($"{path}.{name}", tensor);
            }

            private T? Find<T>(string target, OrderedDictionary<string, T> own, Func<Module, string, T?> inside) where T : Tensor
            {
                ArgumentNullException.ThrowIfNull(target);
                if (own.TryGetValue(target, out var found))
                    return found;
                return named_children()
                    .Where(c => target.Length > c.name.Length && target[c.name.Length] == '.' && target.StartsWith(c.name, StringComparison.Ordinal))
                    .Select(c => inside(c.module, target[(c.name.Length + 1)..]))
                    .FirstOrDefault(t => t is not null);
            }
        }
    }
}
