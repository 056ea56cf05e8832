using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules of one type in a list, named by their number. It has no forward of its own.</summary>
    /// <typeparam name="T">The type of the modules.</typeparam>
    public class ModuleList<T> : ItemList<T> where T : nn.Module
    {
        /// <summary>A list of modules.</summary>
        public ModuleList(params T[] modules) : base(nameof(ModuleList), modules)
        {
        }

        private protected override void Register(string name, T item) => register_module(name, item);
    }

    /// <summary>Modules in a list, named by their number. It has no forward of its own.</summary>
    public class ModuleList : ModuleList<nn.Module>
    {
        /// <summary>A list of modules.</summary>
        public ModuleList(params nn.Module[] modules) : base(modules)
        {
        }
    }

    /// <summary>Parameters in a list, named by their number.</summary>
    public class ParameterList : ItemList<Parameter>
    {
        /// <summary>A list of parameters.</summary>
        public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList), parameters)
        {
        }

        private protected override void Register(string name, Parameter item) => register_parameter(name, item);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules in a list, named by their number.</summary>
            public static ModuleList ModuleList(params Module[] modules) => new(modules);

            /// <summary>Modules of one type in a list, named by their number.</summary>
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);

            /// <summary>Parameters in a list, named by their number.</summary>
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}
