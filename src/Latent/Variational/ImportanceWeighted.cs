using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>How the gradient of the importance-weighted bound reaches the encoder.</summary>
public enum EncoderGradient
{
    /// <summary>Through samples and density, as the chain rule has it (Burda et al. 2016): its signal fades as 1/√k.</summary>
    Reparameterized,

    /// <summary>
    /// Through the samples alone, each weighted by \(\tilde w_i^2\): the doubly reparameterised gradient (DReG; Tucker et al. 2019), of the same expectation
    /// and a variance that does not grow with k.
    /// </summary>
    DoublyReparameterized,
}

/// <summary>The importance-weighted bound of a batch, in nats, averaged over the batch.</summary>
/// <param name="Bound">\(-\mathbb E\ln\tfrac1k\sum_i p(x,z_i)/q(z_i|x)\): a scalar, what is minimised.</param>
public readonly record struct ImportanceWeightedBound(Tensor Bound) : ILoss
{
    /// <inheritdoc/>
    public Tensor Total => Bound;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => [];
}

/// <summary>
/// Importance-weighted autoencoders (Burda, Grosse &amp; Salakhutdinov 2016): a variational autoencoder trained on
/// \(\mathcal L_k = \mathbb E_{z_1,\dots,z_k\sim q}\ln\tfrac1k\sum_i w_i\), \(w_i = p(x,z_i)/q(z_i|x)\), which rises to \(\ln p(x)\) with k.
/// </summary>
public static class ImportanceWeighted
{
    /// <summary>The bound with k samples an observation; with k = 1 it is the ELBO with a sampled divergence.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="epsilon">Standard normal noise: [N, k, latent].</param>
    /// <param name="gradient">What reaches the encoder; the value is the same.</param>
    public static ImportanceWeightedBound ImportanceWeightedLoss(
        this GaussianVae model, Tensor x, Tensor epsilon, EncoderGradient gradient = EncoderGradient.DoublyReparameterized)
    {
        ArgumentNullException.ThrowIfNull(model);
        var k = Require.Noise(epsilon, x, model.Latent);
        var logWeights = gradient == EncoderGradient.Reparameterized ? model.LogWeights(x, epsilon) : DoublyReparameterized(model, x, epsilon); // [N, k]
        return new(logWeights.logsumexp(1).mean().neg() + Math.Log(k));
    }

    /// <summary>The bound with noise from a generator.</summary>
    /// <inheritdoc cref="ImportanceWeightedLoss(GaussianVae, Tensor, Tensor, EncoderGradient)"/>
    /// <param name="samples">k ≥ 1.</param>
    /// <param name="generator">Source of the noise.</param>
    public static ImportanceWeightedBound ImportanceWeightedLoss(
        this GaussianVae model, Tensor x, int samples, Generator generator, EncoderGradient gradient = EncoderGradient.DoublyReparameterized)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        return model.ImportanceWeightedLoss(x, randn([x.shape[0], samples, model.Latent], x.dtype, generator: Require.Generator(generator)), gradient);
    }

    private static Tensor DoublyReparameterized(GaussianVae model, Tensor x, Tensor epsilon)
    {
        if (model.Flow is not null) throw new ArgumentException("The doubly reparameterised gradient is for Gaussian posteriors; a flow takes EncoderGradient.Reparameterized.", nameof(model));
        var (mu, logVar) = model.Encode(x); // [N, latent]
        var later = new Weights();
        var z = WeightedGradient.apply(mu.unsqueeze(1) + (0.5 * logVar).exp().unsqueeze(1) * epsilon, later); // [N, k, latent]
        // ln q with its parameters held fixed: z alone carries the gradient
        var (fixedMu, fixedLogVar) = (mu.detach().unsqueeze(1), logVar.detach().unsqueeze(1));
        var ratio = 0.5 * ((z - fixedMu).square() * (-fixedLogVar).exp() + fixedLogVar - z.square()).sum([2]); // ln p(z) − ln q(z|x): [N, k]
        var logWeights = model.LogLikelihood(x, z.reshape(-1, model.Latent)) + ratio;
        later.Value = logWeights.detach().softmax(1).unsqueeze(2); // w̃: [N, k, 1]
        return logWeights;
    }

    private sealed class Weights
    {
        public Tensor? Value { get; set; }
    }

    // The identity; what flows back is multiplied by weights that are known only once the forward pass is over.
    private sealed class WeightedGradient : autograd.SingleTensorFunction<WeightedGradient>
    {
        public override string Name => nameof(WeightedGradient);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data(nameof(Weights), vars[1]);
            return ((Tensor)vars[0]).alias();
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ((Weights)ctx.get_data(nameof(Weights))).Value!, null!];
    }
}
