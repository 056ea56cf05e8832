using Latent.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>The shape of an autoencoder with dense layers.</summary>
/// <param name="Inputs">D, entries of an input, ≥ 1.</param>
/// <param name="Hidden">Units of the encoder's layers in order, the code last, each ≥ 1: [30], or [1000, 500, 250, 30] …</param>
/// <param name="Decoder">Units of the decoder's hidden layers in order, without code and output; null: the encoder's in reverse. Any other list makes an asymmetric autoencoder.</param>
/// <param name="Activation">Of the hidden layers.</param>
/// <param name="Code">Of the code; null: that of the hidden layers.</param>
/// <param name="Output">Of the reconstruction; cross-entropy needs a sigmoid.</param>
/// <param name="Loss">How reconstructions are measured.</param>
/// <param name="Tied">Decoder weights are the transposed encoder weights; needs the mirrored decoder.</param>
/// <param name="Deviation">Standard deviation of Gaussian initial weights; null: by the size of the layers (<see cref="DenseLayers.Random"/>).</param>
/// <param name="Precision">Type of the parameters.</param>
public sealed record AutoencoderOptions(
    int Inputs,
    IReadOnlyList<int> Hidden,
    IReadOnlyList<int>? Decoder = null,
    Activation Activation = Activation.Sigmoid,
    Activation? Code = null,
    Activation Output = Activation.Sigmoid,
    ReconstructionKind Loss = ReconstructionKind.CrossEntropy,
    bool Tied = false,
    double? Deviation = null,
    ScalarType Precision = ScalarType.Float32);

/// <summary>
/// An autoencoder: a code \(z = f(x)\), a reconstruction \(\hat x = s(g(z))\), and a loss that compares it with x (Rumelhart, Hinton &amp; Williams
/// 1986; Bourlard &amp; Kamp 1988). Encoder and decoder may be any modules; vanilla, deep, asymmetric, tied, convolutional and sparse
/// autoencoders are this class with other modules, options or penalties.
/// </summary>
/// <remarks>Nats; sums over dimensions, means over the batch.</remarks>
public class Autoencoder : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> encoder, decoder;

    /// <summary>An autoencoder of any encoder and decoder.</summary>
    /// <param name="encoder">f: [N, D] → [N, k].</param>
    /// <param name="decoder">g: [N, k] → [N, D], before the output's activation.</param>
    /// <param name="output">s.</param>
    /// <param name="kind">How reconstructions are measured; cross-entropy needs a sigmoid output.</param>
    public Autoencoder(Module<Tensor, Tensor> encoder, Module<Tensor, Tensor> decoder, Activation output, ReconstructionKind kind)
        : base(nameof(Autoencoder))
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        Reconstructions.Check(kind, output, nameof(output));
        (this.encoder, this.decoder, Output, Kind) = (encoder, decoder, output, kind);
        RegisterComponents();
    }

    /// <summary>f: [N, D] → [N, k].</summary>
    public Module<Tensor, Tensor> Encoder => encoder;

    /// <summary>g: [N, k] → [N, D], before the output's activation.</summary>
    public Module<Tensor, Tensor> Decoder => decoder;

    /// <summary>s, the activation of the reconstruction.</summary>
    public Activation Output { get; }

    /// <summary>How reconstructions are measured.</summary>
    public ReconstructionKind Kind { get; }

    /// <summary>An autoencoder of dense layers with random weights.</summary>
    /// <param name="options">The shape.</param>
    /// <param name="generator">Source of the initial weights.</param>
    /// <exception cref="ArgumentException">A size below 1, tied weights with an asymmetric decoder, or cross-entropy without a sigmoid.</exception>
    public static Autoencoder Dense(AutoencoderOptions options, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.Generator(generator);
        var hidden = options.Hidden ?? [];
        int[] mirrored = [.. hidden.SkipLast(1).Reverse()];
        int[] back = [.. options.Decoder ?? mirrored];
        if (options.Inputs < 1 || hidden.Count == 0 || hidden.Concat(back).Any(h => h < 1))
            throw new ArgumentException($"Expected inputs ≥ 1 and layers ≥ 1, given {options.Inputs}, encoder [{string.Join(", ", hidden)}] and decoder [{string.Join(", ", back)}].", nameof(options));
        if (options.Tied && !back.SequenceEqual(mirrored))
            throw new ArgumentException($"Tied weights need the encoder's layers in reverse, [{string.Join(", ", mirrored)}], as decoder, given [{string.Join(", ", back)}].", nameof(options));
        Reconstructions.Check(options.Loss, options.Output, nameof(options));

        Activation[] up = [.. hidden.SkipLast(1).Select(_ => options.Activation), options.Code ?? options.Activation];
        Activation[] down = [.. back.Select(_ => options.Activation), Activation.None];
        var encoder = DenseLayers.Random([options.Inputs, .. hidden], up, generator, options.Deviation, options.Precision);
        var decoder = options.Tied
            ? encoder.Transposed(down)
            : DenseLayers.Random([hidden[^1], .. back, options.Inputs], down, generator, options.Deviation, options.Precision);
        return new(encoder, decoder, options.Output, options.Loss);
    }

    /// <summary>Codes: [N, D] → [N, k].</summary>
    public Tensor Encode(Tensor x) => encoder.call(Require.Matrix(x, nameof(x)));

    /// <summary>Reconstructions of codes: [N, k] → [N, D].</summary>
    public Tensor Decode(Tensor z) => Output.Apply(decoder.call(Require.Matrix(z, nameof(z))));

    /// <summary>Codes and decodes: [N, D] → [N, D].</summary>
    public override Tensor forward(Tensor x) => Decode(Encode(x));

    /// <summary>The loss of a batch.</summary>
    /// <param name="x">What is encoded: [N, D].</param>
    /// <param name="target">What should come out: [N, D]; null: x itself. A denoising autoencoder encodes a corrupted x and should put out the clean one.</param>
    /// <param name="penalty">Of the code, as of <see cref="Sparsity"/>; null: none.</param>
    public ReconstructionLoss Loss(Tensor x, Tensor? target = null, Func<Tensor, Penalty>? penalty = null)
    {
        var code = Encode(x); // [N, k]
        var reconstruction = Kind.Errors(decoder.call(code), Output, target ?? x).mean();
        return penalty is null ? new(reconstruction) : new(reconstruction, penalty(code));
    }

    /// <summary>Codes of all rows, without gradients, in chunks: [N, D] → [N, k].</summary>
    public Tensor Codes(Tensor x) => x.MapRows(Encode);

    /// <summary>Reconstructions of all rows, without gradients, in chunks: [N, D] → [N, D].</summary>
    public Tensor Reconstruct(Tensor x) => x.MapRows(forward);

    /// <summary>\(\|x-\hat x\|^2\) of each row, whatever the training minimises: [N].</summary>
    public Tensor SquaredErrors(Tensor x) => x.MapRows(rows => (rows - forward(rows)).square().sum([1]));

    /// <summary>The mean over rows of \(\|x-\hat x\|^2\), as <see cref="Linear.Pca.ReconstructionError"/> measures PCA.</summary>
    public double SquaredError(Tensor x)
    {
        using var errors = SquaredErrors(x);
        using var mean = errors.mean([0], type: ScalarType.Float64);
        return mean.item<double>();
    }
}
