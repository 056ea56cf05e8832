using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>The shape of a variational autoencoder with dense layers.</summary>
/// <param name="Inputs">D, entries of an observation, ≥ 1.</param>
/// <param name="Hidden">Units of the encoder's hidden layers in order, each ≥ 1; the decoder has them in reverse. Empty: both are linear.</param>
/// <param name="Latent">k, entries of a code, ≥ 1.</param>
/// <param name="Likelihood">p(x | z).</param>
/// <param name="Activation">Between layers.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record GaussianVaeOptions(
    int Inputs = 784,
    IReadOnlyList<int>? Hidden = null,
    int Latent = 20,
    Likelihood? Likelihood = null,
    HiddenActivation Activation = HiddenActivation.Tanh,
    ScalarType Precision = ScalarType.Float32);

/// <summary>What stands between the layers of an encoder or decoder.</summary>
public enum HiddenActivation
{
    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(0, a).</summary>
    Relu,

    /// <summary>ln(1 + e^a).</summary>
    Softplus,
}

/// <summary>
/// A variational autoencoder (Kingma &amp; Welling 2014; Rezende et al. 2014) with a standard normal prior and a diagonal Gaussian encoder:
/// \(\mathcal L = \mathbb E_{q(z|x)}[\ln p(x|z)] - \mathrm{KL}(q(z|x)\|p(z))\) with \(z = \mu(x) + \sigma(x)\odot\varepsilon\).
/// </summary>
/// <remarks>Nats; sums over dimensions, means over the batch; logVar = ln σ².</remarks>
public sealed class GaussianVae : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder, decoder;
    private readonly Parameter? shared;

    /// <summary>A model of any encoder and decoder.</summary>
    /// <param name="encoder">[N, D] → [N, 2k]: the means, then the log variances.</param>
    /// <param name="decoder">[N, k] → [N, O], less the outputs that <paramref name="likelihood"/> shares.</param>
    /// <param name="latent">k ≥ 1.</param>
    /// <param name="likelihood">p(x | z).</param>
    /// <param name="precision">Type of the parameters.</param>
    public GaussianVae(Module<Tensor, Tensor> encoder, Module<Tensor, Tensor> decoder, int latent, Likelihood likelihood, ScalarType precision = ScalarType.Float32)
        : base(nameof(GaussianVae))
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentNullException.ThrowIfNull(likelihood);
        ArgumentOutOfRangeException.ThrowIfLessThan(latent, 1);
        (this.encoder, this.decoder, Latent, Likelihood) = (encoder, decoder, latent, likelihood);
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
        int[] hidden = [.. options.Hidden ?? [400]];
        if (options.Inputs < 1 || options.Latent < 1 || hidden.Any(h => h < 1))
            throw new ArgumentException($"Expected inputs, hidden units and latents ≥ 1, given {options.Inputs}, [{string.Join(", ", hidden)}] and {options.Latent}.", nameof(options));
        var likelihood = options.Likelihood ?? new BernoulliLikelihood();
        var outputs = likelihood.Outputs(options.Inputs) - likelihood.SharedOutputs;
        return new(Layers([options.Inputs, .. hidden, 2 * options.Latent]), Layers([options.Latent, .. hidden.Reverse(), outputs]), options.Latent, likelihood, options.Precision);

        Sequential Layers(int[] sizes) => Sequential(sizes.Zip(sizes.Skip(1), (i, o) => Glorot(i, o, options.Precision, generator))
            .SelectMany((layer, i) => i == 0 ? [layer] : new Module<Tensor, Tensor>[] { Between(options.Activation), layer }).ToArray());
    }

    /// <summary>k, entries of a code.</summary>
    public int Latent { get; }

    /// <summary>p(x | z).</summary>
    public Likelihood Likelihood { get; }

    /// <summary>The approximate posterior: [N, D] → μ [N, k], ln σ² [N, k].</summary>
    public (Tensor Mu, Tensor LogVar) Encode(Tensor x)
    {
        Require.Matrix(x, nameof(x));
        var heads = encoder.call(x); // [N, 2k]
        return (heads.narrow(1, 0, Latent), heads.narrow(1, Latent, Latent));
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
        var (mu, logVar) = Encode(x);
        var outputs = Decode(Sample(mu, logVar, epsilon));
        var reconstruction = Likelihood.MeanLogProbability(outputs, target ?? x).neg();
        return new(reconstruction, GaussianKl.ToStandardNormal(mu, logVar).mean(), klWeight);
    }

    /// <summary>The bound with noise from a generator.</summary>
    /// <inheritdoc cref="Loss(Tensor, Tensor, double, Tensor?)"/>
    /// <param name="generator">Source of the noise.</param>
    public Elbo Loss(Tensor x, Generator generator, double klWeight = 1, Tensor? target = null)
    {
        Require.Matrix(x, nameof(x));
        return Loss(x, randn([x.shape[0], Latent], x.dtype, generator: Require.Generator(generator)), klWeight, target);
    }

    /// <summary>What is decoded from the mean code, as a picture: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x) => Likelihood.Mean(Decode(Encode(x).Mu));

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
        ArgumentNullException.ThrowIfNull(values);
        Require.Range(dimension, 0, Latent - 1, nameof(dimension), "a latent dimension");
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var along = z.narrow(0, 0, 1).repeat(values.Count, 1);
        along.select(1, dimension).copy_(tensor(values.ToArray(), z.dtype));
        return Likelihood.Mean(Decode(along)).MoveToOuterDisposeScope();
    }

    private static TorchSharp.Modules.Linear Glorot(int inputs, int outputs, ScalarType precision, Generator generator)
    {
        var layer = nn.Linear(inputs, outputs, dtype: precision);
        using var gradients = no_grad();
        layer.weight.uniform_(-Math.Sqrt(6.0 / (inputs + outputs)), Math.Sqrt(6.0 / (inputs + outputs)), generator);
        layer.bias!.zero_();
        return layer;
    }

    private static Module<Tensor, Tensor> Between(HiddenActivation activation) => activation switch
    {
        HiddenActivation.Tanh => Tanh(),
        HiddenActivation.Relu => ReLU(),
        HiddenActivation.Softplus => Softplus(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected tanh, relu or softplus."),
    };
}
