using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>The shape of a variational autoencoder with dense layers.</summary>
/// <param name="Inputs">D, entries of an observation, ≥ 1.</param>
/// <param name="Hidden">Units of the encoder's hidden layers in order, each ≥ 1; 400 if null. Empty: it is linear.</param>
/// <param name="Latent">k, entries of a code, ≥ 1.</param>
/// <param name="Likelihood">p(x | z).</param>
/// <param name="Activation">Between layers.</param>
/// <param name="Precision">Type of the parameters.</param>
/// <param name="DecoderHidden">Units of the decoder's hidden layers in order; null: the encoder's in reverse.</param>
/// <param name="Flow">Makes the posterior richer; null: a diagonal Gaussian.</param>
public sealed record GaussianVaeOptions(
    int Inputs = 784,
    IReadOnlyList<int>? Hidden = null,
    int Latent = 20,
    Likelihood? Likelihood = null,
    Activation Activation = Activation.Tanh,
    ScalarType Precision = ScalarType.Float32,
    IReadOnlyList<int>? DecoderHidden = null,
    PosteriorFlow? Flow = null);

/// <summary>
/// A variational autoencoder (Kingma &amp; Welling 2014; Rezende et al. 2014) with a standard normal prior and a diagonal Gaussian encoder:
/// \(\mathcal L = \mathbb E_{q(z|x)}[\ln p(x|z)] - \mathrm{KL}(q(z|x)\|p(z))\) with \(z = \mu(x) + \sigma(x)\odot\varepsilon\). A flow may follow, \(z = f(\mu + \sigma\odot\varepsilon)\).
/// </summary>
/// <remarks>Nats; sums over dimensions, means over the batch; logVar = ln σ².</remarks>
public sealed class GaussianVae : Module<Tensor, Tensor>, IImportanceSampled
{
    private readonly Module<Tensor, Tensor> encoder, decoder;
    private readonly PosteriorFlow? flow;
    private readonly Parameter? shared;

    /// <summary>A model of any encoder and decoder.</summary>
    /// <param name="encoder">[N, D] → [N, 2k + c]: the means, the log variances, and what the flow wants to know.</param>
    /// <param name="decoder">[N, k] → [N, O], less the outputs that <paramref name="likelihood"/> shares.</param>
    /// <param name="latent">k ≥ 1.</param>
    /// <param name="likelihood">p(x | z).</param>
    /// <param name="precision">Type of the parameters.</param>
    /// <param name="flow">Makes the posterior richer; null: a diagonal Gaussian.</param>
    public GaussianVae(
        Module<Tensor, Tensor> encoder, Module<Tensor, Tensor> decoder, int latent, Likelihood likelihood, ScalarType precision = ScalarType.Float32,
        PosteriorFlow? flow = null)
        : base(nameof(GaussianVae))
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentNullException.ThrowIfNull(likelihood);
        ArgumentOutOfRangeException.ThrowIfLessThan(latent, 1);
        if (flow is not null && flow.Latent != latent) throw new ArgumentException($"Expected a flow of {latent} latents, given one of {flow.Latent}.", nameof(flow));
        (this.encoder, this.decoder, this.flow, Latent, Likelihood) = (encoder, decoder, flow, latent, likelihood);
        shared = likelihood.SharedOutputs > 0 ? new Parameter(zeros([likelihood.SharedOutputs], precision)) : null;
        RegisterComponents();
    }

    /// <summary>A model of dense layers; weights are uniform in \(\pm\sqrt{6/(\mathrm{in}+\mathrm{out})}\) (Glorot &amp; Bengio 2010), biases zero.</summary>
    /// <param name="options">The shape.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public static GaussianVae Dense(GaussianVaeOptions options, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.Generator(generator);
        int[] hidden = [.. options.Hidden ?? [400]], back = [.. options.DecoderHidden ?? hidden.Reverse()];
        if (options.Inputs < 1 || options.Latent < 1 || hidden.Concat(back).Any(h => h < 1))
            throw new ArgumentException($"Expected inputs, hidden units and latents ≥ 1, given {options.Inputs}, [{string.Join(", ", hidden)}] and {options.Latent}.", nameof(options));
        var likelihood = options.Likelihood ?? new BernoulliLikelihood();
        var outputs = likelihood.Outputs(options.Inputs) - likelihood.SharedOutputs;
        var encoder = DenseNetwork.Of([options.Inputs, .. hidden, 2 * options.Latent + (options.Flow?.Context ?? 0)], options.Activation, options.Precision, generator);
        var decoder = DenseNetwork.Of([options.Latent, .. back, outputs], options.Activation, options.Precision, generator);
        return new(encoder, decoder, options.Latent, likelihood, options.Precision, options.Flow);
    }

    /// <summary>k, entries of a code.</summary>
    public int Latent { get; }

    /// <summary>p(x | z).</summary>
    public Likelihood Likelihood { get; }

    /// <summary>From codes to what the likelihood needs, less the outputs that it shares: [N, k] → [N, O].</summary>
    public Module<Tensor, Tensor> Decoder => decoder;

    /// <summary>What follows the Gaussian; null when the posterior is one.</summary>
    public PosteriorFlow? Flow => flow;

    /// <inheritdoc/>
    public int Noise => Latent;

    /// <summary>The Gaussian that the approximate posterior is, or that its flow starts from: [N, D] → μ [N, k], ln σ² [N, k].</summary>
    public (Tensor Mu, Tensor LogVar) Encode(Tensor x)
    {
        var (mu, logVar, _) = Heads(x);
        return (mu, logVar);
    }

    /// <summary>Codes drawn from the approximate posterior: [N, D], [N, k] → [N, k].</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="epsilon">Standard normal noise: [N, k]; zeros for what the mean becomes.</param>
    public Tensor Codes(Tensor x, Tensor epsilon)
    {
        var (mu, logVar, context) = Heads(x);
        return Flowed(Sample(mu, logVar, epsilon), context).Z;
    }

    /// <summary>z = μ + σ ⊙ ε: [N, k].</summary>
    /// <param name="mu">μ: [N, k].</param>
    /// <param name="logVar">ln σ²: [N, k].</param>
    /// <param name="epsilon">Standard normal noise: [N, k].</param>
    public static Tensor Sample(Tensor mu, Tensor logVar, Tensor epsilon)
    {
        ArgumentNullException.ThrowIfNull(epsilon);
        return mu + (0.5 * logVar).exp() * epsilon;
    }

    /// <summary>What the likelihood needs: [N, k] → [N, O].</summary>
    public Tensor Decode(Tensor z)
    {
        Require.Matrix(z, nameof(z), Latent);
        var outputs = decoder.call(z);
        return shared is null ? outputs : cat([outputs, shared.expand(outputs.shape[0], shared.shape[0])], 1);
    }

    /// <summary>The bound with one sample an observation.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="epsilon">Standard normal noise: [N, k].</param>
    /// <param name="klWeight">β ≥ 0.</param>
    /// <param name="target">What to reconstruct, when it is not x: the clean image of a denoising model.</param>
    public Elbo Loss(Tensor x, Tensor epsilon, double klWeight = 1, Tensor? target = null)
    {
        var (mu, logVar, context) = Heads(x);
        var (z, logDeterminant) = Flowed(Sample(mu, logVar, epsilon), context);
        var reconstruction = Likelihood.MeanLogProbability(Decode(z), target ?? x).neg();
        // With a flow the divergence has no closed form: ln q(z|x) − ln p(z) of the sample stands for it.
        var kl = logDeterminant is null
            ? GaussianKl.ToStandardNormal(mu, logVar)
            : 0.5 * (z.square() - epsilon.square() - logVar).sum([1]) - logDeterminant; // [N]
        return new(reconstruction, kl.mean(), klWeight);
    }

    /// <inheritdoc/>
    public Tensor LogWeights(Tensor x, Tensor epsilon)
    {
        long n = x is null ? 0 : x.shape[0], k = Require.Noise(epsilon, x!, Latent);
        var (mu, logVar, context) = Heads(x!); // [N, latent]
        var start = mu.unsqueeze(1) + (0.5 * logVar).exp().unsqueeze(1) * epsilon; // [N, k, latent]
        var (flat, logDeterminant) = Flowed(start.reshape(n * k, Latent), context?.repeat_interleave(k, 0));
        // ln p(z) − ln q(z|x) = −½ Σ (z² − ε² − ln σ²) + ln|det|: the constants cancel
        var ratio = -0.5 * (flat.reshape(n, k, Latent).square() - epsilon.square() - logVar.unsqueeze(1)).sum([2]); // [N, k]
        return LogLikelihood(x!, flat) + (logDeterminant is null ? ratio : ratio + logDeterminant.reshape(n, k));
    }

    /// <summary>ln p(x | z) of several codes an observation: [N, D], [N·k, latent] → [N, k].</summary>
    internal Tensor LogLikelihood(Tensor x, Tensor z) => Likelihood.LogProbability(Decode(z).reshape(x.shape[0], z.shape[0] / x.shape[0], -1), x);

    /// <summary>The bound with noise from a generator.</summary>
    /// <inheritdoc cref="Loss(Tensor, Tensor, double, Tensor?)"/>
    /// <param name="generator">Source of the noise.</param>
    public Elbo Loss(Tensor x, Generator generator, double klWeight = 1, Tensor? target = null)
    {
        Require.Matrix(x, nameof(x));
        return Loss(x, randn([x.shape[0], Latent], x.dtype, generator: Require.Generator(generator)), klWeight, target);
    }

    /// <summary>What is decoded from the mean code, as a picture: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x)
    {
        var (mu, _, context) = Heads(x);
        return Likelihood.Mean(Decode(Flowed(mu, context).Z));
    }

    /// <summary>Pictures of codes drawn from the prior: [n, D].</summary>
    public Tensor Generate(int n, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var z = randn([n, Latent], this.parameters().First().dtype, generator: Require.Generator(generator));
        return Likelihood.Mean(Decode(z)).MoveToOuterDisposeScope();
    }

    /// <summary>Pictures along one latent, the others fixed: [1, k], m values → [m, D].</summary>
    public Tensor Traverse(Tensor z, int dimension, IReadOnlyList<double> values)
    {
        Require.Matrix(z, nameof(z), Latent);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var along = LatentSpace.Perturb(z, dimension, values);
        return Likelihood.Mean(Decode(along)).MoveToOuterDisposeScope();
    }

    private (Tensor Mu, Tensor LogVar, Tensor? Context) Heads(Tensor x)
    {
        Require.Matrix(x, nameof(x));
        var heads = encoder.call(x); // [N, 2k + c]
        return (heads.narrow(1, 0, Latent), heads.narrow(1, Latent, Latent), flow is null ? null : heads.narrow(1, 2 * Latent, flow.Context));
    }

    private (Tensor Z, Tensor? LogDeterminant) Flowed(Tensor z, Tensor? context) => flow is null ? (z, null) : flow.call(z, context!);
}
