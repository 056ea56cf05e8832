using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

public class ScheduleTests
{
    private static double[] Rates(Func<optim.Optimizer, optim.lr_scheduler.LRScheduler> make, int steps)
    {
        using var parameter = nn.Parameter(ones(1));
        using var optimizer = optim.SGD([parameter], 1.0);
        var schedule = make(optimizer);
        var rates = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            rates[i] = optimizer.ParamGroups.Single().LearningRate;
            Assert.Equal(rates[i], schedule.get_last_lr().Single());
            schedule.step();
        }

        return rates;
    }

    private static void Near(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Rates_follow_their_formulas()
    {
        Near([1, 1, 0.1, 0.1, 0.01], Rates(o => optim.lr_scheduler.StepLR(o, 2), 5));
        Near([1, 0.5, 0.25], Rates(o => optim.lr_scheduler.ExponentialLR(o, 0.5), 3));
        Near([1, 0.5, 0], Rates(o => optim.lr_scheduler.CosineAnnealingLR(o, 2), 3));
        Near([1, 1, 0.5, 0.25], Rates(o => optim.lr_scheduler.MultiStepLR(o, [2, 3], 0.5), 4));
        Near([1, 0.5, 1.0 / 3], Rates(o => optim.lr_scheduler.LambdaLR(o, t => 1.0 / (1 + t)), 3));
        Near([0.5, 0.75, 1, 1], Rates(o => optim.lr_scheduler.LinearLR(o, 0.5, 1, 2), 4));
    }
}
