namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module from one value to one result.</summary>
        public abstract class Module<T, TResult>(string name)
            : HookableModule<Func<Module<T, TResult>, T, T?>, Func<Module<T, TResult>, T, TResult, TResult?>>(name),
            IModule<T, TResult>
        {
            /// <summary>Computes the result, without hooks. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the module with its hooks.</summary>
            public TResult call(T input)
            {
                foreach (var (_, hook) in Before())
                    input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var (_, hook) in After)
                    result = hook(this, input, result) ?? result;
                return Ended(result);
            }
        }

        /// <summary>A module from two values to one result.</summary>
        public abstract class Module<T1, T2, TResult>(string name)
            : HookableModule<
                Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>,
                Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult?>>(name),
            IModule<T1, T2, TResult>
        {
            /// <summary>Computes the result, without hooks. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs the module with its hooks.</summary>
            public TResult call(T1 input1, T2 input2)
            {
                foreach (var (_, hook) in Before())
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                var result = forward(input1, input2);
                foreach (var (_, hook) in After)
                    result = hook(this, input1, input2, result) ?? result;
                return Ended(result);
            }
        }

        /// <summary>A module from three values to one result.</summary>
        public abstract class Module<T1, T2, T3, TResult>(string name)
            : HookableModule<
                Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>,
                Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult?>>(name),
            IModule<T1, T2, T3, TResult>
        {
            /// <summary>Computes the result, without hooks. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs the module with its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                foreach (var (_, hook) in Before())
                    (input1, input2, input3) = hook(this, input1, input2, input3) ?? (input1, input2, input3);
                var result = forward(input1, input2, input3);
                foreach (var (_, hook) in After)
                    result = hook(this, input1, input2, input3, result) ?? result;
                return Ended(result);
            }
        }

        /// <summary>A module from four values to one result.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult>(string name)
            : HookableModule<
                Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>,
                Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult?>>(name),
            IModule<T1, T2, T3, T4, TResult>
        {
            /// <summary>Computes the result, without hooks. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            /// <summary>Runs the module with its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                foreach (var (_, hook) in Before())
                    (input1, input2, input3, input4) = hook(this, input1, input2, input3, input4) ?? (input1, input2, input3, input4);
                var result = forward(input1, input2, input3, input4);
                foreach (var (_, hook) in After)
                    result = hook(this, input1, input2, input3, input4, result) ?? result;
                return Ended(result);
            }
        }

        /// <summary>A module from five values to one result.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, TResult>(string name)
            : HookableModule<
                Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>,
                Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult?>>(name),
            IModule<T1, T2, T3, T4, T5, TResult>
        {
            /// <summary>Computes the result, without hooks. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

            /// <summary>Runs the module with its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
            {
                foreach (var (_, hook) in Before())
                    (input1, input2, input3, input4, input5) =
                        hook(this, input1, input2, input3, input4, input5) ?? (input1, input2, input3, input4, input5);
                var result = forward(input1, input2, input3, input4, input5);
                foreach (var (_, hook) in After)
                    result = hook(this, input1, input2, input3, input4, input5, result) ?? result;
                return Ended(result);
            }
        }

        /// <summary>A module from six values to one result.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, T6, TResult>(string name)
            : HookableModule<
                Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>,
                Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult?>>(name),
            IModule<T1, T2, T3, T4, T5, T6, TResult>
        {
            /// <summary>Computes the result, without hooks. Call <see cref="call"/>, not this.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

            /// <summary>Runs the module with its hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
            {
                foreach (var (_, hook) in Before())
                    (input1, input2, input3, input4, input5, input6) =
                        hook(this, input1, input2, input3, input4, input5, input6) ?? (input1, input2, input3, input4, input5, input6);
                var result = forward(input1, input2, input3, input4, input5, input6);
                foreach (var (_, hook) in After)
                    result = hook(this, input1, input2, input3, input4, input5, input6, result) ?? result;
                return Ended(result);
            }
        }
    }
}
