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
                Walk(m => m._parameters, recurse);

            /// <summary>The parameters, each once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            /// <summary>The buffers with their names (dotted paths), each once.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) => Walk(m => m._buffers, recurse);

            /// <summary>The buffers, each once.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(b => b.buffer);

            /// <summary>The modules directly inside with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _children.Select(c => (c.Key, c.Value));

            /// <summary>The modules directly inside.</summary>
            public virtual IEnumerable<Module> children() => _children.Values;

            /// <summary>All modules inside with their names (dotted paths).</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                _children.SelectMany(c => c.Value.named_modules().Select(m => ($"{c.Key}.{m.name}", m.module)).Prepend((c.Key, c.Value)));

            /// <summary>All modules inside.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>The parameter of a dotted path, or null.</summary>
            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(p => p.name == target).parameter;

            /// <summary>The buffer of a dotted path, or null.</summary>
            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(b => b.name == target).buffer;

            /// <summary>Whether there is a parameter of that dotted path.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>Whether there is a buffer of that dotted path.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private IEnumerable<(string, T)> Walk<T>(Func<Module, OrderedDictionary<string, T>> own, bool recurse) where T : Tensor
            {
                var seen = new HashSet<nint>();
                foreach (var (path, module) in recurse ? named_modules().Prepend(("", this)) : [("", this)])
                    foreach (var (name, tensor) in own(module))
                        if (!tensor.IsInvalid && seen.Add(tensor.Handle))
                            yield return (path.Length > 0 ? $"{path}.{name}" : name, tensor);
            }
        }
    }
}
