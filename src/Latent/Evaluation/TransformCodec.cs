using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Evaluation;

/// <summary>What a compressed set of images costs and how good it still is.</summary>
/// <param name="Codec">Which codec.</param>
/// <param name="Step">The width of a quantisation step.</param>
/// <param name="BitsPerImage">Mean length of an image's code by an ideal arithmetic coder.</param>
/// <param name="SquaredError">\(\|x-\hat x\|^2\), mean over images.</param>
public sealed record RatePoint(string Codec, double Step, double BitsPerImage, double SquaredError);

/// <summary>
/// A lossy codec in three parts, as JPEG is one: a transform to coefficients, rounding to multiples of a step, and an arithmetic coder of the integers. Which
/// transform is what codecs differ in: a fixed one (<see cref="Dct"/>), one learnt by PCA, or an autoencoder.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Analyse">Images to coefficients: [N, D] → [N, k].</param>
/// <param name="Synthesise">Back again: [N, k] → [N, D].</param>
public sealed record TransformCodec(string Name, Func<Tensor, Tensor> Analyse, Func<Tensor, Tensor> Synthesise)
{
    /// <summary>
    /// The discrete cosine transform of whole images: orthonormal, made for pictures in general and for none in particular.
    /// </summary>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="width">Pixels from left to right.</param>
    public static TransformCodec Dct(int height, int width)
    {
        using var scope = NewDisposeScope();
        var matrix = kron(Cosines(height), Cosines(width)).to_type(ScalarType.Float32).DetachFromDisposeScope(); // [D, D]
        return new("DCT", x => x.matmul(matrix.t()), c => c.matmul(matrix));
    }

    /// <summary>Principal components: the best linear transform for the images it was fitted to.</summary>
    public static TransformCodec Of(Pca pca, int k)
    {
        ArgumentNullException.ThrowIfNull(pca);
        return new($"PCA, {k} components", x => pca.Encode(x, k), z => pca.Decode(z).to_type(ScalarType.Float32));
    }

    /// <summary>No transform; with a step of 1/255 it is lossless for images of bytes.</summary>
    public static TransformCodec Pixels { get; } = new("pixels", x => x, x => x);

    /// <summary>
    /// Rate and error on <paramref name="test"/>, with the coder's frequencies, one table for each coefficient, counted on <paramref name="train"/>. An integer never met is clamped to
    /// the nearest one that was; one half is added to every count.
    /// </summary>
    /// <param name="train">[N, D]: what the coder knows.</param>
    /// <param name="test">[M, D]: what is coded.</param>
    /// <param name="step">> 0.</param>
    public RatePoint Measure(Tensor train, Tensor test, double step)
    {
        Require.Matrix(train, nameof(train));
        Require.Matrix(test, nameof(test), train.shape[1]);
        Require.Positive(step, nameof(step));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        return Measure(Analyse(train), Analyse(test), test, step);
    }

    /// <summary>The point of this codec with a given rate, by bisection of the step.</summary>
    /// <param name="train">[N, D]: what the coder knows.</param>
    /// <param name="test">[M, D]: what is coded.</param>
    /// <param name="bits">Bits an image > 0; met to about one per cent where steps between 1e-3 and 1e3 can.</param>
    public RatePoint AtRate(Tensor train, Tensor test, double bits)
    {
        Require.Matrix(train, nameof(train));
        Require.Matrix(test, nameof(test), train.shape[1]);
        Require.Positive(bits, nameof(bits));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var (known, coded) = (Analyse(train), Analyse(test));
        var (low, high) = (1e-3, 1e3); // fine steps cost many bits
        RatePoint point;
        var tries = 0;
        do
        {
            var step = Math.Sqrt(low * high);
            point = Measure(known, coded, test, step);
            (low, high) = point.BitsPerImage > bits ? (step, high) : (low, step);
        }
        while (Math.Abs(point.BitsPerImage / bits - 1) > 0.01 && ++tries < 24);
        return point;
    }

    private RatePoint Measure(Tensor known, Tensor coded, Tensor test, double step)
    {
        using var scope = NewDisposeScope();
        var symbols = (known / step).round().to_type(ScalarType.Int64); // [N, k]
        var (low, high) = (symbols.amin(0), symbols.amax(0)); // [k]
        var kept = maximum(minimum((coded / step).round().to_type(ScalarType.Int64), high), low); // [M, k]
        var sizes = (high - low + 1); // symbols of each table: [k]
        var starts = sizes.cumsum(0) - sizes; // where each table starts in one long list
        var counts = (symbols - low + starts).reshape(-1).bincount(null, sizes.sum().item<long>()).to_type(ScalarType.Float64) + 0.5;
        var totals = known.shape[0] + 0.5 * sizes.to_type(ScalarType.Float64); // [k]
        var used = counts.index_select(0, (kept - low + starts).reshape(-1)).reshape(kept.shape); // [M, k]
        var bits = (totals.log2() - used.log2()).sum([1]).mean().item<double>();
        var decoded = Synthesise((kept.to_type(ScalarType.Float64) * step).to_type(ScalarType.Float32));
        return new(Name, step, bits, (test - decoded).square().sum([1]).mean([0], type: ScalarType.Float64).item<double>());
    }

    // C_{kn} = √(2/N) cos(π(2n+1)k / 2N), the first row over √2: orthonormal
    private static Tensor Cosines(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var k = arange(n, ScalarType.Float64).unsqueeze(1); // [N, 1]
        var matrix = (k * (2 * arange(n, ScalarType.Float64) + 1) * (Math.PI / (2 * n))).cos() * Math.Sqrt(2.0 / n);
        matrix[0].div_(Math.Sqrt(2));
        return matrix;
    }
}
