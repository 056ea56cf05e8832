using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>The shape of a deep latent Gaussian model.</summary>
/// <param name="Inputs">D, entries of an observation, ≥ 1.</param>
/// <param name="Latents">Units of each stochastic layer, from the observation upwards: at least one, each ≥ 1.</param>
/// <param name="Hidden">Hidden units between layers, and of the recognition model, ≥ 1.</param>
/// <param name="Likelihood">p(x | h₁).</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record DeepLatentGaussianOptions(
    int Inputs = 784, IReadOnlyList<int>? Latents = null, int Hidden = 200, Likelihood? Likelihood = null, ScalarType Precision = ScalarType.Float32);

/// <summary>
/// Deep latent Gaussian models (Rezende, Mohamed &amp; Wierstra 2014, eq. 1–4): \(h_L = G_L\xi_L\), \(h_l = T_l(h_{l+1}) + G_l\xi_l\), \(x \sim \pi(x|T_0(h_1))\). All noise \(\xi\) is standard normal and
/// independent, and the recognition model gives it a diagonal Gaussian; so this is a <see cref="GaussianVae"/> whose code is \((\xi_1,\dots,\xi_L)\) and whose decoder has this form.
/// </summary>
public static class DeepLatentGaussian
{
    /// <summary>A model with random weights.</summary>
    /// <param name="options">The shape; the defaults if null.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public static GaussianVae Create(DeepLatentGaussianOptions? options, Generator generator)
    {
        options ??= new();
        Require.Generator(generator);
        int[] latents = [.. options.Latents ?? [200, 200]];
        if (options.Inputs < 1 || options.Hidden < 1 || latents.Length == 0 || latents.Any(k => k < 1))
            throw new ArgumentException($"Expected inputs, hidden units, at least one layer and latents ≥ 1, given {options.Inputs}, {options.Hidden} and [{string.Join(", ", latents)}].", nameof(options));
        var likelihood = options.Likelihood ?? new BernoulliLikelihood();
        var recognition = DenseNetwork.Of([options.Inputs, options.Hidden, options.Hidden, 2 * latents.Sum()], Activation.Relu, options.Precision, generator);
        var decoder = new Decoder(latents, options.Hidden, likelihood.Outputs(options.Inputs) - likelihood.SharedOutputs, options.Precision, generator);
        return new(recognition, decoder, latents.Sum(), likelihood, options.Precision);
    }

    // ξ [N, Σk] → [N, O]
    private sealed class Decoder : Module<Tensor, Tensor>
    {
        private readonly ModuleList<TorchSharp.Modules.Linear> noise;
        private readonly ModuleList<Sequential> transforms;
        private readonly int[] latents;

        public Decoder(int[] latents, int hidden, int outputs, ScalarType precision, Generator generator)
            : base(nameof(DeepLatentGaussian))
        {
            this.latents = latents;
            noise = new([.. latents.Select(k => DenseNetwork.Layer(k, k, precision, generator))]);
            transforms = new([.. latents.Select((k, l) => DenseNetwork.Of([k, hidden, l == 0 ? outputs : latents[l - 1]], Activation.Relu, precision, generator))]);
            RegisterComponents();
        }

        public override Tensor forward(Tensor xi)
        {
            var parts = xi.split([.. latents.Select(k => (long)k)], 1);
            var h = noise[^1].call(parts[^1]);
            for (var l = latents.Length - 2; l >= 0; l--) h = transforms[l + 1].call(h) + noise[l].call(parts[l]);
            return transforms[0].call(h);
        }
    }
}
