using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>The shape of a <see cref="DeepAutoregressiveNetwork"/>.</summary>
/// <param name="Inputs">D, binary entries of an observation, ≥ 1.</param>
/// <param name="Bits">K, bits of the code, ≥ 1.</param>
/// <param name="Hidden">Hidden units between observation and code, in order; the way down has them in reverse. Null: one layer of 200.</param>
/// <param name="PixelsSeeEarlierOnes">Whether a pixel is predicted from the pixels before it as well as from the code.</param>
/// <param name="Activation">Between layers.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record DeepAutoregressiveOptions(
    int Inputs = 784, int Bits = 50, IReadOnlyList<int>? Hidden = null, bool PixelsSeeEarlierOnes = true,
    Activation Activation = Activation.Tanh, ScalarType Precision = ScalarType.Float32);

/// <summary>
/// The deep autoregressive network of Gregor et al. (2014), DARN: a code of bits h, each predicted from the bits before it,
/// \(p(h) = \prod_j p(h_j|h_{&lt;j})\), and pixels that are each predicted from the code and the pixels before, \(p(x|h) = \prod_i p(x_i|x_{&lt;i},h)\). The encoder's bits
/// are independent, \(q(h|x) = \prod_j q(h_j|x)\). Nothing flows through a bit, so that the encoder learns by the score function with two codes a picture,
/// each the other's baseline (Mnih &amp; Rezende 2016): unlike the paper's first-order rule without bias.
/// </summary>
public sealed class DeepAutoregressiveNetwork : Module<Tensor, Tensor>, IImportanceSampled
{
    private static readonly BernoulliLikelihood Binary = new();

    private readonly Sequential encoder, decoder;
    private readonly Parameter betweenBits, bitBiases;
    private readonly Parameter? betweenPixels;

    /// <summary>Random weights of the networks; between bits and between pixels none yet, nor biases.</summary>
    /// <param name="options">The shape; the defaults if null.</param>
    /// <param name="generator">Source of the initial weights.</param>
    /// <exception cref="ArgumentException">A size below 1.</exception>
    public DeepAutoregressiveNetwork(DeepAutoregressiveOptions? options, Generator generator)
        : base(nameof(DeepAutoregressiveNetwork))
    {
        options ??= new();
        Require.Generator(generator);
        int[] sizes = [options.Inputs, .. options.Hidden ?? [200], options.Bits];
        if (sizes.Min() < 1) throw new ArgumentException($"Expected sizes ≥ 1, given {string.Join("-", sizes)}.", nameof(options));
        Noise = options.Bits;
        encoder = DenseNetwork.Of(sizes, options.Activation, options.Precision, generator);
        decoder = DenseNetwork.Of([.. sizes.Reverse()], options.Activation, options.Precision, generator);
        (betweenBits, bitBiases) = (new(zeros([options.Bits, options.Bits], options.Precision)), new(zeros([options.Bits], options.Precision)));
        if (options.PixelsSeeEarlierOnes) betweenPixels = new(zeros([options.Inputs, options.Inputs], options.Precision));
        RegisterComponents();
    }

    /// <summary>K, bits of the code; a bit is made from one number.</summary>
    public int Noise { get; }

    /// <summary>The length of the message that hands over a picture, with an estimate of its gradient that has no bias.</summary>
    /// <param name="x">[N, D] of zeros and ones.</param>
    /// <param name="epsilon">Standard normal noise of two codes a picture: [N, 2, K].</param>
    public MessageLength Loss(Tensor x, Tensor epsilon)
    {
        if (Require.Noise(epsilon, x, Noise) != 2) throw new ArgumentException($"Expected noise of two codes a picture, [N, 2, {Noise}], given [{string.Join(", ", epsilon.shape)}].", nameof(epsilon));
        var (picture, code, back) = Lengths(x, epsilon);
        var length = picture + code - back; // [N, 2]
        var advantage = (length - length.flip(1)).detach();
        var score = -(advantage * (back - back.detach())); // zero, with the gradient of the score function
        return new(picture.mean(), code.mean(), back.mean(), score.mean());
    }

    /// <inheritdoc/>
    /// <remarks>Gradients do not flow through the choice of the bits.</remarks>
    public Tensor LogWeights(Tensor x, Tensor epsilon)
    {
        Require.Noise(epsilon, x, Noise);
        var (picture, code, back) = Lengths(x, epsilon);
        return back - picture - code;
    }

    /// <summary>The probability of each pixel given the likeliest code and the pixels before it: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x)
    {
        var bits = encoder.call(Require.Matrix(x, nameof(x))).gt(0).to_type(x.dtype);
        return WithEarlierPixels(decoder.call(bits), x).sigmoid();
    }

    /// <summary>Pictures drawn bit by bit, then pixel by pixel: [n, D] of zeros and ones.</summary>
    /// <param name="n">≥ 1.</param>
    /// <param name="generator">Source of the draws.</param>
    public Tensor Generate(int n, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Require.Generator(generator);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var bits = OneByOne(bitBiases.expand(n, Noise), betweenBits, generator);
        return OneByOne(decoder.call(bits), betweenPixels, generator).MoveToOuterDisposeScope();
    }

    // −ln p(x|h), −ln p(h) and −ln q(h|x): [N, k] each
    private (Tensor Picture, Tensor Code, Tensor Back) Lengths(Tensor x, Tensor epsilon)
    {
        long n = x.shape[0], k = epsilon.shape[1];
        var logits = encoder.call(x).unsqueeze(1).expand(n, k, Noise);
        var bits = ((epsilon / Math.Sqrt(2)).erf() + 1).div(2).lt(logits.sigmoid()).to_type(x.dtype).reshape(n * k, Noise); // one with probability q
        var fromCode = decoder.call(bits).reshape(n, k, -1);
        return (
            -Binary.LogProbability(WithEarlierPixels(fromCode, x.unsqueeze(1)), x),
            -Binary.LogProbability(bitBiases + FromEarlier(bits, betweenBits), bits).reshape(n, k),
            -Binary.LogProbability(logits.reshape(n * k, Noise), bits).reshape(n, k));
    }

    private Tensor WithEarlierPixels(Tensor logits, Tensor x) => betweenPixels is null ? logits : logits + FromEarlier(x, betweenPixels);

    // Entry i of a row gets what the entries before i add to its logit.
    private static Tensor FromEarlier(Tensor x, Parameter weights) => functional.linear(x, weights.tril(-1));

    private static Tensor OneByOne(Tensor logits, Parameter? weights, Generator generator)
    {
        if (weights is null) return logits.sigmoid().bernoulli(generator);
        var drawn = zeros_like(logits);
        for (var i = 0; i < logits.shape[1]; i++)
        {
            using var step = NewDisposeScope();
            var logit = logits.narrow(1, i, 1) + drawn.narrow(1, 0, i).matmul(weights.narrow(0, i, 1).narrow(1, 0, i).t()); // [n, 1]
            drawn.narrow(1, i, 1).copy_(logit.sigmoid().bernoulli(generator));
        }

        return drawn;
    }
}

/// <summary>
/// Minus the evidence lower bound as the length of a message, in nats (ln 2 of them are a bit): the sender draws a code by q, sends it by the prior's code and then
/// the picture; who has both knows what the draw came to, and gets its randomness back (Hinton &amp; van Camp 1993).
/// </summary>
/// <param name="Picture">\(-\ln p(x|h)\): a scalar.</param>
/// <param name="Code">\(-\ln p(h)\): a scalar.</param>
/// <param name="Back">\(-\ln q(h|x)\), what the receiver gets back: a scalar.</param>
/// <param name="Score">Zero, with the gradient that reaches the encoder through the choice of the code.</param>
public readonly record struct MessageLength(Tensor Picture, Tensor Code, Tensor Back, Tensor Score) : Training.ILoss
{
    /// <summary>Picture and code without what comes back: minus the bound.</summary>
    public Tensor Total => Picture + Code - Back + Score;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => [(nameof(Picture), Picture), (nameof(Code), Code), (nameof(Back), Back)];
}
