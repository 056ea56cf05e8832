using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimisers and schedules of their learning rates.</summary>
    public static partial class optim
    {
        /// <summary>What a schedule of learning rates changes.</summary>
        public interface ILearningRateController
        {
            /// <summary>The present learning rate.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate that schedules start from.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>A momentum, which some schedules change against the learning rate.</summary>
        public interface IMomentum
        {
            /// <summary>How much of the last step is kept.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Two momenta, the first of which some schedules change against the learning rate.</summary>
        public interface IBetas
        {
            /// <summary>How much of the mean derivative and of the mean square is kept.</summary>
            (double, double) Betas { get; set; }
        }

        /// <summary>Changes parameters so that a loss falls.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters with options of their own.</summary>
            private protected readonly List<ParamGroup> _groups = [];

            /// <summary>The groups of parameters; set <see cref="ILearningRateController.LearningRate"/> to change a rate.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _groups;

            /// <summary>All parameters.</summary>
            public virtual IEnumerable<Parameter> parameters() => _groups.SelectMany(g => g.Parameters);

            /// <summary>Takes the derivatives of all parameters away.</summary>
            public virtual void zero_grad() => ClearGradients(parameters(), true);

            /// <summary>Changes the parameters once by their derivatives.</summary>
            /// <param name="closure">Computes the loss and its derivatives anew; most optimisers need none.</param>
            /// <returns>The closure's loss, or null.</returns>
            public abstract Tensor step(Func<Tensor>? closure = null);

            /// <summary>Adds parameters with options of their own.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>The options of the groups and the state of each parameter.</summary>
            public sealed class StateDictionary
            {
                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of each parameter, in the order of the groups.</summary>
                public List<OptimizerState> State { get; } = [];
            }

            /// <summary>Gives the memory of the state back.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Gives the memory of the state back.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }

            internal static Tensor? Evaluate(Func<Tensor>? closure)
            {
                if (closure is null)
                    return null;
                using (enable_grad())
                    return closure();
            }
        }

        internal static void ClearGradients(IEnumerable<Parameter> parameters, bool set_to_none)
        {
            foreach (var parameter in parameters)
            {
                if (set_to_none)
                {
                    parameter.grad = null;
                    continue;
                }

                using var grad = parameter.grad;
                if (grad is null)
                    continue;
                using (no_grad())
                    grad.detach_().zero_();
            }
        }
    }
}
