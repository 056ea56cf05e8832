namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The classes of the schedules, which the functions of <see cref="lr_scheduler"/> make.</summary>
            public static partial class impl
            {
                /// <summary>Times gamma every step_size steps.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int _size;
                    private readonly double _gamma;

                    /// <inheritdoc cref="lr_scheduler.StepLR"/>
                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_size, _gamma) = ((int)AtLeast(step_size, 1), gamma);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FromLast(r => _last_epoch == 0 || _last_epoch % _size != 0 ? r : r * _gamma);

                    private protected override IEnumerable<double> ClosedForm() => FromFirst(r => r * Math.Pow(_gamma, _last_epoch / _size));
                }

                /// <summary>Times gamma at each milestone.</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly IList<int> _milestones;
                    private readonly double _gamma;

                    /// <inheritdoc cref="lr_scheduler.MultiStepLR"/>
                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(milestones);
                        (_milestones, _gamma) = (milestones, gamma);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FromLast(r => r * Math.Pow(_gamma, _milestones.Count(m => m == _last_epoch)));

                    private protected override IEnumerable<double> ClosedForm() =>
                        FromFirst(r => r * Math.Pow(_gamma, _milestones.Count(m => m <= _last_epoch)));
                }

                /// <summary>Times gamma every step.</summary>
                public class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    /// <inheritdoc cref="lr_scheduler.ExponentialLR"/>
                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _gamma = gamma;
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FromLast(r => _last_epoch == 0 ? r : r * _gamma);

                    private protected override IEnumerable<double> ClosedForm() => FromFirst(r => r * Math.Pow(_gamma, _last_epoch));
                }

                /// <summary>To 0 in total_iters steps, along a power.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly double _power;

                    /// <inheritdoc cref="lr_scheduler.PolynomialLR"/>
                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_steps, _power) = ((int)AtLeast(total_iters, 1), power);
                        step();
                    }

                    private double Left(int step) => 1 - Math.Min(step, _steps) / (double)_steps;

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FromLast(
                        r => _last_epoch == 0 || _last_epoch > _steps ? r : r * Math.Pow(Left(_last_epoch) / Left(_last_epoch - 1), _power));

                    private protected override IEnumerable<double> ClosedForm() => FromFirst(r => r * Math.Pow(Left(_last_epoch), _power));
                }

                /// <summary>Times factor for the first total_iters steps.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _steps;

                    /// <inheritdoc cref="lr_scheduler.ConstantLR"/>
                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_factor, _steps) = (factor, total_iters);
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        FromLast(r => _last_epoch == 0 ? r * _factor : _last_epoch == _steps ? r * (1 / _factor) : r);

                    private protected override IEnumerable<double> ClosedForm() => FromFirst(r => _last_epoch >= _steps ? r : r * _factor);
                }

                /// <summary>From start_factor to end_factor of the rate in total_iters equal steps.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start, _end;
                    private readonly int _steps;

                    /// <inheritdoc cref="lr_scheduler.LinearLR"/>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_start, _end, _steps) = (start_factor, end_factor, (int)AtLeast(total_iters, 1));
                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => FromLast(
                        r => _last_epoch == 0 ? r * _start
                            : _last_epoch > _steps ? r
                            : r * (1 + (_end - _start) / (_steps * _start + (_last_epoch - 1) * (_end - _start))));

                    private protected override IEnumerable<double> ClosedForm() =>
                        FromFirst(r => r * (_start + (_end - _start) * Math.Min(_steps, _last_epoch) / _steps));
                }

                /// <summary>Down to eta_min along half a cosine of T_max steps, and up again.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _half, _least;

                    /// <inheritdoc cref="lr_scheduler.CosineAnnealingLR"/>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (!(T_max > 0))
                            throw new ArgumentOutOfRangeException(nameof(T_max), T_max, $"T_max must be positive, not {T_max}.");
                        (_half, _least) = (T_max, eta_min);
                        step();
                    }

                    private double Height(double step) => 1 + Math.Cos(Math.PI * step / _half);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                            return base.get_lr();
                        // From the lowest point on there is no ratio to go by.
                        return (_last_epoch - 1 - _half) % (2 * _half) == 0
                            ? _groups.Zip(_base_lrs, (g, first) => g.LearningRate + (first - _least) * (1 - Math.Cos(Math.PI / _half)) / 2)
                            : FromLast(r => Height(_last_epoch) / Height(_last_epoch - 1) * (r - _least) + _least);
                    }

                    private protected override IEnumerable<double> ClosedForm() => FromFirst(r => _least + (r - _least) * Height(_last_epoch) / 2);
                }
            }
        }
    }
}
