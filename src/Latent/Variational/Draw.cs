using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>The shape of a <see cref="Draw"/> network.</summary>
/// <param name="Height">Pixels from top to bottom, ≥ 1.</param>
/// <param name="Width">Pixels from left to right, ≥ 1.</param>
/// <param name="Steps">T, how often it draws, ≥ 1.</param>
/// <param name="Hidden">Units of the encoder and of the decoder, ≥ 1.</param>
/// <param name="Latent">k, entries of the code of one step, ≥ 1.</param>
/// <param name="Read">Side of the patch that is read through attention, ≥ 2; null: the whole picture is read.</param>
/// <param name="Write">Side of the patch that is written through attention, ≥ 2; null: the whole canvas is written.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record DrawOptions(
    int Height = 28, int Width = 28, int Steps = 10, int Hidden = 256, int Latent = 10, int? Read = null, int? Write = null,
    ScalarType Precision = ScalarType.Float32);

/// <summary>
/// DRAW (Gregor et al. 2015): a recurrent variational autoencoder that draws on a canvas step by step. In each step the encoder sees the picture x and what is still missing,
/// \(\hat x_t = x - \sigma(c_{t-1})\), a code \(z_t\) is drawn from \(q(z_t|h_t^{enc})\), and the decoder adds to the canvas, \(c_t = c_{t-1} + \mathrm{write}(h_t^{dec})\). The last canvas holds the log odds
/// of binary pixels; the loss is \(-\ln p(x|c_T) + \sum_t\mathrm{KL}(q(z_t|\cdot)\|N(0,1))\) (eq. 3–12).
/// </summary>
public sealed class Draw : Module<Tensor, Tensor>, IImportanceSampled
{
    private readonly LSTMCell encoder, decoder;
    private readonly TorchSharp.Modules.Linear heads, write;
    private readonly TorchSharp.Modules.Linear? readAttention, writeAttention;
    private readonly DrawOptions options;

    /// <summary>Random weights.</summary>
    /// <param name="options">The shape; the defaults if null.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public Draw(DrawOptions? options, Generator generator)
        : base(nameof(Draw))
    {
        this.options = options ??= new();
        Require.Generator(generator);
        if (new[] { options.Height, options.Width, options.Steps, options.Hidden, options.Latent }.Any(v => v < 1) || options.Read < 2 || options.Write < 2)
            throw new ArgumentException($"Expected sides, steps, hidden units and latents ≥ 1 and patches ≥ 2, given {options}.", nameof(options));
        var (hidden, precision) = (options.Hidden, options.Precision);
        var read = options.Read is { } side ? side * side : options.Height * options.Width;
        var written = options.Write is { } patch ? patch * patch : options.Height * options.Width;
        encoder = nn.LSTMCell(2 * read + hidden, hidden, dtype: precision);
        decoder = nn.LSTMCell(options.Latent, hidden, dtype: precision);
        (heads, write) = (DenseNetwork.Layer(hidden, 2 * options.Latent, precision, generator), DenseNetwork.Layer(hidden, written, precision, generator));
        readAttention = options.Read is null ? null : DenseNetwork.Layer(hidden, DrawAttention.Parameters, precision, generator);
        writeAttention = options.Write is null ? null : DenseNetwork.Layer(hidden, DrawAttention.Parameters, precision, generator);
        using (no_grad())
        {
            var bound = 1 / Math.Sqrt(hidden);
            foreach (var parameter in encoder.parameters().Concat(decoder.parameters())) parameter.uniform_(-bound, bound, generator);
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public int Noise => options.Steps * options.Latent;

    /// <summary>The bound with one sample an observation, the divergences in closed form.</summary>
    /// <param name="x">[N, D] in [0, 1].</param>
    /// <param name="epsilon">Standard normal noise of all steps: [N, <see cref="Noise"/>].</param>
    public Elbo Loss(Tensor x, Tensor epsilon)
    {
        var (canvas, divergence, _) = Infer(x, epsilon);
        return new(new BernoulliLikelihood().MeanLogProbability(canvas, x).neg(), divergence.mean());
    }

    /// <inheritdoc/>
    public Tensor LogWeights(Tensor x, Tensor epsilon)
    {
        long n = x is null ? 0 : x.shape[0], k = Require.Noise(epsilon, x!, Noise);
        var repeated = x!.repeat_interleave(k, 0);
        var (canvas, _, ratio) = Infer(repeated, epsilon.reshape(n * k, Noise));
        return (new BernoulliLikelihood().LogProbability(canvas, repeated) - ratio).reshape(n, k);
    }

    /// <summary>What is drawn when each code is its mean: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x)
    {
        Require.Matrix(x, nameof(x), options.Height * options.Width);
        return Infer(x, zeros([x.shape[0], Noise], x.dtype)).Canvas.sigmoid();
    }

    /// <summary>Pictures drawn from the prior: the canvas after each step, [n, D] each.</summary>
    /// <param name="n">≥ 1.</param>
    /// <param name="generator">Source of the codes.</param>
    public IReadOnlyList<Tensor> Canvases(int n, Generator generator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Require.Generator(generator);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var canvas = zeros([n, options.Height * options.Width], options.Precision);
        (Tensor, Tensor)? state = null;
        var pictures = new List<Tensor>();
        for (var t = 0; t < options.Steps; t++)
        {
            state = decoder.call(randn([n, options.Latent], options.Precision, generator: generator), state);
            canvas = canvas + Written(state.Value.Item1);
            pictures.Add(canvas.sigmoid().MoveToOuterDisposeScope());
        }

        return pictures;
    }

    // The last canvas [N, D], Σ_t KL(q_t ‖ p) in closed form [N], and ln q(z) − ln p(z) of the codes drawn [N]
    private (Tensor Canvas, Tensor Divergence, Tensor Ratio) Infer(Tensor x, Tensor epsilon)
    {
        Require.Matrix(x, nameof(x), options.Height * options.Width);
        Require.Matrix(epsilon, nameof(epsilon), Noise);
        var n = x.shape[0];
        var canvas = zeros_like(x);
        var (divergence, ratio) = (zeros([n], x.dtype), zeros([n], x.dtype));
        (Tensor, Tensor)? above = null, below = null;
        var thought = zeros([n, options.Hidden], x.dtype); // h_dec
        for (var t = 0; t < options.Steps; t++)
        {
            var seen = Seen(x, x - canvas.sigmoid(), thought);
            above = encoder.call(cat([seen, thought], 1), above);
            var both = heads.call(above.Value.Item1); // [N, 2k]
            var (mu, logVar) = (both.narrow(1, 0, options.Latent), both.narrow(1, options.Latent, options.Latent));
            var noise = epsilon.narrow(1, t * options.Latent, options.Latent);
            var z = GaussianVae.Sample(mu, logVar, noise);
            divergence = divergence + GaussianKl.ToStandardNormal(mu, logVar);
            ratio = ratio + 0.5 * (z.square() - noise.square() - logVar).sum([1]);
            below = decoder.call(z, below);
            thought = below.Value.Item1;
            canvas = canvas + Written(thought);
        }

        return (canvas, divergence, ratio);
    }

    private Tensor Seen(Tensor x, Tensor missing, Tensor thought)
    {
        if (readAttention is null) return cat([x, missing], 1);
        var attention = new DrawAttention(readAttention.call(thought), options.Height, options.Width, options.Read!.Value);
        return cat([attention.Read(x), attention.Read(missing)], 1);
    }

    private Tensor Written(Tensor thought)
    {
        var patch = write.call(thought);
        return writeAttention is null ? patch : new DrawAttention(writeAttention.call(thought), options.Height, options.Width, options.Write!.Value).Write(patch);
    }
}
