using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules of one type by name, in the order of insertion. It has no forward of its own.</summary>
    /// <typeparam name="T">The type of the modules.</typeparam>
    public class ModuleDict<T>() : ItemDict<T>(nameof(ModuleDict)) where T : nn.Module
    {
        private protected override void Register(string name, T item) => register_module(name, item);
    }

    /// <summary>Modules by name, in the order of insertion. It has no forward of its own.</summary>
    public class ModuleDict : ModuleDict<nn.Module>
    {
    }

    /// <summary>Parameters by name, in the order of insertion.</summary>
    public class ParameterDict() : ItemDict<Parameter>(nameof(ParameterDict))
    {
        private protected override void Register(string name, Parameter item) => register_parameter(name, item);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules by name, in order.</summary>
            public static ModuleDict ModuleDict(params (string, Module)[] modules) => Filled(new ModuleDict(), modules);

            /// <summary>Modules of one type by name, in order.</summary>
            public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules) where T : Module => Filled(new ModuleDict<T>(), modules);

            /// <summary>Parameters by name, in order.</summary>
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters) => Filled(new ParameterDict(), parameters);

            private static TDict Filled<TDict, T>(TDict dictionary, (string, T)[] items) where TDict : ItemDict<T>
            {
                foreach (var item in Given(items))
                    dictionary.Add(item);
                return dictionary;
            }
        }
    }
}
