using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Resilient backpropagation (Riedmiller and Braun 1993): each element has a step of its own, which grows while the derivative keeps its
    /// sign. The rule is PyTorch's; TorchSharp adds max_step times the parameter to the derivative.
    /// </summary>
    public sealed class Rprop : OptimizerHelper
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="etaminus">What a step is multiplied by when the derivative changes its sign.</param>
        /// <param name="etaplus">What a step is multiplied by when the derivative keeps its sign.</param>
        /// <param name="min_step">The smallest step.</param>
        /// <param name="max_step">The greatest step.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public Rprop(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
            bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="etaminus">What a step is multiplied by when the derivative changes its sign.</param>
        /// <param name="etaplus">What a step is multiplied by when the derivative keeps its sign.</param>
        /// <param name="min_step">The smallest step.</param>
        /// <param name="max_step">The greatest step.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public Rprop(
            IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
            bool maximize = false)
            : base(new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
        {
            if (!(0 < etaminus && etaminus < 1 && 1 < etaplus))
                throw new ArgumentException($"0 < etaminus < 1 < etaplus must hold, but they are {etaminus} and {etaplus}.", nameof(etaminus));
            Add(parameters);
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>Whether the loss shall rise instead of fall.</summary>
            public bool? maximize;

            /// <summary>What a step is multiplied by when the derivative changes its sign.</summary>
            public double? etaminus;

            /// <summary>What a step is multiplied by when the derivative keeps its sign.</summary>
            public double? etaplus;

            /// <summary>The smallest step.</summary>
            public double? min_step;

            /// <summary>The greatest step.</summary>
            public double? max_step;
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
            /// <param name="etaminus">What a step is multiplied by when the derivative changes its sign.</param>
            /// <param name="etaplus">What a step is multiplied by when the derivative keeps its sign.</param>
            /// <param name="min_step">The smallest step.</param>
            /// <param name="max_step">The greatest step.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
                bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize
                })
            {
            }
        }

        private protected override StateLayout Layout => new(Tensors: 2);

        private protected override void Begin(OptimizerState state, Tensor parameter, OptimizerOptions common) =>
            state.Slot(1, parameter).fill_(common.LearningRate!.Value);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var rule = new Rule<T>(
                Fused.All<T>(options.maximize!.Value ? -1 : 1), Fused.All<T>(options.etaminus!.Value), Fused.All<T>(options.etaplus!.Value),
                Fused.All<T>(options.min_step!.Value), Fused.All<T>(options.max_step!.Value));
            Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter));
        }

        // g ← ± g;  s ← s η₊ where g keeps its sign, s η₋ where it changes it, within bounds;  g ← 0 where it changed;  p ← p − s sign(g)
        private readonly record struct Rule<T>(Vector<T> Sign, Vector<T> Shrink, Vector<T> Grow, Vector<T> Least, Vector<T> Most)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 2;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> last, ref Vector<T> step, ref Vector<T> c)
            {
                g *= Sign;
                var agreement = g * last;
                var changed = Vector.LessThan(agreement, Vector<T>.Zero);
                var factor = Vector.ConditionalSelect(changed, Shrink, Vector.ConditionalSelect(Vector.GreaterThan(agreement, Vector<T>.Zero), Grow, Vector<T>.One));
                step = Vector.Min(Vector.Max(step * factor, Least), Most);
                last = Vector.ConditionalSelect(changed, Vector<T>.Zero, g);
                var up = Vector.ConditionalSelect(Vector.GreaterThan(last, Vector<T>.Zero), step, Vector<T>.Zero);
                return p - Vector.ConditionalSelect(Vector.LessThan(last, Vector<T>.Zero), -step, up);
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
            /// Resilient backpropagation (Riedmiller and Braun 1993): each element has a step of its own, which grows while the derivative keeps
            /// its sign. The rule is PyTorch's; TorchSharp adds max_step times the parameter to the derivative.
            /// </summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="etaminus">What a step is multiplied by when the derivative changes its sign.</param>
            /// <param name="etaplus">What a step is multiplied by when the derivative keeps its sign.</param>
            /// <param name="min_step">The smallest step.</param>
            /// <param name="max_step">The greatest step.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public static Rprop Rprop(
                IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50,
                bool maximize = false) =>
                new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

            /// <inheritdoc cref="Rprop(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
            public static Rprop Rprop(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2,
                double min_step = 1e-6, double max_step = 50, bool maximize = false) =>
                new(parameters.Select(p => p.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

            /// <inheritdoc cref="Rprop(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
            public static Rprop Rprop(
                IEnumerable<Rprop.ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
                double max_step = 50, bool maximize = false) =>
                new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);
        }
    }
}
