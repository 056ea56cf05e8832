using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Names a field's parameter, buffer or module in the module's state, in place of the field's own name.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";
}

public static partial class torch
{
    /// <summary>Neural networks: modules, functions, losses, initial values.</summary>
    public static partial class nn
    {
        /// <summary>
        /// The base of all networks and layers: a tree of named parameters (learned), buffers (kept, not learned) and modules. Call
        /// <see cref="RegisterComponents"/> at the end of a constructor to register the fields.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, Tensor> _buffers = [];
            private readonly OrderedDictionary<string, Module> _children = [];
            private bool _registered;

            /// <summary>A module of the given kind name.</summary>
            protected Module(string name) => _name = name;

            /// <summary>The name of the module's kind.</summary>
            public virtual string GetName() => _name;

            /// <summary>Whether the module is training (dropout drops, batch norm measures) or evaluating.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>Switches the module and all in it to training, or to evaluating.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _children.Values)
                    child.train(train);
            }

            /// <summary>Switches the module and all in it to evaluating.</summary>
            public virtual void eval() => train(false);

            /// <summary>Registers the fields of the object that are modules, parameters or tensors, in the order of declaration.</summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                    return;
                _registered = true;
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    var name = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    switch (field.GetValue(this))
                    {
                        case Module module when !_children.ContainsValue(module):
                            register_module(name, module);
                            break;
                        case Parameter parameter when !_parameters.Values.Any(p => ReferenceEquals(p, parameter)):
                            register_parameter(name, parameter);
                            break;
                        case Tensor tensor when tensor is not Modules.Parameter && !_buffers.Values.Any(b => ReferenceEquals(b, tensor)):
                            register_buffer(name, tensor);
                            break;
                    }
                }
            }

            /// <summary>Makes a tensor part of the module's state without being learned. The module owns it from now on.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                Add(_buffers, name, tensor, "buffer");
                tensor.DetachFromDisposeScope();
            }

            /// <summary>Makes a parameter part of the module. The module owns it from now on.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                Add(_parameters, name, param, "parameter");
                param.DetachFromDisposeScope();
            }

            /// <summary>Makes a module part of this one.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                    throw new ArgumentException($"A module's name must not be empty or contain a dot: \"{name}\".", nameof(name));
                submodule.RegisterComponents();
                Add(_children, name, submodule, "module");
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            private void Add<T>(OrderedDictionary<string, T> to, string name, T item, string kind)
            {
                if (!to.TryAdd(name, item))
                    throw new InvalidOperationException($"{GetName()} has a {kind} named \"{name}\" already.");
            }

            /// <summary>Runs a function on every module below this one and on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var child in _children.Values)
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Clears the derivatives of all parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true) => optim.ClearGradients(parameters(), set_to_none);

            /// <summary>Converts and moves all parameters and buffers of floating-point type, in place: the objects stay the same.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype)
            {
                using (no_grad())
                {
                    foreach (var tensor in parameters().Concat(buffers()))
                        tensor.Become(tensor.is_floating_point() ? dtype : tensor.dtype, device);
                }

                return this;
            }

            /// <summary>Disposes the parameters, buffers and modules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the parameters, buffers and modules.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var child in _children.Values)
                    child.Dispose();
                foreach (var tensor in _parameters.Values.Concat(_buffers.Values))
                    tensor.Dispose();
            }

            /// <summary>The kind of module.</summary>
            public override string ToString() => GetName();
        }
    }
}
