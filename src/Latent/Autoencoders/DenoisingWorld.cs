using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// A world small enough to be counted out: X is one of the 2ᵈ black-and-white patterns of d pixels, and \(\tilde X\) is X with exactly m random
/// pixels set to zero. Every expectation over \(q^0(X,\tilde X) = q^0(X)\,q_D(\tilde X\mid X)\) is a finite sum.
/// </summary>
public sealed class DenoisingWorld
{
    private readonly double[] _prior; // q⁰(X = x), by the bits of x

    /// <summary>A world.</summary>
    /// <param name="prior">The probability of each of the 2ᵈ patterns, d ≤ 12; pixel i is bit i. They are normalised.</param>
    /// <param name="masked">m, pixels set to zero, 0 … d.</param>
    /// <exception cref="ArgumentException">Not 2ᵈ probabilities.</exception>
    public DenoisingWorld(IReadOnlyList<double> prior, int masked)
    {
        ArgumentNullException.ThrowIfNull(prior);
        Pixels = System.Numerics.BitOperations.Log2((uint)prior.Count);
        if (prior.Count != 1 << Pixels || Pixels is < 1 or > 12 || prior.Any(p => !(p >= 0 && double.IsFinite(p))) || prior.Sum() <= 0)
            throw new ArgumentException($"Expected 2^d probabilities ≥ 0, d in 1 … 12, given {prior.Count}.", nameof(prior));
        Masked = Require.Range(masked, 0, Pixels, nameof(masked), "masked pixels");
        _prior = [.. prior.Select(p => p / prior.Sum())];
        var masks = Enumerable.Range(0, 1 << Pixels).Where(mask => System.Numerics.BitOperations.PopCount((uint)mask) == masked).ToList();
        Joint = [.. Enumerable.Range(0, _prior.Length).Where(x => _prior[x] > 0)
            .SelectMany(x => masks.GroupBy(mask => x & ~mask).Select(g => (x, g.Key, _prior[x] * g.Count() / masks.Count)))];
    }

    /// <summary>d.</summary>
    public int Pixels { get; }

    /// <summary>m.</summary>
    public int Masked { get; }

    /// <summary>\(q^0(x,\tilde x)\) of all pairs that can occur; their sum is 1.</summary>
    public IReadOnlyList<(int X, int Corrupted, double Probability)> Joint { get; }

    /// <summary>H(X) in nats.</summary>
    public double Entropy => Entropies(_prior);

    /// <summary>All 2ᵈ patterns as rows, pixel i the i-th bit: [2ᵈ, d] float64.</summary>
    public Tensor Patterns => tensor(
        Enumerable.Range(0, 1 << Pixels).SelectMany(x => Enumerable.Range(0, Pixels).Select(i => (double)(x >> i & 1))).ToArray(), [1 << Pixels, Pixels], ScalarType.Float64);

    /// <summary>The world of patterns that occur in some data.</summary>
    /// <param name="patterns">[N, d] of zeros and ones, d ≤ 12.</param>
    /// <param name="masked">m.</param>
    public static DenoisingWorld Of(Tensor patterns, int masked)
    {
        Require.Matrix(patterns, nameof(patterns));
        var d = (int)Require.Range((int)patterns.shape[1], 1, 12, nameof(patterns), "pixels");
        using var copy = patterns.detach().to_type(ScalarType.Float64).contiguous();
        var counts = new double[1 << d];
        foreach (var row in copy.data<double>().ToArray().Chunk(d)) counts[Enumerable.Range(0, d).Sum(i => row[i] > 0.5 ? 1 << i : 0)]++;
        return new(counts, masked);
    }

    /// <summary>What an autoencoder comes to in this world.</summary>
    /// <param name="encode">f: [N, d] → [N, k], float64.</param>
    /// <param name="decode">g: [N, k] → [N, d] in (0, 1).</param>
    public DenoisingAccount Of(Func<Tensor, Tensor> encode, Func<Tensor, Tensor> decode)
    {
        ArgumentNullException.ThrowIfNull(encode);
        ArgumentNullException.ThrowIfNull(decode);
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var codes = encode(Patterns); // [2ᵈ, k]
        var means = decode(codes).to_type(ScalarType.Float64).contiguous().data<double>().ToArray(); // [2ᵈ, d]
        var k = (int)codes.shape[1];
        var values = codes.to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        // equal codes are one value of Y
        var names = new Dictionary<string, int>();
        int[] code = [.. values.Chunk(k).Select(row => string.Join(' ', row.Select(v => v.ToString("R")))).Select(name => names.TryAdd(name, names.Count) ? names.Count - 1 : names[name])];
        return new(this, code, (x, corrupted) => -Enumerable.Range(0, Pixels).Sum(i =>
        {
            var mean = means[corrupted * Pixels + i];
            return (x >> i & 1) == 1 ? Math.Log(mean) : Math.Log(1 - mean);
        }));
    }

    internal static double Entropies(IEnumerable<double> probabilities) => -probabilities.Where(p => p > 0).Sum(p => p * Math.Log(p));
}

/// <summary>An autoencoder's codes and losses for everything that can occur in a <see cref="DenoisingWorld"/>.</summary>
/// <param name="World">The world.</param>
/// <param name="Code">Y of each corrupted pattern: equal numbers for equal codes.</param>
/// <param name="Loss">\(L_H(x, g(f(\tilde x))) = -\ln p(x\mid y)\) of a pattern and a corrupted one, nats.</param>
public sealed record DenoisingAccount(DenoisingWorld World, IReadOnlyList<int> Code, Func<int, int, double> Loss)
{
    /// <summary>\(\mathbb E_{q^0(X,\tilde X)}[L_H(X, g(f(\tilde X)))]\).</summary>
    public double ExpectedLoss => World.Joint.Sum(p => p.Probability * Loss(p.X, p.Corrupted));

    /// <summary>H(X | Y).</summary>
    public double ConditionalEntropy => Conditional(c => Code[c]);

    /// <summary>\(H(X \mid \tilde X)\), which no code can get below.</summary>
    public double LeastConditionalEntropy => Conditional(c => c);

    /// <summary>\(I(X;Y) = \sum p(x,y)\ln\frac{p(x,y)}{p(x)p(y)}\).</summary>
    public double MutualInformation
    {
        get
        {
            var (joint, x, y) = (Sums(p => (p.X, Code[p.Corrupted])), Sums(p => p.X), Sums(p => Code[p.Corrupted]));
            return joint.Sum(p => p.Value * Math.Log(p.Value / (x[p.Key.X] * y[p.Key.Item2])));
        }
    }

    /// <summary>\(\mathbb E_Y\,\mathrm{KL}\bigl(p(X\mid Y)\,\|\,\mathcal B(g(Y))\bigr)\): what the decoder loses because its pixels are independent, or not yet trained.</summary>
    public double DecoderGap
    {
        get
        {
            var (joint, y) = (Sums(p => (p.X, Code[p.Corrupted])), Sums(p => Code[p.Corrupted]));
            var any = Enumerable.Range(0, Code.Count).GroupBy(c => Code[c]).ToDictionary(g => g.Key, g => g.First());
            return joint.Sum(p => p.Value * (Math.Log(p.Value / y[p.Key.Item2]) + Loss(p.Key.X, any[p.Key.Item2])));
        }
    }

    private double Conditional(Func<int, int> code) =>
        DenoisingWorld.Entropies(Sums(p => (p.X, code(p.Corrupted))).Values) - DenoisingWorld.Entropies(Sums(p => code(p.Corrupted)).Values);

    private Dictionary<TKey, double> Sums<TKey>(Func<(int X, int Corrupted, double Probability), TKey> key) where TKey : notnull =>
        World.Joint.GroupBy(key).ToDictionary(g => g.Key, g => g.Sum(p => p.Probability));
}
