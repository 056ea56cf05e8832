using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>A process \(q_D(\tilde x \mid x)\) that spoils an observation: what a denoising autoencoder learns to undo (Vincent et al. 2008, 2010).</summary>
public abstract record Corruption
{
    /// <summary>A spoilt copy of each row.</summary>
    /// <param name="x">[N, D], float32 or float64; left as it is.</param>
    /// <param name="generator">Source of the draws.</param>
    /// <exception cref="ArgumentException">Not such a matrix.</exception>
    public Tensor Apply(Tensor x, Generator generator)
    {
        Require.Matrix(x, nameof(x));
        Require.Generator(generator);
        return Spoil(x.detach(), generator);
    }

    /// <summary>How it is written in tables.</summary>
    public abstract override string ToString();

    /// <summary>The spoilt copy, after the arguments were checked.</summary>
    private protected abstract Tensor Spoil(Tensor x, Generator generator);
}

/// <summary>Leaves every observation as it is: the denoising autoencoder is then the plain one.</summary>
public sealed record NoCorruption : Corruption
{
    /// <inheritdoc/>
    public override string ToString() => "none";

    private protected override Tensor Spoil(Tensor x, Generator generator) => x.clone();
}

/// <summary>Adds independent normal noise, \(\tilde x = x + \sigma\varepsilon\): for continuous observations.</summary>
/// <param name="Deviation">σ ≥ 0, in the unit of x.</param>
public sealed record GaussianNoise(double Deviation) : Corruption
{
    /// <summary>σ ≥ 0.</summary>
    public double Deviation { get; } = Deviation >= 0 && double.IsFinite(Deviation)
        ? Deviation
        : throw new ArgumentOutOfRangeException(nameof(Deviation), Deviation, $"Expected a finite standard deviation ≥ 0, given {Deviation}.");

    /// <inheritdoc/>
    public override string ToString() => $"Gaussian, σ = {Deviation:0.###}";

    private protected override Tensor Spoil(Tensor x, Generator generator) =>
        randn(x.shape, x.dtype, generator: generator).mul_(Deviation).add_(x);
}

/// <summary>Spoils a fixed number of components of each row, <b>exactly</b> round(νD), chosen anew for each row.</summary>
/// <param name="Fraction">ν in [0, 1].</param>
public abstract record ComponentNoise(double Fraction) : Corruption
{
    /// <summary>ν in [0, 1].</summary>
    public double Fraction { get; } = Fraction is >= 0 and <= 1
        ? Fraction
        : throw new ArgumentOutOfRangeException(nameof(Fraction), Fraction, $"Expected a fraction ν in [0, 1], given {Fraction}.");

    /// <summary>How many of D components are spoilt: νD rounded to the nearest whole number, a half upwards.</summary>
    public int Count(int dimensions) => (int)Math.Round(Fraction * dimensions, MidpointRounding.AwayFromZero);

    private protected override Tensor Spoil(Tensor x, Generator generator)
    {
        using var rows = x.contiguous();
        var result = rows.clone(); // [N, D]
        if (Count((int)x.shape[1]) == 0) return result;
        if (x.dtype == ScalarType.Float32) SpoilRows(MemoryMarshal.Cast<byte, float>(result.bytes), (int)x.shape[1], generator, 0f, 1f);
        else SpoilRows(MemoryMarshal.Cast<byte, double>(result.bytes), (int)x.shape[1], generator, 0d, 1d);
        return result;
    }

    /// <summary>Whether a chosen component becomes one rather than zero.</summary>
    private protected abstract bool BecomesOne(ulong bits);

    // The first steps of a Fisher-Yates shuffle pick a fair subset whatever order they start from, so that the order of one row serves the next.
    private void SpoilRows<T>(Span<T> values, int d, Generator generator, T zero, T one)
    {
        var random = Xoshiro256.From(generator);
        var order = new int[d];
        for (var i = 0; i < d; i++) order[i] = i;
        var count = Count(d);
        for (var row = 0; row < values.Length; row += d)
        {
            for (var i = 0; i < count; i++)
            {
                var bits = random.Next();
                var j = i + (int)(((bits >> 32) * (ulong)(d - i)) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
                values[row + order[i]] = BecomesOne(bits) ? one : zero;
            }
        }
    }
}

/// <summary>Sets exactly round(νD) components of each row to zero: what is missing has to be filled in.</summary>
/// <param name="Fraction">ν in [0, 1], the destruction.</param>
public sealed record MaskingNoise(double Fraction) : ComponentNoise(Fraction)
{
    /// <inheritdoc/>
    public override string ToString() => $"masking, ν = {Fraction:0.###}";

    private protected override bool BecomesOne(ulong bits) => false;
}

/// <summary>Sets exactly round(νD) components of each row to zero or one by a fair coin.</summary>
/// <param name="Fraction">ν in [0, 1].</param>
public sealed record SaltAndPepperNoise(double Fraction) : ComponentNoise(Fraction)
{
    /// <inheritdoc/>
    public override string ToString() => $"salt and pepper, ν = {Fraction:0.###}";

    private protected override bool BecomesOne(ulong bits) => (bits & 1) != 0;
}
