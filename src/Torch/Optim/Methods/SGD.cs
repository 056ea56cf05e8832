using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum if asked for.</summary>
    public sealed class SGD : OptimizerHelper, optim.IMomentum
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="momentum">How much of the last step is kept.</param>
        /// <param name="dampening">How much of the derivative momentum loses.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="nesterov">Whether momentum looks ahead (Nesterov).</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public SGD(
            IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
            bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="momentum">How much of the last step is kept.</param>
        /// <param name="dampening">How much of the derivative momentum loses.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="nesterov">Whether momentum looks ahead (Nesterov).</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public SGD(
            IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : base(new Options
            {
                LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize
            })
        {
            NotNegative(momentum);
            NotNegative(weight_decay);
            if (nesterov && (momentum <= 0 || dampening != 0))
                throw new ArgumentException("Nesterov's look-ahead needs a momentum and no dampening.", nameof(nesterov));
            Add(parameters);
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>How much of the last step is kept.</summary>
            public double? momentum;

            /// <summary>How much of the derivative momentum loses.</summary>
            public double? dampening;

            /// <summary>The weight of the squared parameters in the loss.</summary>
            public double? weight_decay;

            /// <summary>Whether momentum looks ahead (Nesterov).</summary>
            public bool? nesterov;

            /// <summary>Whether the loss shall rise instead of fall.</summary>
            public bool? maximize;
        }

        /// <summary>Parameters with options of their own.</summary>
        public sealed class ParamGroup : ParamGroup<Options>, optim.IMomentum
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
            /// <param name="momentum">How much of the last step is kept.</param>
            /// <param name="dampening">How much of the derivative momentum loses.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="nesterov">Whether momentum looks ahead (Nesterov).</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov,
                    maximize = maximize
                })
            {
            }

            /// <inheritdoc/>
            public double Momentum
            {
                get => Options.momentum!.Value;
                set => Options.momentum = value;
            }
        }

        /// <inheritdoc/>
        public double Momentum
        {
            get => ((Options)Defaults).momentum!.Value;
            set => ((Options)Defaults).momentum = value;
        }

        private protected override StateLayout Layout => new(Tensors: 1, Optional: 1, Counted: false);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var (sign, decay, rate) = (Fused.All<T>(options.maximize!.Value ? -1 : 1), Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(options.LearningRate!.Value));
            if (options.momentum == 0)
            {
                Fused.Run<T, Plain<T>>(new(sign, decay, rate), parameter, gradient);
                return;
            }

            // The first step takes the derivative whole, whatever the dampening.
            var (kept, taken) = state.Slots[0] is null ? (0, 1) : (options.momentum!.Value, 1 - options.dampening!.Value);
            var rule = new Moving<T>(sign, decay, rate, Fused.All<T>(kept), Fused.All<T>(taken), Fused.All<T>(options.momentum!.Value), options.nesterov!.Value);
            Fused.Run<T, Moving<T>>(rule, parameter, gradient, state.Slot(0, parameter));
        }

        // g ← ± g + λ p;  p ← p − η g
        private readonly record struct Plain<T>(Vector<T> Sign, Vector<T> Decay, Vector<T> Rate) : IRule<T> where T : unmanaged
        {
            public static int Slots => 0;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> a, ref Vector<T> b, ref Vector<T> c) =>
                p - Rate * (Sign * g + Decay * p);
        }

        // g ← ± g + λ p;  v ← μ v + (1 − τ) g;  p ← p − η v, or p − η (g + μ v) by Nesterov
        private readonly record struct Moving<T>(
            Vector<T> Sign, Vector<T> Decay, Vector<T> Rate, Vector<T> Kept, Vector<T> Taken, Vector<T> Ahead, bool Nesterov)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 1;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> v, ref Vector<T> b, ref Vector<T> c)
            {
                g = Sign * g + Decay * p;
                v = Kept * v + Taken * g;
                return p - Rate * (Nesterov ? g + Ahead * v : v);
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
            /// <summary>Stochastic gradient descent, with momentum if asked for.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="learningRate">The learning rate.</param>
            /// <param name="momentum">How much of the last step is kept.</param>
            /// <param name="dampening">How much of the derivative momentum loses.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="nesterov">Whether momentum looks ahead (Nesterov).</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(p => p.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(
                IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
