using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// RAdam (Liu et al. 2020): Adam that trusts the mean square as far as enough derivatives were seen. The rule is PyTorch's; TorchSharp
    /// multiplies by the learning rate twice.
    /// </summary>
    public sealed class RAdam : OptimizerHelper, optim.IBetas
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        public RAdam(
            IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
            : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
        {
            Fraction(beta1);
            Fraction(beta2);
            NotNegative(eps);
            NotNegative(weight_decay);
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
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1.0, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
                : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay })
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

        private protected override StateLayout Layout => new(Tensors: 2);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var (beta1, beta2, t) = (options.beta1!.Value, options.beta2!.Value, state.Step);
            var remaining = 1 - Math.Pow(beta2, t);
            // How many derivatives the mean square amounts to: in the limit, and now.
            var limit = 2 / (1 - beta2) - 1;
            var length = limit - 2 * t * Math.Pow(beta2, t) / remaining;
            var trusted = length > 5;
            var rate = options.LearningRate!.Value / (1 - Math.Pow(beta1, t));
            if (trusted)
                rate *= Math.Sqrt(remaining) * Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
            var rule = new Rule<T>(
                Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(beta1), Fused.All<T>(1 - beta1), Fused.All<T>(beta2), Fused.All<T>(1 - beta2),
                Fused.All<T>(options.eps!.Value), Fused.All<T>(rate), trusted);
            Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter));
        }

        // g ← g + λ p;  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  p ← p − η m, or p − η m / (√v + ε) once v is trusted
        private readonly record struct Rule<T>(
            Vector<T> Decay, Vector<T> Beta1, Vector<T> New1, Vector<T> Beta2, Vector<T> New2, Vector<T> Eps, Vector<T> Rate, bool Trusted)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 2;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> m, ref Vector<T> v, ref Vector<T> c)
            {
                g += Decay * p;
                m = Beta1 * m + New1 * g;
                v = Beta2 * v + New2 * g * g;
                return p - Rate * (Trusted ? m / (Vector.SquareRoot(v) + Eps) : m);
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
            /// <summary>
            /// RAdam (Liu et al. 2020): Adam that trusts the mean square as far as enough derivatives were seen. The rule is PyTorch's;
            /// TorchSharp multiplies by the learning rate twice.
            /// </summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">How much of the mean derivative is kept.</param>
            /// <param name="beta2">How much of the mean square is kept.</param>
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            public static RAdam RAdam(
                IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);

            /// <inheritdoc cref="RAdam(IEnumerable{Parameter}, double, double, double, double, double)"/>
            public static RAdam RAdam(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0) =>
                new(parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay);

            /// <inheritdoc cref="RAdam(IEnumerable{Parameter}, double, double, double, double, double)"/>
            public static RAdam RAdam(
                IEnumerable<RAdam.ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);
        }
    }
}
