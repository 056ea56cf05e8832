using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other. What flows between them is disposed as soon as it is used.</summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<(string Name, nn.IModule<Tensor, Tensor> Module)> _steps = [];

        internal Sequential() : base(nameof(Sequential))
        {
        }

        /// <summary>For derived modules: named modules in order.</summary>
        protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this()
        {
            foreach (var (name, module) in torch.Given(modules))
                append(name, module);
        }

        /// <summary>For derived modules: modules in order, named by their number.</summary>
        protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules) : this()
        {
            foreach (var module in torch.Given(modules))
                append(module);
        }

        /// <summary>How many modules there are.</summary>
        public int Count => _steps.Count;

        /// <summary>The module at a place.</summary>
        [IndexerName("SequentialItems")]
        public nn.IModule<Tensor, Tensor> this[int index] => _steps[index].Module;

        /// <summary>The modules from a place up to, not including, another: the same modules in a new sequence.</summary>
        [IndexerName("SequentialItems")]
        public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        /// <inheritdoc cref="this[ValueTuple{int?, int?}]"/>
        [IndexerName("SequentialItems")]
        public Sequential this[Range index]
        {
            get
            {
                var (start, end) = (index.Start.GetOffset(Count), index.End.GetOffset(Count));
                if (start < 0 || end > Count)
                    throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} modules, which {index} exceeds.");
                var part = new Sequential();
                for (var i = start; i < end; i++)
                    part.append(_steps[i].Name, _steps[i].Module);
                return part;
            }
        }

        /// <summary>Adds a module at the end, named by its number.</summary>
        public Sequential append(nn.IModule<Tensor, Tensor> module) => append(_steps.Count.ToString(), module);

        /// <summary>Adds a module at the end.</summary>
        /// <exception cref="ArgumentException">The module is no <see cref="nn.Module"/>.</exception>
        public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
        {
            ArgumentNullException.ThrowIfNull(module);
            register_module(name, module as nn.Module ?? throw new ArgumentException($"{module.GetType()} is no module.", nameof(module)));
            _steps.Add((name, module));
            return this;
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            if (_steps.Count == 0)
                return tensor.alias();
            var current = tensor;
            foreach (var (_, step) in _steps)
            {
                var next = step.call(current);
                if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
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
            /// <summary>No modules yet: gives back its input.</summary>
            public static Sequential Sequential() => new();

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Modules one after the other, named by their number.</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

            /// <inheritdoc cref="Sequential(Module{Tensor, Tensor}[])"/>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new([.. modules]);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new([.. modules]);

            /// <summary>Modules one after the other, with names.</summary>
            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
                new([.. modules.Select(m => (m.Item1, m.Item2))]);
        }
    }
}
