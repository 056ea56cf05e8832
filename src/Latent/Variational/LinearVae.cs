using Latent.Linear;
using Latent.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>
/// The linear variational autoencoder, \(q(z|x) = N(V(x-\mu),\ \mathrm{diag}\,s)\) and \(p(x|z) = N(Wz+\mu,\ \sigma^2 I)\) with everything learned. Its bound over all the data
/// follows exactly from their mean and covariance, and at the maximum it equals the likelihood of probabilistic PCA (Lucas et al. 2019): the posterior is
/// Gaussian, and a turn of W makes it diagonal.
/// </summary>
public sealed class LinearVae : nn.Module<Tensor, Tensor>
{
    private readonly Parameter w, v, logS, logVariance;
    private readonly Tensor mean;

    /// <summary>Small random W, V = Wᵀ, s = 1, and σ² as given.</summary>
    /// <param name="moments">Of the data.</param>
    /// <param name="latent">k, in 1 … D.</param>
    /// <param name="generator">Source of W.</param>
    /// <param name="variance">The first σ² > 0.</param>
    public LinearVae(SecondMoments moments, int latent, Generator generator, double variance = 0.1)
        : base(nameof(LinearVae))
    {
        ArgumentNullException.ThrowIfNull(moments);
        var d = (int)moments.Mean.shape[0];
        Require.Range(latent, 1, d, nameof(latent), "the number of latents");
        Require.Positive(variance, nameof(variance));
        using var start = randn([d, latent], ScalarType.Float64, generator: Require.Generator(generator)).div_(Math.Sqrt(d));
        (w, v) = (new(start.clone()), new(start.t().contiguous()));
        (logS, logVariance) = (new(zeros([latent], ScalarType.Float64)), new(full([1], Math.Log(variance), ScalarType.Float64)));
        mean = moments.Mean.clone();
        RegisterComponents();
    }

    /// <summary>W: [D, k].</summary>
    public Tensor Decoder => w;

    /// <summary>σ².</summary>
    public double NoiseVariance => Math.Exp(logVariance.item<double>());

    /// <summary>Whether σ² is learned; fixed too large, it makes directions with less variance collapse.</summary>
    public bool LearnsVariance
    {
        get => logVariance.requires_grad;
        set => logVariance.requires_grad = value;
    }

    /// <summary>The mean reconstruction, Wᵀ and V applied: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x) => (Require.Matrix(x, nameof(x), mean.shape[0]) - mean).matmul(v.t()).matmul(w.t()) + mean;

    /// <summary>
    /// Minus the bound, averaged over all the data: with covariance C,
    /// \(\tfrac12\bigl[D\ln 2\pi\sigma^2 + \tfrac1{\sigma^2}\bigl(\operatorname{tr}\,(I-WV)C(I-WV)^\top + \textstyle\sum_j s_j\|w_j\|^2\bigr)\bigr]\) and
    /// \(\tfrac12\bigl[\operatorname{tr}VCV^\top + \textstyle\sum_j(s_j - 1 - \ln s_j)\bigr]\).
    /// </summary>
    /// <param name="moments">Of the data.</param>
    public Elbo Loss(SecondMoments moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var (c, vc) = (moments.Covariance, v.matmul(moments.Covariance)); // [D, D], [k, D]
        var code = vc.matmul(v.t()); // [k, k]
        var missed = c.trace() - 2 * vc.mul(w.t()).sum() + w.t().matmul(w).mul(code).sum();
        var noise = (logS.exp() * w.square().sum([0])).sum();
        var reconstruction = 0.5 * (mean.shape[0] * (Math.Log(2 * Math.PI) + logVariance) + (missed + noise) * (-logVariance).exp()).sum();
        return new(reconstruction, 0.5 * (code.trace() + (logS.exp() - 1 - logS).sum()));
    }

    /// <summary>L-BFGS on all the data at once: the bound is exact and smooth, so that curvature can be trusted.</summary>
    /// <param name="moments">Of the data.</param>
    /// <param name="generator">Kept with checkpoints; full batches need no randomness.</param>
    /// <param name="epochs">Reports, of twenty iterations each, ≥ 1; more latents need more.</param>
    public TrainingRun Train(SecondMoments moments, Generator generator, int epochs = 40)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var optimiser = optim.LBFGS(this.parameters().Where(p => p.requires_grad), lr: 1, max_iter: 20, history_size: 50);
        return Fit.Epochs(epochs, new TrainingState(this, optimiser, generator), _ => new[] { moments }, all =>
        {
            optimiser.step(() =>
            {
                optimiser.zero_grad();
                var total = Loss(all).Total;
                total.backward();
                return total;
            });
            using var gradients = no_grad();
            return StepResult.Of(all.SampleSize, Loss(all));
        });
    }
}
