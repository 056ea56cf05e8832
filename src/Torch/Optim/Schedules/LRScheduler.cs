namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates: call <see cref="LRScheduler.step()"/> after each epoch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets an optimiser's learning rates by the number of steps made.</summary>
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] _groups;

                /// <summary>Starts at the optimiser's present rates, or after step <paramref name="last_epoch"/>.</summary>
                protected LRScheduler(Optimizer optimizer, int last_epoch)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _groups = [.. optimizer.ParamGroups];
                    if (last_epoch < 0)
                        foreach (var group in _groups)
                            group.InitialLearningRate = group.LearningRate;
                    _last_epoch = last_epoch;
                }

                /// <summary>How many steps were made.</summary>
                protected int _last_epoch { get; private set; }

                /// <summary>The rate after so many steps for a group that began with <paramref name="initial"/>.</summary>
                protected abstract double Rate(double initial, int epoch);

                /// <summary>Goes on by one step.</summary>
                public virtual void step() => step(_last_epoch + 1);

                /// <summary>Goes to a step.</summary>
                public virtual void step(int? epoch)
                {
                    _last_epoch = epoch ?? _last_epoch + 1;
                    foreach (var group in _groups)
                        group.LearningRate = Rate(group.InitialLearningRate, _last_epoch);
                }

                /// <summary>The present rate of each group.</summary>
                public IEnumerable<double> get_last_lr() => _groups.Select(g => g.LearningRate);
            }

            private sealed class ByFormula : LRScheduler
            {
                private readonly Func<double, int, double> _rate;

                internal ByFormula(Optimizer optimizer, int last, Func<double, int, double> rate) : base(optimizer, last)
                {
                    _rate = rate;
                    step();
                }

                protected override double Rate(double initial, int epoch) => _rate(initial, epoch);
            }

            /// <summary>Times gamma every <paramref name="step_size"/> steps.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new ByFormula(optimizer, last_epoch, (r, t) => r * Math.Pow(gamma, t / (int)AtLeast(step_size, 1)));

            /// <summary>Times gamma at each milestone.</summary>
            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new ByFormula(optimizer, last_epoch, (r, t) => r * Math.Pow(gamma, milestones.Count(m => m <= t)));

            /// <summary>Times gamma every step.</summary>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new ByFormula(optimizer, last_epoch, (r, t) => r * Math.Pow(gamma, t));

            /// <summary>Times a function of the number of steps.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new ByFormula(optimizer, last_epoch, (r, t) => r * lr_lambda(t));

            /// <summary>Down to eta_min along half a cosine of T_max steps, and up again.</summary>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new ByFormula(optimizer, last_epoch, (r, t) => eta_min + (r - eta_min) * (1 + Math.Cos(Math.PI * t / T_max)) / 2);

            /// <summary>From start_factor to end_factor of the rate in total_iters equal steps.</summary>
            public static LRScheduler LinearLR(
                Optimizer optimizer,
                double start_factor = 1.0 / 3,
                double end_factor = 1.0,
                int total_iters = 5,
                int last_epoch = -1,
                bool verbose = false) =>
                new ByFormula(
                    optimizer,
                    last_epoch,
                    (r, t) => r * (start_factor + (end_factor - start_factor) * Math.Min(t, total_iters) / total_iters));
        }
    }
}
