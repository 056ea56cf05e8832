using Latent.Data;
using Latent.Linear;
using Latent.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>
/// Logistic PCA (Schein, Saul &amp; Ungar 2003; Collins, Dasgupta &amp; Schapire 2001): PCA for values in [0, 1]. The log-odds, not the values, lie in a flat space,
/// \(\hat x = \sigma(\mu + Uz)\), and cross-entropy is minimised in place of squared error.
/// </summary>
/// <remarks>
/// Codes and loadings take turns. With the other one fixed, \(\ln\sigma\) is bounded below by a parabola that touches it where the model now is
/// (Jaakkola &amp; Jordan 1997), and the parabolas are maximised by least squares. So no sweep makes the loss worse, and there is no step size.
/// </remarks>
public sealed class LogisticPca : Module<Tensor, Tensor>
{
    private const int RowsAtOnce = 1000;
    private readonly Parameter offset, loadings;

    /// <summary>A model that starts at PCA: log-odds of the means, and principal directions times 4, as \(\sigma'(0) = \tfrac14\).</summary>
    /// <param name="x">The data: [N, D] in [0, 1].</param>
    /// <param name="components">k in 1 … D.</param>
    /// <param name="ridge">Weight of ½‖z‖² and ½‖u‖² beside the cross-entropy > 0: keeps log-odds of pixels that are always black finite.</param>
    public LogisticPca(Tensor x, int components, double ridge = 0.01)
        : base(nameof(LogisticPca))
    {
        Require.Matrix(x, nameof(x));
        Require.Range(components, 1, (int)x.shape[1], nameof(components), "components");
        Ridge = Require.Positive(ridge, nameof(ridge));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        if (x.min().to_type(ScalarType.Float64).item<double>() < 0 || x.max().to_type(ScalarType.Float64).item<double>() > 1)
            throw new ArgumentException("Expected values in [0, 1].", nameof(x));
        using var pca = Pca.Fit(x);
        var mean = x.mean([0]).clamp(0.01, 0.99); // [D]
        offset = new Parameter((mean / (1 - mean)).log(), requires_grad: false);
        loadings = new Parameter((4 * pca.Directions(components)).to_type(x.dtype), requires_grad: false);
        offset.DetachFromDisposeScope();
        loadings.DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>Weight of the squared codes and loadings.</summary>
    public double Ridge { get; }

    /// <summary>μ: [D].</summary>
    public Tensor Offset => offset;

    /// <summary>U: [D, k].</summary>
    public Tensor Loadings => loadings;

    /// <summary>\(\sigma(\mu + Uz)\): [N, k] → [N, D].</summary>
    public Tensor Decode(Tensor z) => LogOdds(Require.Matrix(z, nameof(z), loadings.shape[1])).sigmoid();

    /// <summary>The best codes of some rows, found anew: [N, D] → [N, k].</summary>
    /// <param name="x">[N, D] in [0, 1].</param>
    /// <param name="sweeps">Least-squares steps, ≥ 1.</param>
    public Tensor Encode(Tensor x, int sweeps = 15)
    {
        Require.Matrix(x, nameof(x), offset.shape[0]);
        ArgumentOutOfRangeException.ThrowIfLessThan(sweeps, 1);
        return x.MapRows(rows =>
        {
            var z = zeros([rows.shape[0], loadings.shape[1]], rows.dtype);
            for (var sweep = 0; sweep < sweeps; sweep++) z = Improved(rows, z);
            return z;
        }, RowsAtOnce);
    }

    /// <summary>Codes and decodes: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x) => Decode(Encode(x));

    /// <summary>A lazy training run on all rows; an epoch is one sweep over codes and loadings. Its loss is the cross-entropy before the sweep, nats.</summary>
    /// <param name="x">The data: [N, D] in [0, 1], those that the model was made for.</param>
    /// <param name="sweeps">≥ 1.</param>
    /// <param name="generator">Kept with checkpoints; nothing is drawn.</param>
    public TrainingRun Train(Tensor x, int sweeps, Generator generator)
    {
        Require.Matrix(x, nameof(x), offset.shape[0]);
        Require.Generator(generator);
        var fitting = new Fitting(this, x.shape[0]);
        return Fit.Epochs<Tensor>(sweeps, new TrainingState(fitting, [], generator), _ => [x], fitting.Sweep);
    }

    private Tensor LogOdds(Tensor z) => offset + z.matmul(loadings.t()); // [N, D]

    // the curvature of the parabola that touches at θ: tanh(θ/2)/(2θ), ¼ at 0
    private static Tensor Curvature(Tensor logOdds)
    {
        var half = (0.5 * logOdds.abs()).clamp_min(1e-4);
        return half.tanh().div_(half).mul_(0.25);
    }

    // (Uᵀ W U + ρI) z = Uᵀ((x − ½) − Wμ), one small system a row
    private Tensor Improved(Tensor x, Tensor z)
    {
        var k = loadings.shape[1];
        var w = Curvature(LogOdds(z)); // [n, D]
        var pairs = (loadings.unsqueeze(2) * loadings.unsqueeze(1)).reshape(-1, k * k); // u uᵀ: [D, k²]
        var systems = w.matmul(pairs).reshape(-1, k, k) + Ridge * eye(k, dtype: x.dtype); // [n, k, k]
        var right = (x - 0.5 - w * offset).matmul(loadings); // [n, k]
        return linalg.solve(systems, right.unsqueeze(2)).squeeze(2);
    }

    /// <summary>The model with the codes of its training rows, which the next sweep starts from.</summary>
    private sealed class Fitting : TorchSharp.torch.nn.Module
    {
        private readonly LogisticPca model;
        private readonly Tensor codes; // [N, k]

        public Fitting(LogisticPca model, long rows)
            : base(nameof(Fitting))
        {
            this.model = model;
            codes = zeros([rows, model.loadings.shape[1]], model.loadings.dtype).DetachFromDisposeScope();
            RegisterComponents();
        }

        public StepResult Sweep(Tensor x)
        {
            using var gradients = no_grad();
            long n = x.shape[0], d = x.shape[1], k = codes.shape[1] + 1;
            var systems = (model.Ridge * eye(k, dtype: x.dtype)).expand(d, k, k).clone().reshape(d, k * k); // [D, (k+1)²]
            var right = zeros([d, k], x.dtype);
            var nats = 0.0;
            for (long start = 0; start < n; start += RowsAtOnce)
            {
                using var scope = NewDisposeScope();
                var count = Math.Min(RowsAtOnce, n - start);
                Tensor rows = x.narrow(0, start, count), z = codes.narrow(0, start, count);
                nats += functional.binary_cross_entropy_with_logits(model.LogOdds(z), rows, reduction: Reduction.Sum).to_type(ScalarType.Float64).item<double>();
                z.copy_(model.Improved(rows, z));
                var design = cat([z, ones(count, 1, dtype: x.dtype)], 1); // (z, 1): [n, k+1]
                var pairs = (design.unsqueeze(2) * design.unsqueeze(1)).reshape(count, k * k);
                systems.add_(Curvature(model.LogOdds(z)).t().matmul(pairs));
                right.add_((rows - 0.5).t().matmul(design));
            }

            var solved = linalg.solve(systems.reshape(d, k, k), right.unsqueeze(2)).squeeze(2); // (u, μ): [D, k+1]
            model.loadings.copy_(solved.narrow(1, 0, k - 1));
            model.offset.copy_(solved.select(1, k - 1));
            return new(n, [new("Loss", nats / n)]);
        }
    }
}
