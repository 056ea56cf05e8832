using System.Collections;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers 0 … size − 1 in random order (Fisher and Yates): with a seed in the same order each time, without one in another.
/// </summary>
/// <param name="size">How many numbers.</param>
/// <param name="seed">The seed; null for another order each time.</param>
public sealed class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator()
    {
        var random = seed is { } number ? new Random(number) : new Random();
        // Only the numbers that are not in their own place yet are kept.
        var moved = new Dictionary<long, long>();
        for (var i = 0L; i < size; i++)
        {
            var other = random.NextInt64(i, size);
            yield return moved.GetValueOrDefault(other, other);
            moved[other] = moved.GetValueOrDefault(i, i);
            moved.Remove(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
