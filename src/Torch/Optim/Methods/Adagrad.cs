using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adagrad (Duchi, Hazan and Singer 2011): steps divided by the root of the sum of all squares.</summary>
    public sealed class Adagrad : OptimizerHelper
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="lr_decay">How fast the learning rate falls: it is divided by 1 + lr_decay · (steps − 1).</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="initial_accumulator_value">What the sum of squares begins with.</param>
        /// <param name="eps">What is added to the divisor.</param>
        public Adagrad(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
            double eps = 1e-10)
            : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="lr_decay">How fast the learning rate falls: it is divided by 1 + lr_decay · (steps − 1).</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="initial_accumulator_value">What the sum of squares begins with.</param>
        /// <param name="eps">What is added to the divisor.</param>
        public Adagrad(
            IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
            double eps = 1e-10)
            : base(new Options
            {
                LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps
            })
        {
            NotNegative(lr_decay);
            NotNegative(weight_decay);
            NotNegative(initial_accumulator_value);
            NotNegative(eps);
            Add(parameters);
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>How fast the learning rate falls: it is divided by 1 + lr_decay · (steps − 1).</summary>
            public double? lr_decay;

            /// <summary>What the sum of squares begins with.</summary>
            public double? initial_accumulator_value;

            /// <summary>What is added to the divisor.</summary>
            public double? eps;

            /// <summary>The weight of the squared parameters in the loss.</summary>
            public double? weight_decay;
        }

        /// <summary>Parameters with options of their own.</summary>
        public sealed class ParamGroup : ParamGroup<Options>
        {
            /// <summary>An empty group; options that are not set are taken from the optimiser.</summary>
            public ParamGroup()
            {
            }

            /// <summary>Parameters with options; what is not set is taken from the optimiser.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
            {
            }

            /// <summary>Parameters with all options set.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="lr_decay">How fast the learning rate falls: it is divided by 1 + lr_decay · (steps − 1).</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="initial_accumulator_value">What the sum of squares begins with.</param>
            /// <param name="eps">What is added to the divisor.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
                double eps = 1e-10)
                : base(parameters, new Options
                {
                    LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps
                })
            {
            }
        }

        private protected override StateLayout Layout => new(Tensors: 1);

        private protected override void Begin(OptimizerState state, Tensor parameter, OptimizerOptions common) =>
            state.Slot(0, parameter).fill_(((Options)common).initial_accumulator_value!.Value);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var rate = options.LearningRate!.Value / (1 + (state.Step - 1) * options.lr_decay!.Value);
            Fused.Run<T, Rule<T>>(
                new(Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(options.eps!.Value), Fused.All<T>(rate)), parameter, gradient, state.Slot(0, parameter));
        }

        // g ← g + λ p;  s ← s + g²;  p ← p − η g / (√s + ε)
        private readonly record struct Rule<T>(Vector<T> Decay, Vector<T> Eps, Vector<T> Rate) : IRule<T> where T : unmanaged
        {
            public static int Slots => 1;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> sum, ref Vector<T> b, ref Vector<T> c)
            {
                g += Decay * p;
                sum += g * g;
                return p - Rate * (g / (Vector.SquareRoot(sum) + Eps));
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adagrad (Duchi, Hazan and Singer 2011): steps divided by the root of the sum of all squares.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="lr_decay">How fast the learning rate falls: it is divided by 1 + lr_decay · (steps − 1).</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="initial_accumulator_value">What the sum of squares begins with.</param>
            /// <param name="eps">What is added to the divisor.</param>
            public static Adagrad Adagrad(
                IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
                double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            /// <inheritdoc cref="Adagrad(IEnumerable{Parameter}, double, double, double, double, double)"/>
            public static Adagrad Adagrad(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters.Select(p => p.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

            /// <inheritdoc cref="Adagrad(IEnumerable{Parameter}, double, double, double, double, double)"/>
            public static Adagrad Adagrad(
                IEnumerable<Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
                double initial_accumulator_value = 0, double eps = 1e-10) =>
                new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps);
        }
    }
}
