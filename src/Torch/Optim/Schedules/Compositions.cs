namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Schedules one after the other, each from its milestone on.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    /// <inheritdoc cref="lr_scheduler.SequentialLR"/>
                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_schedulers.Length == 0 || _schedulers.Any(s => s._optimizer != optimizer))
                            throw new ArgumentException("All schedules must be of this optimiser.", nameof(schedulers));
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException(
                                $"{_schedulers.Length} schedules need {_schedulers.Length - 1} milestones, not {_milestones.Length}.", nameof(milestones));
                        foreach (var group in _groups)
                            group.LearningRate = group.InitialLearningRate;
                        // Each made its first step when it was constructed: only the first may.
                        foreach (var scheduler in _schedulers)
                            scheduler._last_epoch--;
                        Advance(_schedulers[0], null);
                    }

                    /// <inheritdoc/>
                    public override void step(int? epoch)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        var present = _milestones.Count(m => m <= _last_epoch);
                        Advance(_schedulers[present], present > 0 && _milestones[present - 1] == _last_epoch ? 0 : null);
                    }

                    private void Advance(LRScheduler scheduler, int? epoch)
                    {
                        if (epoch is null)
                            scheduler.step();
                        else
                            scheduler.step(epoch);
                        _last_lrs = scheduler._last_lrs;
                    }
                }

                /// <summary>Schedules one on top of the other.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    /// <inheritdoc cref="lr_scheduler.ChainedLR"/>
                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        _schedulers = [.. schedulers];
                        if (_schedulers.Length == 0)
                            throw new ArgumentException("There is no schedule to chain.", nameof(schedulers));
                        _last_lrs = [.. _schedulers[^1]._groups.Select(g => g.LearningRate)];
                    }

                    /// <inheritdoc/>
                    public override void step(int? epoch)
                    {
                        foreach (var scheduler in _schedulers)
                            if (epoch is null)
                                scheduler.step();
                            else
                                scheduler.step(epoch);
                        _last_lrs = _schedulers[^1]._last_lrs;
                    }
                }
            }
        }
    }
}
