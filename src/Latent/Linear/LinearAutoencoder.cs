using Latent.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Linear;

/// <summary>The shape of a linear autoencoder.</summary>
/// <param name="Inputs">D, entries of an input, ≥ 1.</param>
/// <param name="Hidden">Sizes of the hidden layers in order, code included, each ≥ 1: [10], [200, 10, 200], [200, 50, 10] …</param>
/// <param name="CodeLayer">Which hidden layer is the code, from 0; null: the smallest (in a symmetric stack the middle one).</param>
/// <param name="Tied">Decoder weights are the transposed encoder weights; needs a symmetric stack.</param>
/// <param name="Bias">Layers add a bias.</param>
/// <param name="Activation">Applied after each encoder layer; the decoder is always linear.</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record LinearAutoencoderOptions(
    int Inputs,
    IReadOnlyList<int> Hidden,
    int? CodeLayer = null,
    bool Tied = false,
    bool Bias = true,
    Activation Activation = Activation.None,
    ScalarType Precision = ScalarType.Float32);

/// <summary>The loss of a linear autoencoder.</summary>
/// <param name="Reconstruction">\(\|x-\hat x\|^2\), summed over dimensions, averaged over the batch.</param>
public readonly record struct SquaredError(Tensor Reconstruction) : ILoss
{
    /// <inheritdoc/>
    public Tensor Total => Reconstruction;

    /// <inheritdoc/>
    public IEnumerable<(string Name, Tensor Value)> Parts => [];
}

/// <summary>
/// An autoencoder whose decoder is linear, \(\hat x = W_2\, h(W_1 x + b_1) + b_2\), with h the identity or a sigmoid, and perhaps
/// more layers on either side. With h the identity its best loss is that of PCA (Baldi &amp; Hornik 1989; Bourlard &amp; Kamp 1988).
/// </summary>
public sealed class LinearAutoencoder : Module<Tensor, Tensor>
{
    private readonly List<Parameter> _encoderWeights = [];
    private readonly List<Parameter> _encoderBiases = [];
    private readonly List<Parameter> _decoderWeights = [];
    private readonly List<Parameter> _decoderBiases = [];

    /// <summary>Makes the layers; weights are Gaussian with variance 1/max(in, out) of the layer, so that its singular values are about 1; biases are zero.</summary>
    /// <param name="options">The shape.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public LinearAutoencoder(LinearAutoencoderOptions options, Generator generator)
        : base(nameof(LinearAutoencoder))
    {
        (Options, var code) = (options, CheckedCodeLayer(options));
        Require.Generator(generator);
        int[] sizes = [options.Inputs, .. options.Hidden, options.Inputs];
        for (var layer = 0; layer + 1 < sizes.Length; layer++)
        {
            var encoding = layer <= code;
            var name = encoding ? $"encoder{layer}" : $"decoder{layer - code - 1}";
            if (encoding || !options.Tied) Register(encoding ? _encoderWeights : _decoderWeights, $"{name}_weight", Gaussian(sizes[layer + 1], sizes[layer], generator));
            if (options.Bias) Register(encoding ? _encoderBiases : _decoderBiases, $"{name}_bias", zeros([sizes[layer + 1]], options.Precision));
        }
    }

    /// <summary>The shape.</summary>
    public LinearAutoencoderOptions Options { get; }

    /// <summary>The encoder's weights, first layer first: [out, in] each.</summary>
    public IReadOnlyList<Tensor> EncoderWeights => _encoderWeights;

    /// <summary>The decoder's weights, first layer after the code first: [out, in] each. When tied, transposed encoder weights.</summary>
    public IReadOnlyList<Tensor> DecoderWeights => Options.Tied
        ? [.. _encoderWeights.AsEnumerable().Reverse().Select(w => w.t())]
        : _decoderWeights;

    /// <summary>The encoder's biases; empty without bias.</summary>
    public IReadOnlyList<Tensor> EncoderBiases => _encoderBiases;

    /// <summary>The decoder's biases; empty without bias.</summary>
    public IReadOnlyList<Tensor> DecoderBiases => _decoderBiases;

    /// <summary>Codes: [N, D] → [N, k].</summary>
    public Tensor Encode(Tensor x)
    {
        Require.Matrix(x, nameof(x), Options.Inputs);
        // h_{l+1} = s(W_l h_l + b_l)
        for (var l = 0; l < _encoderWeights.Count; l++)
            x = Options.Activation.Apply(functional.linear(x, _encoderWeights[l], Options.Bias ? _encoderBiases[l] : null));
        return x;
    }

    /// <summary>Reconstructions from codes: [N, k] → [N, D].</summary>
    public Tensor Decode(Tensor z)
    {
        var weights = DecoderWeights;
        Require.Matrix(z, nameof(z), weights[0].shape[1]);
        for (var l = 0; l < weights.Count; l++) z = functional.linear(z, weights[l], Options.Bias ? _decoderBiases[l] : null);
        return z;
    }

    /// <summary>Codes and decodes: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x) => Decode(Encode(x));

    /// <summary>\(\|x-\hat x\|^2\), summed over dimensions, averaged over the batch.</summary>
    public SquaredError Loss(Tensor x) => new((x - forward(x)).square().sum([1]).mean());

    /// <summary>
    /// The same loss over all the data at once, from their mean and covariance: with \(\hat x = GE(x) + c\),
    /// \(L = \operatorname{tr}\,(I-GE)\,C\,(I-GE)^\top + \|\mu - GE\mu - c\|^2\). Its gradient is the full-batch gradient.
    /// </summary>
    /// <param name="moments">Of the data; precision must be float64.</param>
    /// <exception cref="InvalidOperationException">The encoder has an activation, so that moments do not determine the loss.</exception>
    public SquaredError Loss(SecondMoments moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        if (Options.Activation != Activation.None) throw new InvalidOperationException("The loss follows from mean and covariance only without an activation.");
        if (Options.Precision != ScalarType.Float64) throw new InvalidOperationException($"Moments are float64, the parameters {Options.Precision}: make the model with Precision = Float64.");
        var (e, g) = (Product(_encoderWeights), Product(DecoderWeights)); // E: [k, D], G: [D, k]
        var c = moments.Covariance;
        var ec = e.matmul(c); // [k, D]
        var spread = c.trace() - ec.mul(g.t()).sum() * 2 + g.t().matmul(g).mul(ec.matmul(e.t())).sum();
        var offset = moments.Mean - forward(moments.Mean.unsqueeze(0)).squeeze(0); // [D]
        return new(spread + offset.square().sum());
    }

    /// <summary>The mean over all rows of \(\|x-\hat x\|^2\), without gradients, in chunks.</summary>
    /// <param name="x">[N, D].</param>
    public double Error(Tensor x)
    {
        Require.Matrix(x, nameof(x), Options.Inputs);
        using var each = Rows.Map(x, rows => (rows - forward(rows.to_type(Options.Precision)).to_type(ScalarType.Float64)).square().sum([1]));
        return each.mean().item<double>();
    }

    /// <summary>The whole encoder as one matrix E: [k, D]. Exact without activation.</summary>
    public Tensor EncoderMatrix() => Detached(_encoderWeights);

    /// <summary>The whole decoder as one matrix G: [D, k]; its columns span the subspace that reconstructions lie in.</summary>
    public Tensor DecoderMatrix() => Detached(DecoderWeights);

    /// <summary>Sets the last decoder bias to μ and the first encoder bias to −W₁μ: as if the data were centred.</summary>
    /// <param name="mean">[D].</param>
    public void StartAtMean(Tensor mean)
    {
        ArgumentNullException.ThrowIfNull(mean);
        if (!Options.Bias) throw new InvalidOperationException("Without bias there is nothing to set to the mean.");
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var mu = mean.to_type(Options.Precision); // [D]
        _decoderBiases[^1].copy_(mu);
        _encoderBiases[0].copy_(_encoderWeights[0].matmul(mu).neg());
    }

    private static Tensor Product(IEnumerable<Tensor> weights) => weights.Aggregate((product, next) => next.matmul(product));

    private static Tensor Detached(IReadOnlyList<Tensor> weights)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        return Product(weights).detach().clone().MoveToOuterDisposeScope();
    }

    private static int CheckedCodeLayer(LinearAutoencoderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (inputs, hidden) = (options.Inputs, options.Hidden);
        if (inputs < 1 || hidden is not { Count: > 0 } || hidden.Any(h => h < 1))
        {
            throw new ArgumentException($"Expected inputs ≥ 1 and at least one hidden layer ≥ 1, given {inputs} and [{string.Join(", ", hidden ?? [])}].", nameof(options));
        }

        if (options.Tied && !hidden.SequenceEqual(hidden.Reverse()) || options.Tied && hidden.Count % 2 == 0)
        {
            throw new ArgumentException($"Tied weights need a symmetric stack with the code in the middle, given hidden layers [{string.Join(", ", hidden)}].", nameof(options));
        }

        var smallest = hidden.Count % 2 == 1 && hidden[hidden.Count / 2] == hidden.Min() ? hidden.Count / 2 : hidden.ToList().IndexOf(hidden.Min());
        var code = Require.Range(options.CodeLayer ?? smallest, 0, hidden.Count - 1, nameof(options), "the code layer");
        return !options.Tied || code == hidden.Count / 2
            ? code
            : throw new ArgumentException($"Tied weights need the code in the middle, layer {hidden.Count / 2}, given {code}.", nameof(options));
    }

    private Tensor Gaussian(int outputs, int inputs, Generator generator)
    {
        using var scope = NewDisposeScope();
        return randn([outputs, inputs], Options.Precision, generator: generator).div_(Math.Sqrt(Math.Max(inputs, outputs))).MoveToOuterDisposeScope();
    }

    private void Register(List<Parameter> list, string name, Tensor value)
    {
        var parameter = new Parameter(value, requires_grad: true);
        parameter.DetachFromDisposeScope();
        register_parameter(name, parameter);
        list.Add(parameter);
    }
}
