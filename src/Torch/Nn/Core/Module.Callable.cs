namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module from one value to another.</summary>
        public abstract class Module<T, TResult>(string name) : Module(name), IModule<T, TResult>
        {
            /// <summary>Computes the result. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the module.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module from two values to one.</summary>
        public abstract class Module<T1, T2, TResult>(string name) : Module(name), IModule<T1, T2, TResult>
        {
            /// <summary>Computes the result. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the module.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        /// <summary>A module from three values to one.</summary>
        public abstract class Module<T1, T2, T3, TResult>(string name) : Module(name), IModule<T1, T2, T3, TResult>
        {
            /// <summary>Computes the result. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs the module.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }

        /// <summary>Anything that can be called with one value.</summary>
        public interface IModule<in T, out TResult>
        {
            /// <summary>Runs the module.</summary>
            TResult call(T input1);
        }

        /// <summary>Anything that can be called with two values.</summary>
        public interface IModule<in T1, in T2, out TResult>
        {
            /// <summary>Runs the module.</summary>
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>Anything that can be called with three values.</summary>
        public interface IModule<in T1, in T2, in T3, out TResult>
        {
            /// <summary>Runs the module.</summary>
            TResult call(T1 input1, T2 input2, T3 input3);
        }
    }
}
