using System.Reflection;
using System.Runtime.CompilerServices;
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
            private readonly HashSet<string> _passing = [];
            private bool _registered;

            /// <summary>A module of the given kind name.</summary>
            protected Module(string name) => _name = name;

            /// <summary>The name of the module's kind.</summary>
            public virtual string GetName() => _name;

            /// <summary>Whether the module is training (dropout drops, batch norm measures) or evaluating.</summary>
            public virtual bool training { get; private set; } = true;

            internal bool IsDisposed { get; private set; }

            /// <summary>Switches the module and all in it to training, or to evaluating.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in children())
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

            /// <summary>Makes a tensor part of the module without being learned. The module owns it from now on.</summary>
            /// <param name="name">The buffer's name.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether it belongs to the state that is saved.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                Add(_buffers, name, tensor, "buffer");
                if (!persistent)
                    _passing.Add(name);
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

            /// <summary>Makes a module part of this one; null takes the module of that name out.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            /// <exception cref="ArgumentException">The name is empty or contains a dot.</exception>
            public virtual void register_module(string name, Module? submodule)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                    throw new ArgumentException($"A module's name must not be empty or contain a dot: \"{name}\".", nameof(name));
                if (submodule is null)
                {
                    _children.Remove(name);
                    return;
                }

                submodule.RegisterComponents();
                Add(_children, name, submodule, "module");
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module? module) => register_module(name, module);

            private void Add<T>(OrderedDictionary<string, T> to, string name, T item, string kind)
            {
                ArgumentNullException.ThrowIfNull(name);
                if (!to.TryAdd(name, item))
                    throw new InvalidOperationException($"{GetName()} has a {kind} named \"{name}\" already.");
            }

            /// <summary>Registers a parameter in place of another of that name; null takes it out.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor? value)
            {
                if (value is null)
                    _parameters.Remove(name);
                else
                    _parameters[name] = value as Parameter ?? new(value);
            }

            /// <summary>Registers a buffer in place of another of that name; null takes it out.</summary>
            /// <param name="name">The buffer's name.</param>
            /// <param name="value">The buffer, or null.</param>
            /// <param name="persistent">Whether it is saved with the state.</param>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                _passing.Remove(name);
                if (value is null)
                    _buffers.Remove(name);
                else
                    _buffers[name] = value;
                if (value is not null && !persistent)
                    _passing.Add(name);
            }

            /// <summary>A parameter or buffer in place of another, which is disposed.</summary>
            private protected T Replaced<T>(T old, T value, [CallerMemberName] string name = "") where T : Tensor?
            {
                if (ReferenceEquals(old, value))
                    return value;
                old?.Dispose();
                value?.DetachFromDisposeScope();
                if (typeof(T) == typeof(Parameter))
                    ConditionallyRegisterParameter(name, value);
                else
                    ConditionallyRegisterBuffer(name, value, !_passing.Contains(name));
                return value;
            }

            /// <summary>Forgets what was registered, so that a container can register its items anew.</summary>
            private protected void Unregister()
            {
                _children.Clear();
                _parameters.Clear();
            }

            /// <summary>Takes a parameter out of the module's, though the module goes on using it.</summary>
            internal void Forget(string parameter) => _parameters.Remove(parameter);

            /// <summary>Runs a function on every module below this one and on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var child in children())
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Clears the derivatives of all parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true) => optim.ClearGradients(parameters(), set_to_none);

            /// <summary>Says whether derivatives by the parameters are wanted.</summary>
            public virtual Module requires_grad_(bool requires_grad = true)
            {
                foreach (var parameter in parameters())
                    parameter.requires_grad = requires_grad;
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
                IsDisposed = true;
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
