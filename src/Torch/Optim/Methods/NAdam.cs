using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>NAdam (Dozat 2016): Adam that looks ahead as Nesterov's momentum does.</summary>
    public sealed class NAdam : OptimizerHelper, optim.IBetas
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="momentum_decay">How fast the momentum rises to beta1.</param>
        public NAdam(
            IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            double momentum_decay = 4e-3)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="momentum_decay">How fast the momentum rises to beta1.</param>
        public NAdam(
            IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            double momentum_decay = 4e-3)
            : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay })
        {
            Fraction(beta1);
            Fraction(beta2);
            NotNegative(eps);
            NotNegative(weight_decay);
            NotNegative(momentum_decay);
            Add(parameters);
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>How much of the mean derivative is kept.</summary>
            public double? beta1;

            /// <summary>How much of the mean square is kept.</summary>
            public double? beta2;

            /// <summary>What is added to the divisor.</summary>
            public double? eps;

            /// <summary>The weight of the squared parameters in the loss.</summary>
            public double? weight_decay;

            /// <summary>How fast the momentum rises to beta1.</summary>
            public double? momentum_decay;
        }

        /// <summary>Parameters with options of their own.</summary>
        public sealed class ParamGroup : ParamGroup<Options>, optim.IBetas
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
            /// <param name="beta1">How much of the mean derivative is kept.</param>
            /// <param name="beta2">How much of the mean square is kept.</param>
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="momentum_decay">How fast the momentum rises to beta1.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
                double momentum_decay = 4e-3)
                : base(parameters, new Options
                {
                    LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay
                })
            {
            }

            /// <inheritdoc/>
            public (double, double) Betas
            {
                get => (Options.beta1!.Value, Options.beta2!.Value);
                set => (Options.beta1, Options.beta2) = value;
            }
        }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => (((Options)Defaults).beta1!.Value, ((Options)Defaults).beta2!.Value);
            set => (((Options)Defaults).beta1, ((Options)Defaults).beta2) = value;
        }

        private protected override StateLayout Layout => new(Tensors: 2, Numbers: 1);

        private protected override void Begin(OptimizerState state, Tensor parameter, OptimizerOptions common) => state.Numbers[0] = 1;

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var (beta1, beta2, rate) = (options.beta1!.Value, options.beta2!.Value, options.LearningRate!.Value);
            double Momentum(long step) => beta1 * (1 - 0.5 * Math.Pow(0.96, step * options.momentum_decay!.Value));
            var (now, next) = (Momentum(state.Step), Momentum(state.Step + 1));
            var product = state.Numbers[0] *= now;
            var rule = new Rule<T>(
                Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(beta1), Fused.All<T>(1 - beta1), Fused.All<T>(beta2), Fused.All<T>(1 - beta2),
                Fused.All<T>(1 - Math.Pow(beta2, state.Step)), Fused.All<T>(options.eps!.Value),
                Fused.All<T>(rate * (1 - now) / (1 - product)), Fused.All<T>(rate * next / (1 - product * now * next)));
            Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter));
        }

        // g ← g + λ p;  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  d = √(v / (1 − β₂ᵗ)) + ε;  p ← p − η g / d − η' m / d, where η
        // and η' are η (1 − μₜ) / (1 − Πμ) and η μₜ₊₁ / (1 − μₜ μₜ₊₁ Πμ), as PyTorch 1.13 and TorchSharp have them
        private readonly record struct Rule<T>(
            Vector<T> Decay, Vector<T> Beta1, Vector<T> New1, Vector<T> Beta2, Vector<T> New2, Vector<T> Correction, Vector<T> Eps,
            Vector<T> Rate, Vector<T> Ahead) : IRule<T> where T : unmanaged
        {
            public static int Slots => 2;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> m, ref Vector<T> v, ref Vector<T> c)
            {
                g += Decay * p;
                m = Beta1 * m + New1 * g;
                v = Beta2 * v + New2 * g * g;
                var divisor = Vector.SquareRoot(v / Correction) + Eps;
                return p - Rate * (g / divisor) - Ahead * (m / divisor);
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
            /// <summary>NAdam (Dozat 2016): Adam that looks ahead as Nesterov's momentum does.</summary>
            /// <param name="named_parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">How much of the mean derivative is kept.</param>
            /// <param name="beta2">How much of the mean square is kept.</param>
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="momentum_decay">How fast the momentum rises to beta1.</param>
            public static NAdam NAdam(
                IEnumerable<Parameter> named_parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
                double momentum_decay = 4e-3) =>
                new(named_parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);

            /// <inheritdoc cref="NAdam(IEnumerable{Parameter}, double, double, double, double, double, double)"/>
            public static NAdam NAdam(
                IEnumerable<(string name, Parameter parameter)> named_parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0, double momentum_decay = 4e-3) =>
                new(named_parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay, momentum_decay);

            /// <inheritdoc cref="NAdam(IEnumerable{Parameter}, double, double, double, double, double, double)"/>
            public static NAdam NAdam(
                IEnumerable<NAdam.ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0, double momentum_decay = 4e-3) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, momentum_decay);
        }
    }
}
