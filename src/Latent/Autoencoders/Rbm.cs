using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>What the units of one side of a restricted Boltzmann machine are.</summary>
public enum UnitKind
{
    /// <summary>0 or 1.</summary>
    Bernoulli,

    /// <summary>A real number with variance 1 around its mean.</summary>
    Gaussian,
}

/// <summary>The shape of a restricted Boltzmann machine.</summary>
/// <param name="Visible">D, visible units, ≥ 1.</param>
/// <param name="Hidden">H, hidden units, ≥ 1.</param>
/// <param name="VisibleUnits">Bernoulli for pixels, Gaussian for real data scaled to variance 1.</param>
/// <param name="HiddenUnits">Gaussian only before Bernoulli ones: for a code of real numbers.</param>
/// <param name="Deviation">Standard deviation of the initial weights > 0.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record RbmOptions(
    int Visible,
    int Hidden,
    UnitKind VisibleUnits = UnitKind.Bernoulli,
    UnitKind HiddenUnits = UnitKind.Bernoulli,
    double Deviation = 0.01,
    ScalarType Precision = ScalarType.Float32);

/// <summary>
/// The restricted Boltzmann machine (Smolensky 1986; Hinton 2002): \(p(v,h) = e^{-E(v,h)}/Z\) with
/// \(E(v,h) = -h^\top W v - b^\top v - c^\top h\). A Gaussian side has \(\tfrac12\|v-b\|^2\) in place of \(-b^\top v\).
/// </summary>
/// <remarks>Given one side the units of the other are independent, so that sampling alternates between two products of matrices.</remarks>
public sealed class Rbm : Module<Tensor, Tensor>
{
    private readonly Parameter weight, visibleBias, hiddenBias;

    /// <summary>A machine with small Gaussian weights and zero biases.</summary>
    /// <param name="options">The shape.</param>
    /// <param name="generator">Source of the weights.</param>
    public Rbm(RbmOptions options, Generator generator)
        : base(nameof(Rbm))
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.Generator(generator);
        if (options.Visible < 1 || options.Hidden < 1)
            throw new ArgumentException($"Expected visible and hidden units ≥ 1, given {options.Visible} and {options.Hidden}.", nameof(options));
        if (options is { VisibleUnits: UnitKind.Gaussian, HiddenUnits: UnitKind.Gaussian })
            throw new ArgumentException("Gaussian units on both sides have no proper distribution unless the weights are small; expected Bernoulli units on one side.", nameof(options));
        Require.Positive(options.Deviation, nameof(options));
        Options = options;
        weight = new Parameter(empty([options.Hidden, options.Visible], options.Precision).normal_(0, options.Deviation, generator));
        visibleBias = new Parameter(zeros([options.Visible], options.Precision));
        hiddenBias = new Parameter(zeros([options.Hidden], options.Precision));
        foreach (var parameter in new[] { weight, visibleBias, hiddenBias }) parameter.DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>The shape.</summary>
    public RbmOptions Options { get; }

    /// <summary>W: [H, D].</summary>
    public Tensor Weight => weight;

    /// <summary>b: [D].</summary>
    public Tensor VisibleBias => visibleBias;

    /// <summary>c: [H].</summary>
    public Tensor HiddenBias => hiddenBias;

    /// <summary>\(\mathbb E[h\mid v] = \sigma(Wv+c)\), or \(Wv+c\) of Gaussian units: [N, D] → [N, H].</summary>
    public Tensor HiddenMean(Tensor v) => Mean(Options.HiddenUnits, functional.linear(Require.Matrix(v, nameof(v), Options.Visible), weight, hiddenBias));

    /// <summary>\(\mathbb E[v\mid h] = \sigma(W^\top h+b)\), or \(W^\top h+b\) of Gaussian units: [N, H] → [N, D].</summary>
    public Tensor VisibleMean(Tensor h) => Mean(Options.VisibleUnits, Require.Matrix(h, nameof(h), Options.Hidden).matmul(weight) + visibleBias);

    /// <summary>Draws units around their means: [N, units].</summary>
    /// <param name="kind">What the units are.</param>
    /// <param name="mean">[N, units].</param>
    /// <param name="generator">Source of the draws.</param>
    public static Tensor Sample(UnitKind kind, Tensor mean, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(mean);
        Require.Generator(generator);
        return kind == UnitKind.Bernoulli ? mean.bernoulli(generator) : mean + randn(mean.shape, mean.dtype, generator: generator);
    }

    /// <summary>Draws hidden units given visible ones: [N, D] → [N, H].</summary>
    public Tensor SampleHidden(Tensor v, Generator generator) => Sample(Options.HiddenUnits, HiddenMean(v), generator);

    /// <summary>Draws visible units given hidden ones: [N, H] → [N, D].</summary>
    public Tensor SampleVisible(Tensor h, Generator generator) => Sample(Options.VisibleUnits, VisibleMean(h), generator);

    /// <summary>Alternates between the sides: [N, D] → [N, D], without gradients.</summary>
    /// <param name="v">Where each chain starts.</param>
    /// <param name="steps">Updates of both sides, ≥ 0.</param>
    /// <param name="generator">Source of the draws.</param>
    public Tensor Gibbs(Tensor v, int steps, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var at = v.alias();
        for (var step = 0; step < steps; step++)
        {
            using var one = NewDisposeScope();
            at = SampleVisible(SampleHidden(at, generator), generator).MoveToOuterDisposeScope();
        }

        return at.MoveToOuterDisposeScope();
    }

    /// <summary>E(v, h) of each pair of rows: [N].</summary>
    public Tensor Energy(Tensor v, Tensor h)
    {
        ArgumentNullException.ThrowIfNull(h);
        var coupling = functional.linear(v, weight).mul(h).sum([1]); // hᵀWv: [N]
        return Alone(Options.VisibleUnits, v, visibleBias) + Alone(Options.HiddenUnits, h, hiddenBias) - coupling;
    }

    /// <summary>
    /// \(F(v) = -\ln\sum_h e^{-E(v,h)}\), so that \(\ln p(v) = -F(v)-\ln Z\). With Bernoulli hidden units
    /// \(F(v) = -b^\top v - \sum_j \ln(1+e^{c_j+W_j v})\). [N, D] → [N].
    /// </summary>
    public Tensor FreeEnergy(Tensor v)
    {
        var input = functional.linear(Require.Matrix(v, nameof(v), Options.Visible), weight); // Wv: [N, H]
        var hidden = Options.HiddenUnits == UnitKind.Bernoulli
            ? functional.softplus(input + hiddenBias).sum([1])
            : (hiddenBias * input + 0.5 * input.square()).sum([1]) + 0.5 * Options.Hidden * Math.Log(2 * Math.PI);
        return Alone(Options.VisibleUnits, v, visibleBias) - hidden;
    }

    /// <summary>The code of a layer, \(\mathbb E[h\mid v]\): [N, D] → [N, H].</summary>
    public override Tensor forward(Tensor v) => HiddenMean(v);

    /// <summary>What the machine leaves as a layer of a deep network, copied.</summary>
    public PretrainedLayer AsLayer() => new(
        new Layer(weight, hiddenBias, LayerActivation(Options.HiddenUnits)).Detached(),
        new Layer(weight.t(), visibleBias, LayerActivation(Options.VisibleUnits)).Detached());

    private static Activation LayerActivation(UnitKind kind) => kind == UnitKind.Bernoulli ? Activation.Sigmoid : Activation.None;

    private static Tensor Mean(UnitKind kind, Tensor input) => kind == UnitKind.Bernoulli ? input.sigmoid() : input;

    // what a side costs by itself
    private static Tensor Alone(UnitKind kind, Tensor units, Tensor bias) => kind == UnitKind.Bernoulli
        ? units.matmul(bias).neg()
        : 0.5 * (units - bias).square().sum([1]);
}
