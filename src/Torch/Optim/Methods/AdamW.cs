using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019). As in TorchSharp, this call has beta2 = 0.99 and no decay unless given, where PyTorch has 0.999 and 0.01.</summary>
    public sealed class AdamW : OptimizerHelper
    {
        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the root of the mean square.</param>
        /// <param name="weight_decay">The share of the parameters that a step of rate 1 takes away.</param>
        /// <param name="amsgrad">Whether to divide by the greatest mean square so far.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public AdamW(
            IEnumerable<ParamGroup> parameters,
            double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize }, parameters)
        {
            if (beta1 is not (>= 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(beta1), beta1, $"beta1 must lie in [0, 1), not be {beta1}.");
            if (beta2 is not (>= 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(beta2), beta2, $"beta2 must lie in [0, 1), not be {beta2}.");
        }

        /// <summary>The options of a group.</summary>
        public sealed class Options : OptimizerOptions
        {
            /// <summary>How much of the mean derivative is kept.</summary>
            public double? beta1 { get; set; }

            /// <summary>How much of the mean square is kept.</summary>
            public double? beta2 { get; set; }

            /// <summary>What is added to the root of the mean square.</summary>
            public double? eps { get; set; }

            /// <summary>The share of the parameters that a step of rate 1 takes away.</summary>
            public double? weight_decay { get; set; }

            /// <summary>Whether to divide by the greatest mean square so far.</summary>
            public bool? amsgrad { get; set; }

            /// <summary>Whether the loss shall rise instead of fall.</summary>
            public bool? maximize { get; set; }
        }

        /// <summary>Parameters with options of their own.</summary>
        public sealed class ParamGroup : ParamGroup<Options>
        {
            /// <summary>An empty group with default options.</summary>
            public ParamGroup()
            {
            }

            /// <summary>Parameters with options; what is not set is taken from the optimiser.</summary>
            public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null) : base(parameters, options)
            {
            }
        }

        private protected override int Slots => 3;

        private protected override void Update(Tensor parameter, Tensor gradient, OptimizerOptions options, OptimizerState state)
        {
            if (parameter.dtype == ScalarType.Float32)
                Update<float>(parameter, gradient, (Options)options, state);
            else if (parameter.dtype == ScalarType.Float64)
                Update<double>(parameter, gradient, (Options)options, state);
            else
                throw Fused.Unsupported(parameter);
        }

        private static void Update<T>(Tensor parameter, Tensor gradient, Options options, OptimizerState state) where T : unmanaged, INumberBase<T>
        {
            var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
            var correction1 = 1 - Math.Pow(beta1, state.Step);
            var correction2 = Math.Sqrt(1 - Math.Pow(beta2, state.Step));
            var rule = new Rule<T>(
                Fused.All<T>(options.maximize!.Value ? -1 : 1),
                Fused.All<T>(options.LearningRate!.Value * options.weight_decay!.Value),
                Fused.All<T>(beta1),
                Fused.All<T>(1 - beta1),
                Fused.All<T>(beta2),
                Fused.All<T>(1 - beta2),
                Fused.All<T>(correction2),
                Fused.All<T>(options.eps!.Value),
                Fused.All<T>(options.LearningRate!.Value / correction1));
            if (options.amsgrad!.Value)
                Fused.Run<T, Greatest<T>>(new(rule), parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter), state.Slot(2, parameter));
            else
                Fused.Run<T, Rule<T>>(rule, parameter, gradient, state.Slot(0, parameter), state.Slot(1, parameter));
        }

        // p ← p − η λ p;  m ← β₁ m + (1 − β₁) g;  v ← β₂ v + (1 − β₂) g²;  p ← p − η / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
        private readonly record struct Rule<T>(
            Vector<T> Sign, Vector<T> Decay, Vector<T> Beta1, Vector<T> New1, Vector<T> Beta2, Vector<T> New2, Vector<T> Root, Vector<T> Eps, Vector<T> Rate)
            : IRule<T> where T : unmanaged
        {
            public static int Slots => 2;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> m, ref Vector<T> v, ref Vector<T> c)
            {
                g *= Sign;
                p -= Decay * p;
                m = Beta1 * m + New1 * g;
                v = Beta2 * v + New2 * g * g;
                return p - Rate * (m / (Vector.SquareRoot(v) / Root + Eps));
            }
        }

        // The same with the greatest v so far in place of v (AMSGrad).
        private readonly record struct Greatest<T>(Rule<T> Rule) : IRule<T> where T : unmanaged
        {
            public static int Slots => 3;

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public Vector<T> Apply(Vector<T> p, Vector<T> g, ref Vector<T> m, ref Vector<T> v, ref Vector<T> greatest)
            {
                g *= Rule.Sign;
                p -= Rule.Decay * p;
                m = Rule.Beta1 * m + Rule.New1 * g;
                v = Rule.Beta2 * v + Rule.New2 * g * g;
                greatest = Vector.Max(greatest, v);
                return p - Rule.Rate * (m / (Vector.SquareRoot(greatest) / Rule.Root + Rule.Eps));
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
            /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019). As in TorchSharp, this call has beta2 = 0.99 and no decay unless given, where PyTorch has 0.999 and 0.01.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">How much of the mean derivative is kept.</param>
            /// <param name="beta2">How much of the mean square is kept.</param>
            /// <param name="eps">What is added to the root of the mean square.</param>
            /// <param name="weight_decay">The share of the parameters that a step of rate 1 takes away.</param>
            /// <param name="amsgrad">Whether to divide by the greatest mean square so far.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public static AdamW AdamW(
                IEnumerable<Parameter> parameters,
                double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new([new AdamW.ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static AdamW AdamW(
                IEnumerable<(string name, Parameter parameter)> parameters,
                double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new([new AdamW.ParamGroup(parameters.Select(p => p.parameter))], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static AdamW AdamW(
                IEnumerable<AdamW.ParamGroup> parameters,
                double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.99, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
