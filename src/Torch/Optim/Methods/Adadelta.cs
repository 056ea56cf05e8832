using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adadelta (Zeiler 2012): steps as large as the last ones, relative to the size of the derivative.</summary>
    public sealed class Adadelta : OptimizerHelper
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="rho">How much of the mean squares is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="rho">How much of the mean squares is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public Adadelta(
            IEnumerable<ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
            : base(new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
            if (rho is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(rho), rho, $"rho must lie in [0, 1], not be {rho}.");
            NotNegative(eps);
            NotNegative(weight_decay);
            Add(parameters);
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>How much of the mean squares is kept.</summary>
            public double? rho;

            /// <summary>What is added to the divisor.</summary>
            public double? eps;

            /// <summary>The weight of the squared parameters in the loss.</summary>
            public double? weight_decay;

            /// <summary>Whether the loss shall rise instead of fall.</summary>
            public bool? maximize;
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
            /// <param name="rho">How much of the mean squares is kept.</param>
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false)
                : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
            {
            }
        }

        private protected override StateLayout Layout => new(Tensors: 2);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var rho = options.rho!.Value;
            var rule = new Rule<T>(
                Fused.All<T>(options.maximize!.Value ? -1 : 1), Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(rho), Fused.All<T>(1 - rho),
                Fused.All<T>(options.eps!.Value), Fused.All<T>(options.LearningRate!.Value));
            Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter));
        }

        // g ← ± g + λ p;  s ← ρ s + (1 − ρ) g²;  δ = √(d + ε) / √(s + ε) · g;  d ← ρ d + (1 − ρ) δ²;  p ← p − η δ
        private readonly record struct Rule<T>(Vector<T> Sign, Vector<T> Decay, Vector<T> Rho, Vector<T> New, Vector<T> Eps, Vector<T> Rate)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 2;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> square, ref Vector<T> steps, ref Vector<T> c)
            {
                g = Sign * g + Decay * p;
                square = Rho * square + New * g * g;
                var step = Vector.SquareRoot(steps + Eps) / Vector.SquareRoot(square + Eps) * g;
                steps = Rho * steps + New * step * step;
                return p - Rate * step;
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
            /// <summary>Adadelta (Zeiler 2012): steps as large as the last ones, relative to the size of the derivative.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="rho">How much of the mean squares is kept.</param>
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public static Adadelta Adadelta(
                IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);

            /// <inheritdoc cref="Adadelta(IEnumerable{Parameter}, double, double, double, double, bool)"/>
            public static Adadelta Adadelta(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
                bool maximize = false) =>
                new(parameters.Select(p => p.parameter), lr, rho, eps, weight_decay, maximize);

            /// <inheritdoc cref="Adadelta(IEnumerable{Parameter}, double, double, double, double, bool)"/>
            public static Adadelta Adadelta(
                IEnumerable<Adadelta.ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
                bool maximize = false) =>
                new(parameters, lr, rho, eps, weight_decay, maximize);
        }
    }
}
