namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up and down between two rates (Smith 2017), and momentum down and up.</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double _cycle, _up;
                    private readonly double[] _low, _high, _lowMomentum = [], _highMomentum = [];
                    private readonly Func<double, double> _scale;
                    private readonly bool _scalesCycles;

                    /// <summary>How the height of the cycles changes.</summary>
                    public enum Mode
                    {
                        /// <summary>It stays.</summary>
                        Triangular,
                        /// <summary>It halves with every cycle.</summary>
                        Triangular2,
                        /// <summary>It is multiplied by gamma with every step.</summary>
                        ExpRange,
                    }

                    /// <summary>What a scaling function is a function of.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,
                        /// <summary>The number of steps.</summary>
                        Iterations,
                    }

                    /// <inheritdoc cref="lr_scheduler.CyclicLR(Optimizer, double, double, int, int, Mode, double, Func{double, double}, ScaleMode, bool, double, double, int, bool)"/>
                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, ForEachGroup(optimizer, base_lr), ForEachGroup(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn,
                            scale_mode, cycle_momentum, ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <inheritdoc cref="lr_scheduler.CyclicLR(Optimizer, double, double, int, int, Mode, double, Func{double, double}, ScaleMode, bool, double, double, int, bool)"/>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _cycle = AtLeast(step_size_up, 1) + (step_size_down == -1 ? step_size_up : AtLeast(step_size_down, 0));
                        _up = step_size_up / _cycle;
                        (_low, _high) = (Checked(base_lr, _groups.Length, nameof(base_lr)), Checked(max_lr, _groups.Length, nameof(max_lr)));
                        _scale = scale_fn ?? (mode switch
                        {
                            Mode.Triangular => _ => 1,
                            Mode.Triangular2 => x => 1 / Math.Pow(2, x - 1),
                            _ => x => Math.Pow(gamma, x),
                        });
                        _scalesCycles = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        if (cycle_momentum)
                        {
                            if (optimizer is not IMomentum)
                                throw new ArgumentException("The optimiser has no momentum to cycle: set cycle_momentum to false.", nameof(optimizer));
                            _lowMomentum = Checked(base_momentum ?? ForEachGroup(optimizer, 0.8), _groups.Length, nameof(base_momentum));
                            _highMomentum = Checked(max_momentum ?? ForEachGroup(optimizer, 0.9), _groups.Length, nameof(max_momentum));
                        }

                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + _last_epoch / _cycle);
                        var x = 1 + _last_epoch / _cycle - cycle;
                        var height = x <= _up ? x / _up : (x - 1) / (_up - 1);
                        var scale = _scale(_scalesCycles ? cycle : _last_epoch);
                        for (var i = 0; i < _lowMomentum.Length; i++)
                            ((IMomentum)_groups[i]).Momentum = _highMomentum[i] - (_highMomentum[i] - _lowMomentum[i]) * height * scale;
                        return _low.Zip(_high, (low, high) => low + (high - low) * height * scale);
                    }
                }
            }
        }
    }
}
