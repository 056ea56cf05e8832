using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>RMSprop (Tieleman and Hinton 2012): steps divided by the root of a running mean square.</summary>
    public sealed class RMSProp : OptimizerHelper, optim.IMomentum
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="momentum">How much of the last step is kept.</param>
        /// <param name="centered">Whether to divide by the deviation instead, taking off the squared mean.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public RMSProp(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0,
            bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="momentum">How much of the last step is kept.</param>
        /// <param name="centered">Whether to divide by the deviation instead, taking off the squared mean.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public RMSProp(
            IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0.0,
            bool centered = false, bool maximize = false)
            : base(new Options
            {
                LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize
            })
        {
            NotNegative(momentum);
            NotNegative(eps);
            NotNegative(weight_decay);
            Fraction(alpha);
            Add(parameters);
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>Whether the loss shall rise instead of fall.</summary>
            public bool? maximize;

            /// <summary>How much of the last step is kept.</summary>
            public double? momentum;

            /// <summary>How much of the mean square is kept.</summary>
            public double? alpha;

            /// <summary>What is added to the divisor.</summary>
            public double? eps;

            /// <summary>The weight of the squared parameters in the loss.</summary>
            public double? weight_decay;

            /// <summary>Whether to divide by the deviation instead, taking off the squared mean.</summary>
            public bool? centered;
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
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="alpha">How much of the mean square is kept.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="momentum">How much of the last step is kept.</param>
            /// <param name="centered">Whether to divide by the deviation instead, taking off the squared mean.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0,
                bool centered = false)
                : base(parameters, new Options
                {
                    LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered
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

        private protected override StateLayout Layout => new(Tensors: 3, Optional: 2);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            var (alpha, centered) = (options.alpha!.Value, options.centered!.Value);
            var rule = new Rule<T>(
                Fused.All<T>(options.maximize!.Value ? -1 : 1), Fused.All<T>(options.weight_decay!.Value), Fused.All<T>(alpha), Fused.All<T>(1 - alpha),
                Fused.All<T>(options.eps!.Value), Fused.All<T>(options.momentum!.Value), Fused.All<T>(options.LearningRate!.Value), centered);
            if (options.momentum > 0 || centered)
                Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter), state.Slot(2, parameter));
            else
                Fused.Run<T, Plain<T>>(new(rule), parameter, gradient, state.Slot(0, parameter));
        }

        // g ← ± g + λ p;  s ← α s + (1 − α) g²;  m ← α m + (1 − α) g;  b ← μ b + g / (√(s − m² if centred) + ε);  p ← p − η b
        private readonly record struct Rule<T>(
            Vector<T> Sign, Vector<T> Decay, Vector<T> Alpha, Vector<T> New, Vector<T> Eps, Vector<T> Kept, Vector<T> Rate, bool Centered)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 3;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> square, ref Vector<T> last, ref Vector<T> mean)
            {
                g = Sign * g + Decay * p;
                square = Alpha * square + New * g * g;
                var spread = square;
                if (Centered)
                {
                    mean = Alpha * mean + New * g;
                    spread -= mean * mean;
                }

                last = Kept * last + g / (Vector.SquareRoot(spread) + Eps);
                return p - Rate * last;
            }
        }

        // The same without momentum and mean.
        private readonly record struct Plain<T>(Rule<T> Of) : IRule<T> where T : unmanaged
        {
            public static int Slots => 1;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> square, ref Vector<T> b, ref Vector<T> c)
            {
                g = Of.Sign * g + Of.Decay * p;
                square = Of.Alpha * square + Of.New * g * g;
                return p - Of.Rate * (g / (Vector.SquareRoot(square) + Of.Eps));
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
            /// <summary>RMSprop (Tieleman and Hinton 2012): steps divided by the root of a running mean square.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="alpha">How much of the mean square is kept.</param>
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="momentum">How much of the last step is kept.</param>
            /// <param name="centered">Whether to divide by the deviation instead, taking off the squared mean.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public static RMSProp RMSProp(
                IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
                bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <inheritdoc cref="RMSProp(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static RMSProp RMSProp(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(p => p.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <inheritdoc cref="RMSProp(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static RMSProp RMSProp(
                IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
