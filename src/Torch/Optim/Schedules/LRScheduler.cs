using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates: call <see cref="LRScheduler.step()"/> after each epoch, or batch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets an optimiser's learning rates by the number of steps made.</summary>
            public abstract class LRScheduler
            {
                /// <summary>The rates that schedules have given: another one was set by hand.</summary>
                private static readonly ConditionalWeakTable<ILearningRateController, StrongBox<double>> Given = [];

                internal readonly Optimizer _optimizer = null!;
                internal readonly ILearningRateController[] _groups = [];
                internal readonly double[] _base_lrs = [];
                private readonly bool _verbose;
                internal int _last_epoch = -1;
                internal double[] _last_lrs = [];

                /// <summary>A schedule that is made of others.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>
                /// Starts at the optimiser's present rates (those from before, as long as only schedules have changed them), or goes on after step
                /// <paramref name="last_epoch"/>.
                /// </summary>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (_optimizer, _last_epoch, _verbose, _groups) = (optimizer, last_epoch, verbose, [.. optimizer.ParamGroups]);
                    if (last_epoch == -1)
                        foreach (var group in _groups)
                            if (!Given.TryGetValue(group, out var given) || given.Value != group.LearningRate)
                                group.InitialLearningRate = group.LearningRate;
                    _base_lrs = Array.ConvertAll(_groups, g => g.InitialLearningRate);
                    _last_lrs = Array.ConvertAll(_groups, g => g.LearningRate);
                }

                /// <summary>How many times <see cref="step()"/> was called, the call at construction included.</summary>
                protected int _step_count { get; private set; }

                /// <summary>Goes on by one step.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to a step; null for the next.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    // A jump cannot build on the present rates, where there is another way.
                    Set([.. (epoch is null ? null : ClosedForm()) ?? get_lr()]);
                }

                /// <summary>Goes to a step; most schedules do not look at the value of the metric.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rate of each group at the present step, from its rate at the last one.</summary>
                protected virtual IEnumerable<double> get_lr() => _groups.Select(g => g.LearningRate);

                /// <summary>The rate of each group at the present step, from its first rate; null if there is no formula.</summary>
                private protected virtual IEnumerable<double>? ClosedForm() => null;

                /// <summary>The rate that the schedule gave last to each group.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                private protected IEnumerable<double> FromLast(Func<double, double> rate) => _groups.Select(g => rate(g.LearningRate));

                private protected IEnumerable<double> FromFirst(Func<double, double> rate) => _base_lrs.Select(rate);

                private void Set(double[] rates)
                {
                    for (var i = 0; i < _groups.Length; i++)
                    {
                        _groups[i].LearningRate = rates[i];
                        Given.GetOrCreateValue(_groups[i]).Value = rates[i];
                        if (_verbose && rates[i] != _last_lrs[i])
                            Console.WriteLine($"Learning rate of group {i}: {rates[i]:g4}");
                    }

                    _last_lrs = rates;
                }
            }
        }
    }
}
