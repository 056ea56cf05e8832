namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Once up and down to almost nothing (Smith and Topin 2019), and momentum down and up.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly bool _straight;
                    private readonly double[] _most, _lowMomentum = [], _highMomentum = [];
                    private readonly Phase[] _phases;

                    /// <summary>
                    /// The last step of a phase, the parts of the greatest rate that it leads from and to, and whether momentum is high at its
                    /// ends.
                    /// </summary>
                    private readonly record struct Phase(double End, double From, double To, bool HighAtStart, bool HighAtEnd);

                    /// <summary>The curve that rates follow.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos,
                        /// <summary>A straight line.</summary>
                        Linear,
                    }

                    /// <inheritdoc cref="lr_scheduler.OneCycleLR(Optimizer, double, int, int, int, double, AnnealStrategy, bool, double, double, double, double, bool, int, bool)"/>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, ForEachGroup(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), div_factor, final_div_factor, three_phase,
                            last_epoch, verbose)
                    {
                    }

                    /// <inheritdoc cref="lr_scheduler.OneCycleLR(Optimizer, double, int, int, int, double, AnnealStrategy, bool, double, double, double, double, bool, int, bool)"/>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = Total(total_steps, epochs, steps_per_epoch);
                        if (pct_start is not (>= 0 and <= 1))
                            throw new ArgumentOutOfRangeException(nameof(pct_start), pct_start, $"pct_start must lie in [0, 1], not be {pct_start}.");
                        _straight = anneal_strategy == AnnealStrategy.Linear;
                        _most = Checked(max_lr, _groups.Length, nameof(max_lr));
                        var (first, least, rise) = (1 / div_factor, 1 / div_factor / final_div_factor, pct_start * _steps);
                        _phases = three_phase
                            ? [new(rise - 1, first, 1, true, false), new(2 * rise - 2, 1, first, false, true), new(_steps - 1, first, least, true, true)]
                            : [new(rise - 1, first, 1, true, false), new(_steps - 1, 1, least, false, true)];
                        if (cycle_momentum)
                        {
                            if (optimizer is not (IMomentum or IBetas))
                                throw new ArgumentException("The optimiser has no momentum to cycle: set cycle_momentum to false.", nameof(optimizer));
                            _lowMomentum = Checked(base_momentum ?? ForEachGroup(optimizer, 0.85), _groups.Length, nameof(base_momentum));
                            _highMomentum = Checked(max_momentum ?? ForEachGroup(optimizer, 0.95), _groups.Length, nameof(max_momentum));
                        }

                        step();
                    }

                    private static int Total(int total_steps, int epochs, int steps_per_epoch)
                    {
                        if (total_steps == -1 && epochs == -1 && steps_per_epoch == -1)
                            throw new ArgumentException("Give total_steps, or epochs and steps_per_epoch.", nameof(total_steps));
                        return (int)(total_steps != -1 ? AtLeast(total_steps, 1) : AtLeast(epochs, 1) * AtLeast(steps_per_epoch, 1));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _steps)
                            throw new InvalidOperationException($"The cycle is over: it has {_steps} steps, and this is step {_last_epoch + 1}.");
                        var index = _phases.SkipLast(1).Count(p => _last_epoch > p.End);
                        var (phase, start) = (_phases[index], index == 0 ? 0 : _phases[index - 1].End);
                        var part = (_last_epoch - start) / (phase.End - start);
                        for (var i = 0; i < _lowMomentum.Length; i++)
                            SetMomentum(
                                _groups[i],
                                Between(phase.HighAtStart ? _highMomentum[i] : _lowMomentum[i], phase.HighAtEnd ? _highMomentum[i] : _lowMomentum[i], part));
                        return _most.Select(most => Between(most * phase.From, most * phase.To, part));
                    }

                    private double Between(double from, double to, double part) =>
                        _straight ? (to - from) * part + from : to + (from - to) / 2 * (Math.Cos(Math.PI * part) + 1);

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas both)
                            both.Betas = (momentum, both.Betas.Item2);
                        else
                            ((IMomentum)group).Momentum = momentum;
                    }
                }
            }
        }
    }
}
