using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>One stochastic layer of a <see cref="HierarchicalVae"/>.</summary>
/// <param name="Latent">Entries of its code, ≥ 1.</param>
/// <param name="Hidden">Hidden units between what lies below and this code, in order; the way down has them in reverse.</param>
public sealed record StochasticLayer(int Latent, params IReadOnlyList<int> Hidden);

/// <summary>The shape of a variational autoencoder with several stochastic layers.</summary>
/// <param name="Inputs">D, entries of an observation, ≥ 1.</param>
/// <param name="Layers">From the observation upwards; null: 200-200-100-100-100-50 as in Burda et al. (2016).</param>
/// <param name="Likelihood">p(x | z₁).</param>
/// <param name="Activation">Between layers.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record HierarchicalVaeOptions(
    int Inputs = 784, IReadOnlyList<StochasticLayer>? Layers = null, Likelihood? Likelihood = null,
    Activation Activation = Activation.Tanh, ScalarType Precision = ScalarType.Float32);

/// <summary>
/// A variational autoencoder with several layers of latents (Burda et al. 2016, §2): \(p(x,z) = p(x|z_1)\,p(z_1|z_2)\cdots p(z_L)\) and
/// \(q(z|x) = q(z_1|x)\,q(z_2|z_1)\cdots q(z_L|z_{L-1})\), every conditional a diagonal Gaussian.
/// </summary>
public sealed class HierarchicalVae : Module<Tensor, Tensor>, IImportanceSampled
{
    private readonly ModuleList<Sequential> up, down;
    private readonly int[] latents;

    /// <summary>Random weights, zero biases.</summary>
    /// <param name="options">The shape; the defaults if null.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public HierarchicalVae(HierarchicalVaeOptions? options, Generator generator)
        : base(nameof(HierarchicalVae))
    {
        options ??= new();
        Require.Generator(generator);
        StochasticLayer[] layers = [.. options.Layers ?? [new(100, 200, 200), new(50, 100, 100)]];
        if (options.Inputs < 1 || layers.Length == 0 || layers.Any(l => l.Latent < 1 || l.Hidden.Any(h => h < 1)))
            throw new ArgumentException($"Expected inputs, at least one layer, latents and hidden units ≥ 1, given {options.Inputs} and [{string.Join(", ", layers.Select(l => l.Latent))}].", nameof(options));
        Likelihood = options.Likelihood ?? new BernoulliLikelihood();
        if (Likelihood.SharedOutputs > 0) throw new ArgumentException("Expected a likelihood whose outputs all depend on the code.", nameof(options));
        latents = [.. layers.Select(l => l.Latent)];
        int[] below = [options.Inputs, .. latents];
        up = new([.. layers.Select((l, i) => Network([below[i], .. l.Hidden, 2 * l.Latent]))]);
        down = new([.. layers.Select((l, i) => Network([l.Latent, .. l.Hidden.Reverse(), i == 0 ? Likelihood.Outputs(options.Inputs) : 2 * below[i]]))]);
        RegisterComponents();

        Sequential Network(int[] sizes) => DenseNetwork.Of(sizes, options.Activation, options.Precision, generator);
    }

    /// <summary>p(x | z₁).</summary>
    public Likelihood Likelihood { get; }

    /// <inheritdoc/>
    public int Noise => latents.Sum();

    /// <summary>The bound with one sample an observation; the divergence is that of the sample, over all layers.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="epsilon">Standard normal noise of all layers: [N, <see cref="Noise"/>].</param>
    public Elbo Loss(Tensor x, Tensor epsilon)
    {
        ArgumentNullException.ThrowIfNull(epsilon);
        var (likelihood, divergence) = Parts(x, epsilon.unsqueeze(1));
        return new(likelihood.mean().neg(), divergence.mean());
    }

    /// <inheritdoc/>
    public Tensor LogWeights(Tensor x, Tensor epsilon)
    {
        var (likelihood, divergence) = Parts(x, epsilon);
        return likelihood - divergence;
    }

    /// <summary>What is decoded from the mean codes: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x)
    {
        var code = Require.Matrix(x, nameof(x));
        foreach (var (layer, k) in up.Zip(latents)) code = layer.call(code).narrow(1, 0, k);
        for (var l = latents.Length - 1; l > 0; l--) code = down[l].call(code).narrow(1, 0, latents[l - 1]);
        return Likelihood.Mean(down[0].call(code));
    }

    /// <summary>Pictures of codes drawn from the prior, layer by layer: [n, D].</summary>
    public Tensor Generate(int n, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Require.Generator(generator);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var type = this.parameters().First().dtype;
        var z = randn([n, latents[^1]], type, generator: generator);
        for (var l = latents.Length - 1; l > 0; l--)
        {
            var (mu, logVar) = Gaussian(down[l].call(z));
            z = GaussianVae.Sample(mu, logVar, randn([n, latents[l - 1]], type, generator: generator));
        }

        return Likelihood.Mean(down[0].call(z)).MoveToOuterDisposeScope();
    }

    // ln p(x|z₁) and ln q(z|x) − ln p(z): [N, k] each
    private (Tensor Likelihood, Tensor Divergence) Parts(Tensor x, Tensor epsilon)
    {
        long n = x is null ? 0 : x.shape[0], k = Require.Noise(epsilon, x!, Noise);
        var (mu, logVar) = Gaussian(up[0].call(x!)); // [N, latent]
        var (below, from) = (default(Tensor), 0L);
        var (likelihood, divergence) = (default(Tensor)!, zeros([n * k], x!.dtype));
        for (var l = 0; l < latents.Length; l++)
        {
            var noise = epsilon.narrow(2, from, latents[l]); // [N, k, latent]
            from += latents[l];
            var (centre, spread) = l == 0 ? (mu.repeat_interleave(k, 0), logVar.repeat_interleave(k, 0)) : Gaussian(up[l].call(below!)); // [N·k, latent]
            var flatNoise = noise.reshape(n * k, latents[l]);
            var z = GaussianVae.Sample(centre, spread, flatNoise);
            divergence = divergence + 0.5 * (-flatNoise.square() - spread).sum([1]); // ln q(z_l|·), constants cancel with those of p
            if (l == 0) likelihood = Likelihood.LogProbability(down[0].call(z).reshape(n, k, -1), x);
            else divergence = divergence - LogNormal(below!, Gaussian(down[l].call(z)));
            below = z;
        }

        return (likelihood, (divergence + 0.5 * below!.square().sum([1])).reshape(n, k));
    }

    private static (Tensor Mu, Tensor LogVar) Gaussian(Tensor heads)
    {
        var k = heads.shape[1] / 2;
        return (heads.narrow(1, 0, k), heads.narrow(1, k, k));
    }

    private static Tensor LogNormal(Tensor z, (Tensor Mu, Tensor LogVar) p) => -0.5 * (p.LogVar + (z - p.Mu).square() * (-p.LogVar).exp()).sum([1]);
}
