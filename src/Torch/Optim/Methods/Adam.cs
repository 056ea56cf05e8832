using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Adam (Kingma and Ba 2015): steps scaled by running means of the derivative and its square.</summary>
    public sealed class Adam : OptimizerHelper, optim.IBetas
    {
        /// <summary>Parameters that share their options.</summary>
        /// <param name="parameters">What to change.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="amsgrad">Whether to divide by the greatest mean square so far.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public Adam(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        /// <summary>Groups of parameters, each with options of its own.</summary>
        /// <param name="parameters">The groups; an option that a group does not set is taken from here.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="beta1">How much of the mean derivative is kept.</param>
        /// <param name="beta2">How much of the mean square is kept.</param>
        /// <param name="eps">What is added to the divisor.</param>
        /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
        /// <param name="amsgrad">Whether to divide by the greatest mean square so far.</param>
        /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
        public Adam(
            IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
            bool amsgrad = false, bool maximize = false)
            : base(new Options
            {
                LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize
            })
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

            /// <summary>Whether to divide by the greatest mean square so far.</summary>
            public bool? amsgrad;

            /// <summary>Whether the loss shall rise instead of fall.</summary>
            public bool? maximize;
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
            /// <param name="amsgrad">Whether to divide by the greatest mean square so far.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
                bool amsgrad = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize
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

        private protected override StateLayout Layout => new(Tensors: 3, Optional: 1);

        private protected override void Update<T>(Tensor parameter, Tensor gradient, OptimizerOptions common, OptimizerState state)
        {
            var options = (Options)common;
            AdamRule.Run<T>(
                parameter, gradient, state, options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value,
                coupled: options.weight_decay!.Value, decoupled: 0,
                options.amsgrad!.Value, options.maximize!.Value);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam (Kingma and Ba 2015): steps scaled by running means of the derivative and its square.</summary>
            /// <param name="parameters">What to change.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="beta1">How much of the mean derivative is kept.</param>
            /// <param name="beta2">How much of the mean square is kept.</param>
            /// <param name="eps">What is added to the divisor.</param>
            /// <param name="weight_decay">The weight of the squared parameters in the loss.</param>
            /// <param name="amsgrad">Whether to divide by the greatest mean square so far.</param>
            /// <param name="maximize">Whether the loss shall rise instead of fall.</param>
            public static Adam Adam(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
                bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(
                IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
                bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}
