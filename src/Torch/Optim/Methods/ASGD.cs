using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Averaged stochastic gradient descent (Polyak and Juditsky 1992).</summary>
    public sealed class ASGD : OptimizerHelper
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="lambd">How fast parameters decay.</param>
        /// <param name="alpha">The power by which the learning rate falls.</param>
        /// <param name="t0">The step from which parameters are averaged.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public ASGD(
            IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0,
            bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="lambd">How fast parameters decay.</param>
        /// <param name="alpha">The power by which the learning rate falls.</param>
        /// <param name="t0">The step from which parameters are averaged.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public ASGD(
            IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0,
            bool maximize = false)
            : base(new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize })
        {
            NotNegative(weight_decay);
            Add(parameters);
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>Whether the loss shall rise instead of fall.</summary>
            public bool? maximize;

            /// <summary>How fast parameters decay.</summary>
            public double? lambd;

            /// <summary>The power by which the learning rate falls.</summary>
            public double? alpha;

            /// <summary>The weight of the squared parameters in the loss.</summary>
            public double? weight_decay;

            /// <summary>The step from which parameters are averaged.</summary>
            public double? t0;
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
            /// <param name="lambd">How fast parameters decay.</param>
            /// <param name="alpha">The power by which the learning rate falls.</param>
            /// <param name="t0">The step from which parameters are averaged.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0)
                : base(parameters, new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay })
            {
            }
        }

        private protected override StateLayout Layout => new(Tensors: 1, Numbers: 2);

        private protected override void Begin(OptimizerState state, Tensor parameter, OptimizerOptions common) =>
            (state.Numbers[0], state.Numbers[1]) = (common.LearningRate!.Value, 1);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var (eta, mu, lambd, rate) = (state.Numbers[0], state.Numbers[1], options.lambd!.Value, options.LearningRate!.Value);
            var rule = new Rule<T>(
                Fused.All<T>(options.maximize!.Value ? -1 : 1), Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(1 - lambd * eta), Fused.All<T>(eta),
                Fused.All<T>(mu), mu != 1);
            Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter));
            state.Numbers[0] = rate / Math.Pow(1 + lambd * rate * state.Step, options.alpha!.Value);
            state.Numbers[1] = 1 / Math.Max(1, state.Step - options.t0!.Value);
        }

        // g ← ± g + λ p;  p ← (1 − λ' η) p − η g;  a ← p at first, later a + μ (p − a)
        private readonly record struct Rule<T>(Vector<T> Sign, Vector<T> Decay, Vector<T> Kept, Vector<T> Rate, Vector<T> Part, bool Averages)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 1;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> average, ref Vector<T> b, ref Vector<T> c)
            {
                g = Sign * g + Decay * p;
                p = Kept * p - Rate * g;
                average = Averages ? average + (p - average) * Part : p;
                return p;
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
            /// <summary>Averaged stochastic gradient descent (Polyak and Juditsky 1992).</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="lambd">How fast parameters decay.</param>
            /// <param name="alpha">The power by which the learning rate falls.</param>
            /// <param name="t0">The step from which parameters are averaged.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public static ASGD ASGD(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0,
                bool maximize = false) =>
                new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);

            /// <inheritdoc cref="ASGD(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
            public static ASGD ASGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6,
                double weight_decay = 0, bool maximize = false) =>
                new(parameters.Select(p => p.parameter), lr, lambd, alpha, t0, weight_decay, maximize);

            /// <inheritdoc cref="ASGD(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
            public static ASGD ASGD(
                IEnumerable<ParamGroup<ASGD.Options>> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6,
                double weight_decay = 0, bool maximize = false) =>
                new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);
        }
    }
}
