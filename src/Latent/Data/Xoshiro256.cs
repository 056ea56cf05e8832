using System.Numerics;
using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>
/// A fast stream of random bits, xoshiro256** (Blackman &amp; Vigna 2018), for draws that are made one by one: picking components, placing shapes.
/// </summary>
internal struct Xoshiro256
{
    private ulong _a, _b, _c, _d;

    /// <summary>A stream for a seed and a number under it; streams of other numbers are unrelated.</summary>
    public Xoshiro256(ulong seed, ulong stream = 0)
    {
        var mixed = Mix(ref seed) ^ stream;
        (_a, _b, _c, _d) = (Mix(ref mixed), Mix(ref mixed), Mix(ref mixed), Mix(ref mixed));
    }

    /// <summary>A stream that a generator's next draw decides.</summary>
    public static Xoshiro256 From(Generator generator)
    {
        using var seed = randint(0, long.MaxValue, new long[] { 1 }, ScalarType.Int64, generator: Require.Generator(generator));
        return new((ulong)seed.item<long>());
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number in 0 … n − 1; unfair by less than n/2⁶⁴.</summary>
    public int Below(int n) => (int)Math.BigMul(Next(), (ulong)n, out _);

    /// <summary>A whole number in low … high, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    // SplitMix64 (Steele, Lea & Flood 2014): spreads a seed over all bits.
    private static ulong Mix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
