using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other. What flows between them is disposed as soon as it is used.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<nn.IModule<Tensor, Tensor>> _steps = [];

        internal Sequential(IEnumerable<(string name, nn.Module<Tensor, Tensor> module)> modules) : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
                append(name, module);
        }

        /// <summary>How many modules there are.</summary>
        public int Count => _steps.Count;

        /// <summary>The module at a place.</summary>
        public nn.Module<Tensor, Tensor> this[int index] => (nn.Module<Tensor, Tensor>)_steps[index];

        /// <summary>Adds a module at the end, named by its number.</summary>
        public Sequential append(nn.Module<Tensor, Tensor> module) => append(_steps.Count.ToString(), module);

        /// <summary>Adds a module at the end.</summary>
        public Sequential append(string name, nn.Module<Tensor, Tensor> module)
        {
            register_module(name, module);
            _steps.Add(module);
            return this;
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            if (_steps.Count == 0)
                return input.alias();
            var current = input;
            foreach (var step in _steps)
            {
                var next = step.call(current);
                if (!ReferenceEquals(current, input) && !ReferenceEquals(current, next))
                    current.Dispose();
                current = next;
            }

            return current;
        }

        /// <inheritdoc/>
        protected override void RegisterComponents()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Modules one after the other, named by their number.</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            /// <inheritdoc cref="Sequential(Module{Tensor, Tensor}[])"/>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
                new(modules.Select((module, i) => (i.ToString(), module)));

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);
        }
    }
}
