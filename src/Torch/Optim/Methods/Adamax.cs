using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adamax (Kingma and Ba 2015): Adam by the greatest derivative, which decays, in place of the mean square.</summary>
    public sealed class Adamax : OptimizerHelper, optim.IBetas
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the greatest derivative is kept.</param>
        /// <param name="eps">What is added to the size of the derivative.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        public Adamax(
            IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the greatest derivative is kept.</param>
        /// <param name="eps">What is added to the size of the derivative.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        public Adamax(
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

            /// <summary>How much of the greatest derivative is kept.</summary>
            public double? beta2;

            /// <summary>What is added to the size of the derivative.</summary>
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
            /// <param name="beta2">How much of the greatest derivative is kept.</param>
            /// <param name="eps">What is added to the size of the derivative.</param>
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
            var beta1 = options.beta1!.Value;
            var rule = new Rule<T>(
                Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(beta1), Fused.All<T>(1 - beta1), Fused.All<T>(options.beta2!.Value),
                Fused.All<T>(options.eps!.Value), Fused.All<T>(options.LearningRate!.Value / (1 - Math.Pow(beta1, state.Step))));
            Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter));
        }

        // g ← g + λ p;  m ← β₁ m + (1 − β₁) g;  u ← max(β₂ u, |g| + ε);  p ← p − η / (1 − β₁ᵗ) · m / u
        private readonly record struct Rule<T>(Vector<T> Decay, Vector<T> Beta1, Vector<T> New1, Vector<T> Beta2, Vector<T> Eps, Vector<T> Rate)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 2;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> mean, ref Vector<T> greatest, ref Vector<T> c)
            {
                g += Decay * p;
                mean = Beta1 * mean + New1 * g;
                greatest = Vector.Max(Beta2 * greatest, Vector.Abs(g) + Eps);
                return p - Rate * (mean / greatest);
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
            /// <summary>Adamax (Kingma and Ba 2015): Adam by the greatest derivative, which decays, in place of the mean square.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">How much of the mean derivative is kept.</param>
            /// <param name="beta2">How much of the greatest derivative is kept.</param>
            /// <param name="eps">What is added to the size of the derivative.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            public static Adamax Adamax(
                IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);

            /// <inheritdoc cref="Adamax(IEnumerable{Parameter}, double, double, double, double, double)"/>
            public static Adamax Adamax(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0) =>
                new(parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay);

            /// <inheritdoc cref="Adamax(IEnumerable{Parameter}, double, double, double, double, double)"/>
            public static Adamax Adamax(
                IEnumerable<Adamax.ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay);
        }
    }
}
