using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>
/// Grey levels 0 … 255, given as x = level/255: the mass that a logistic density puts on each level's interval, the outermost intervals reaching to infinity
/// (Kingma et al. 2016; Salimans et al. 2017, eq. 2). Outputs: the mean in the unit of x, then the log of the scale, for each dimension.
/// </summary>
public sealed record DiscretizedLogisticLikelihood : Likelihood
{
    private const double HalfBin = 0.5 / 255, SmallestLogScale = -7;

    /// <inheritdoc/>
    public override int Outputs(int dimensions) => 2 * dimensions;

    /// <inheritdoc/>
    public override Tensor Mean(Tensor outputs) => outputs.narrow(1, 0, outputs.shape[1] / 2).clamp(0, 1);

    /// <inheritdoc/>
    public override Tensor Sample(Tensor outputs, Generator generator)
    {
        Require.Generator(generator);
        using var scope = NewDisposeScope();
        var (mean, inverse) = Parameters(outputs);
        var u = rand(mean.shape, mean.dtype, generator: generator).clamp(1e-6, 1 - 1e-6);
        var level = ((mean + (u.log() - (1 - u).log()) / inverse) * 255).round().clamp(0, 255);
        return (level / 255).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override Tensor Rows(Tensor outputs, Tensor x)
    {
        var (mean, inverse) = Parameters(outputs); // [N, D]
        var (upper, lower) = ((x - mean + HalfBin) * inverse, (x - mean - HalfBin) * inverse);
        // ln(σ(b) − σ(a)) = ln σ(b) + ln σ(−a) + ln(1 − e^{a−b}): no difference of nearly equal numbers
        var between = functional.logsigmoid(upper) + functional.logsigmoid(-lower) + (1 - (lower - upper).exp()).log();
        var each = where(x <= HalfBin, functional.logsigmoid(upper), where(x >= 1 - HalfBin, functional.logsigmoid(-lower), between));
        return each.sum([1]);
    }

    private static (Tensor Mean, Tensor InverseScale) Parameters(Tensor outputs)
    {
        var d = outputs.shape[1] / 2;
        return (outputs.narrow(1, 0, d), (-outputs.narrow(1, d, d).clamp(min: SmallestLogScale)).exp());
    }
}
