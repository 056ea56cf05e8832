namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The first rate times a function of the number of steps.</summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] _factors;

                    /// <inheritdoc cref="lr_scheduler.LambdaLR(Optimizer, Func{int, double}, int, bool)"/>
                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForEachGroup(optimizer, lr_lambda), last_epoch, verbose)
                    {
                    }

                    /// <inheritdoc cref="lr_scheduler.LambdaLR(Optimizer, Func{int, double}, int, bool)"/>
                    public LambdaLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factors = Checked(lr_lambdas, _groups.Length, nameof(lr_lambdas));
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => _base_lrs.Zip(_factors, (r, f) => r * f(_last_epoch));
                }

                /// <summary>The last rate times a function of the number of steps.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] _factors;

                    /// <inheritdoc cref="lr_scheduler.MultiplicativeLR(Optimizer, Func{int, double}, int, bool)"/>
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForEachGroup(optimizer, lr_lambda), last_epoch, verbose)
                    {
                    }

                    /// <inheritdoc cref="lr_scheduler.MultiplicativeLR(Optimizer, Func{int, double}, int, bool)"/>
                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factors = Checked(lr_lambdas, _groups.Length, nameof(lr_lambdas));
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        _last_epoch > 0 ? _groups.Zip(_factors, (g, f) => g.LearningRate * f(_last_epoch)) : base.get_lr();
                }

                private static IEnumerable<T> ForEachGroup<T>(Optimizer optimizer, T value)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    return optimizer.ParamGroups.Select(_ => value);
                }

                private static T[] Checked<T>(IEnumerable<T> values, int groups, string name)
                {
                    ArgumentNullException.ThrowIfNull(values, name);
                    T[] all = [.. values];
                    return all.Length == groups ? all : throw new ArgumentException($"{groups} groups of parameters need as many values, not {all.Length}.", name);
                }
            }
        }
    }
}
