using Latent.Autoencoders;
using MathNet.Numerics.Integration;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Identities;

/// <summary>The equations of the lecture on contractive autoencoders, to be run. Nothing is computed before it is checked.</summary>
public static class ContractiveIdentities
{
    private const string Rifai = "Rifai et al. 2011";

    /// <summary>The penalty in four ways: closed form, exact Jacobian, central differences, and random probes.</summary>
    /// <param name="encoder">One layer, float64.</param>
    /// <param name="x">[N, D] float64.</param>
    /// <param name="generator">Source of the probes.</param>
    /// <param name="probes">Probes of each row, ≥ 2.</param>
    public static Derivation Penalty(DenseLayers encoder, Tensor x, Generator generator, int probes)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        Require.Matrix(x, nameof(x), encoder.Inputs);
        if (encoder.Layers is not [var layer]) throw new ArgumentException("The closed form is of one dense layer.", nameof(encoder));
        ArgumentOutOfRangeException.ThrowIfLessThan(probes, 2);
        var closed = new Lazy<double>(() => Mean(Contraction.ClosedForm(layer, layer.Apply(x))));
        return new("The contractive penalty",
        [
            new("the closed form is the Jacobian's squared norm",
                @"\sum_j s'(a_j)^2 \sum_i W_{ji}^2 = \sum_{ij}\bigl(\partial h_j/\partial x_i\bigr)^2", Rifai,
                () => Evaluation.Exact(closed.Value, Mean(Contraction.Exact(encoder.call, x)))),
            new("and what differences give",
                @"\|J\|_F^2 = \sum_i \Bigl\| \tfrac{h(x+\epsilon e_i) - h(x-\epsilon e_i)}{2\epsilon} \Bigr\|^2 + O(\epsilon^2)", Rifai,
                () => Evaluation.Exact(closed.Value, Differences(encoder, x), relative: 1e-7)) { Remark = "ε = 10⁻⁵: good to about eight digits" },
            new("and what random signs give on average",
                @"\|J\|_F^2 = \mathbb E_v \|J^\top v\|^2,\quad v_j = \pm1", "Hutchinson 1989",
                () => Probed(closed.Value, encoder, x, generator, probes)),
        ]);
    }

    /// <summary>For a linear encoder the penalty is weight decay, wherever x is.</summary>
    /// <param name="linear">One layer without activation, float64.</param>
    /// <param name="x">[N, D] float64.</param>
    public static Derivation LinearIsWeightDecay(DenseLayers linear, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(linear);
        return new("A linear encoder",
        [
            new("the penalty is weight decay",
                @"\|J_f(x)\|_F^2 = \|W\|_F^2 \ \text{ for every } x", Rifai,
                () => Evaluation.Exact(Mean(Contraction.Exact(linear.call, x)), linear.Weights[0].square().sum().ToDouble())),
        ]);
    }

    /// <summary>
    /// What a little Gaussian noise adds to the squared error of a reconstruction r: the norm of its Jacobian, and a term that vanishes where
    /// r(x) = x. The expectation is a quadrature over the plane.
    /// </summary>
    /// <param name="model">2-D inputs, one sigmoid layer, a linear output and squared error, float64.</param>
    /// <param name="x">One point: [1, 2] float64.</param>
    /// <param name="sigmas">Noise, each > 0, falling.</param>
    public static Derivation SmallNoise(Autoencoder model, Tensor x, params IReadOnlyList<double> sigmas)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sigmas);
        Require.Matrix(x, nameof(x), 2);
        if (model is not { Encoder: DenseLayers { Layers: [{ Activation: Activation.Sigmoid } up] }, Decoder: DenseLayers { Layers: [var down] }, Output: Activation.None })
            throw new ArgumentException("Expected one sigmoid layer and a linear output.", nameof(model));
        var added = new Lazy<double>(() =>
        {
            using var scope = NewDisposeScope();
            var h = up.Apply(x); // [1, k]
            var jacobian = Jacobian.Of(model.call, x).squeeze(0); // [2, 2]
            var laplacian = (h * (1 - h) * (1 - 2 * h) * up.Weight.square().sum([1])).matmul(down.Weight.t()); // [1, 2]
            return jacobian.square().sum().ToDouble() + ((model.call(x) - x) * laplacian).sum().ToDouble();
        });
        return new("A little noise is a penalty", [.. sigmas.Select(sigma => new Identity(
            $"σ = {sigma:0.####}",
            @"\tfrac{1}{\sigma^2}\Bigl(\mathbb E\|r(x+\sigma\varepsilon)-x\|^2 - \|r(x)-x\|^2\Bigr) = \|J_r\|_F^2 + (r(x)-x)^\top\Delta r(x) + O(\sigma^2)", "Alain & Bengio 2014",
            () => Evaluation.Quadrature(Noisy(model, x, sigma), added.Value, relative: 5 * sigma * sigma, scale: Math.Abs(added.Value)))
            {
                Remark = "agreement to a multiple of σ² is what is claimed: the allowed difference is 5 σ² of the value",
            })]);
    }

    private static double Mean(Tensor each)
    {
        using (each) return each.mean().ToDouble();
    }

    private static double Differences(DenseLayers encoder, Tensor x)
    {
        const double Step = 1e-5;
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var sum = 0.0;
        for (var i = 0; i < x.shape[1]; i++)
        {
            var moved = zeros_like(x);
            moved.select(1, i).fill_(Step);
            sum += ((encoder.call(x + moved) - encoder.call(x - moved)) / (2 * Step)).square().sum([1]).mean().ToDouble();
        }

        return sum;
    }

    private static Evaluation Probed(double exact, DenseLayers encoder, Tensor x, Generator generator, int probes)
    {
        using var scope = NewDisposeScope();
        double[] means = [.. Enumerable.Range(0, probes).Select(_ => Mean(Contraction.Hutchinson(encoder.call, x, generator)))];
        var estimate = Latent.Evaluation.Estimate.Mean(means);
        return Evaluation.MonteCarlo(estimate.Value, exact, estimate.StandardError, probes);
    }

    // (E‖r(x+σε)−x‖² − ‖r(x)−x‖²)/σ² by a product rule of Gauss and Legendre over ±8 standard deviations.
    private static double Noisy(Autoencoder model, Tensor x, double sigma)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var rule = new GaussLegendreRule(-8, 8, 64);
        double[] weights = [.. rule.Abscissas.Zip(rule.Weights, (e, w) => w * Math.Exp(-e * e / 2) / Math.Sqrt(2 * Math.PI))];
        var noise = tensor(rule.Abscissas.SelectMany(a => rule.Abscissas.SelectMany(b => new[] { a, b })).ToArray(), [64 * 64, 2], ScalarType.Float64);
        var product = tensor(weights.SelectMany(a => weights.Select(b => a * b)).ToArray());
        var errors = (model.call(x + sigma * noise) - x).square().sum([1]); // [64²]
        var clean = (model.call(x) - x).square().sum();
        return ((errors - clean) * product).sum().ToDouble() / (sigma * sigma);
    }
}
