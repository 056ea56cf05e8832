using System.Collections.Immutable;
using System.Numerics;

namespace Charts.Json;

/// <summary>One coordinate of a trace: numbers (NaN is a gap) or labels.</summary>
public sealed class Series
{
    private Series(double[]? numbers, string[]? labels) => (Numbers, Labels) = (numbers, labels);

    /// <summary>The numbers, or null if this is a series of labels.</summary>
    public IReadOnlyList<double>? Numbers { get; }

    /// <summary>The labels, or null if this is a series of numbers.</summary>
    public IReadOnlyList<string>? Labels { get; }

    /// <summary>How many values there are.</summary>
    public int Count => Numbers?.Count ?? Labels!.Count;

    /// <summary>Takes a copy of numbers of any kind.</summary>
    /// <param name="values">The numbers; NaN is a gap.</param>
    /// <param name="argument">The name of the caller's argument, for the error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static Series Of<T>(IEnumerable<T> values, string argument) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        return new(values.Select(ToDouble).ToArray(), null);
    }

    /// <summary>Takes a copy of labels.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="argument">The name of the caller's argument, for the error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="labels"/> is null.</exception>
    public static Series Of(IEnumerable<string> labels, string argument)
    {
        ArgumentNullException.ThrowIfNull(labels, argument);
        return new(null, labels.ToArray());
    }

    /// <summary>0, 1, 2, … up to <paramref name="count"/> − 1.</summary>
    /// <param name="count">How many.</param>
    public static Series Index(int count) => new(Enumerable.Range(0, count).Select(i => (double)i).ToArray(), null);

    internal static double ToDouble<T>(T value) where T : INumber<T> => double.CreateSaturating(value);

    /// <summary>Throws unless this series is as long as <paramref name="other"/>.</summary>
    internal Series Matching(Series other, string argument, string otherArgument) => Count == other.Count
        ? this
        : throw new ArgumentException(
            $"{argument} has {Count} values but {otherArgument} has {other.Count}; they must have the same length.", argument);
}
