using Latent.Variational;

namespace Latent.Identities.Elbo;

/// <summary>A model of one's own with a scalar latent variable: an encoder and a decoder, to check the derivation on.</summary>
/// <typeparam name="T">What an observation is.</typeparam>
/// <param name="Encoder">x → q(z | x); σ ≥ 0.02, and μ ± 7 σ in ±12.</param>
/// <param name="Decoder">x, z → ln p(x | z) in nats, smooth in z.</param>
/// <param name="Name">What the model is.</param>
public sealed record DecoderModel<T>(Func<T, Gaussian> Encoder, Func<T, double, double> Decoder, string Name = "my model")
{
    /// <summary>The model for one observation; p(z) = N(0, 1).</summary>
    public ScalarElboModel At(T x) => new(z => Decoder(x, z), Encoder(x), Name);
}
