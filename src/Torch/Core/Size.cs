using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The shape of a tensor. Numbers and tuples of numbers convert to it.</summary>
    public readonly struct Size : IEnumerable<long>, IEquatable<Size>
    {
        private readonly long[]? _shape;

        /// <summary>A shape from the size of each dimension.</summary>
        public Size(long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            _shape = shape;
        }

        /// <inheritdoc cref="Size(long[])"/>
        public Size(int[] shape)
            : this(Array.ConvertAll(shape, n => (long)n))
        {
        }

        /// <summary>The shape of a vector.</summary>
        public Size(long size)
            : this([size])
        {
        }

        /// <inheritdoc cref="Size(long[])"/>
        public Size(IEnumerable<long> shape)
            : this([.. shape])
        {
        }

        /// <inheritdoc cref="Size(long)"/>
        public Size(int size)
            : this([(long)size])
        {
        }

        /// <inheritdoc cref="Size(long[])"/>
        public Size((long, long) size)
            : this([size.Item1, size.Item2])
        {
        }

        /// <inheritdoc cref="Size(long[])"/>
        public Size((long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3])
        {
        }

        /// <inheritdoc cref="Size(long[])"/>
        public Size((long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4])
        {
        }

        /// <inheritdoc cref="Size(long[])"/>
        public Size((long, long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5])
        {
        }

        /// <inheritdoc cref="Size(long[])"/>
        public Size((long, long, long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6])
        {
        }

        /// <summary>The shape of a single number.</summary>
        public static readonly Size Empty = new(Array.Empty<long>());

        /// <summary>Whether it has no dimension.</summary>
        public bool IsEmpty => Length == 0;

        /// <summary>Whether it is that of a single number.</summary>
        public bool IsScalar => Length == 0;

        /// <summary>The sizes of the dimensions from one place up to, not including, another.</summary>
        public Size Slice(int first, int next) => new(Shape[first..next]);

        /// <summary>The size of each dimension.</summary>
        public long[] Shape => _shape ?? [];

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        /// <summary>The size of a dimension.</summary>
        public long this[int idx] => Shape[idx];

        /// <inheritdoc cref="this[int]"/>
        public long this[long idx] => Shape[idx];

        /// <summary>How many elements a tensor of this shape has.</summary>
        public long numel() => Shape.Aggregate(1L, (product, n) => product * n);

        /// <summary>The sizes of the first dimensions.</summary>
        public IEnumerable<long> Take(int i) => Shape.Take(i);

        /// <inheritdoc/>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        public bool Equals(Size other) => Shape.AsSpan().SequenceEqual(other.Shape);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Size other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var n in Shape)
                hash.Add(n);
            return hash.ToHashCode();
        }

        /// <summary>The sizes in brackets.</summary>
        public override string ToString() => $"[{string.Join(", ", Shape)}]";

#pragma warning disable CS1591 // Shapes from numbers, shapes joined, and compared by their sizes.
        public static implicit operator Size(long[] size) => new(size);
        public static implicit operator Size(long size) => new(size);
        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);
        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);
        public static implicit operator Size((long, long, long, long) size) => new([size.Item1, size.Item2, size.Item3, size.Item4]);
        public static implicit operator Size((long, long, long, long, long) size) =>
            new([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5]);
        public static implicit operator Size((long, long, long, long, long, long) size) =>
            new([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6]);
        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);
        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);
        public static bool operator ==(Size left, Size right) => left.Equals(right);
        public static bool operator !=(Size left, Size right) => !left.Equals(right);
#pragma warning restore CS1591
    }
}
