namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Times factor when a metric has not become better for more than patience steps.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _least, _relative, _verbose;
                    private readonly double _factor, _threshold, _eps;
                    private readonly int _patience, _cooldown;
                    private readonly double[] _floors;
                    private double _best;
                    private int _bad, _cooling;

                    /// <inheritdoc cref="lr_scheduler.ReduceLROnPlateau"/>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (!(factor < 1))
                            throw new ArgumentOutOfRangeException(nameof(factor), factor, $"factor must be less than 1, not {factor}.");
                        _least = Choice(mode, "min", "max", nameof(mode));
                        _relative = Choice(threshold_mode, "rel", "abs", nameof(threshold_mode));
                        _floors = min_lr switch
                        {
                            null or { Count: 0 } => new double[_groups.Length],
                            { Count: 1 } => [.. ForEachGroup(optimizer, min_lr[0])],
                            _ => Checked(min_lr, _groups.Length, nameof(min_lr)),
                        };
                        (_factor, _patience, _threshold, _cooldown, _eps, _verbose) = (factor, patience, threshold, cooldown, eps, verbose);
                        _best = _least ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    private static bool Choice(string given, string first, string second, string name) => given == first
                        || (given == second ? false : throw new ArgumentException($"\"{first}\" or \"{second}\" is expected, not \"{given}\".", name));

                    /// <summary>Tells the present value of the metric.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current))
                            (_best, _bad) = (current, 0);
                        else
                            _bad++;
                        if (_cooling > 0)
                        {
                            _cooling--;
                            _bad = 0;
                        }

                        if (_bad > _patience)
                        {
                            Reduce();
                            (_cooling, _bad) = (_cooldown, 0);
                        }

                        _last_lrs = Array.ConvertAll(_groups, g => g.LearningRate);
                    }

                    /// <summary>Needs the value of the metric.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() => step(null);

                    /// <summary>Needs the value of the metric.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("ReduceLROnPlateau looks at a metric: call step(current) with its value.");

                    private bool IsBetter(double value)
                    {
                        var margin = _least ? -_threshold : _threshold;
                        var bar = _relative ? _best * (1 + margin) : _best + margin;
                        return _least ? value < bar : value > bar;
                    }

                    private void Reduce()
                    {
                        for (var i = 0; i < _groups.Length; i++)
                        {
                            var (old, reduced) = (_groups[i].LearningRate, Math.Max(_groups[i].LearningRate * _factor, _floors[i]));
                            if (old - reduced <= _eps)
                                continue;
                            _groups[i].LearningRate = reduced;
                            if (_verbose)
                                Console.WriteLine($"Step {_last_epoch}: learning rate of group {i}: {reduced:g4}");
                        }
                    }
                }
            }
        }
    }
}
