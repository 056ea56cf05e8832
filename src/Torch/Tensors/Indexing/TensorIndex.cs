using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What to take of one dimension: a place, a range, places in a tensor, or something that takes no dimension.</summary>
    public readonly struct TensorIndex
    {
        internal enum Kind
        {
            Single, Slice, Ellipsis, None, Bool, Tensor,
        }

        private TensorIndex(Kind kind, long number = 0, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null) =>
            (IndexKind, Number, Start, Stop, Step, Places) = (kind, number, start, stop, step, tensor);

        internal Kind IndexKind { get; }
        internal long Number { get; }
        internal long? Start { get; }
        internal long? Stop { get; }
        internal long? Step { get; }
        internal Tensor? Places { get; }

        /// <summary>Every <paramref name="step"/>-th place from start up to, not including, stop; negative places count from the end.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            step is null or > 0
                ? new(Kind.Slice, start: start, stop: stop, step: step)
                : throw new ArgumentOutOfRangeException(nameof(step), step, $"The step of a slice must be positive, not {step}.");

        /// <summary>Places from start up to, not including, end.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);
        /// <summary>Places from start up to, not including, end.</summary>
        public static TensorIndex Slice(Range range) => range;

        /// <summary>A new dimension of size 1 (true) or 0 (false).</summary>
        public static TensorIndex Bool(bool value) => new(Kind.Bool, value ? 1 : 0);
        /// <summary>One place; the dimension disappears.</summary>
        public static TensorIndex Single(long? index) => new(Kind.Single, index ?? throw new ArgumentNullException(nameof(index)));
        /// <summary>Places in a tensor of integers, or where a tensor of truth values is true.</summary>
        public static TensorIndex Tensor(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new(Kind.Tensor, tensor: tensor);
        }

        /// <summary>All of as many dimensions as are left over.</summary>
        public static readonly TensorIndex Ellipsis = new(Kind.Ellipsis);
        /// <summary>A new dimension of size 1.</summary>
        public static readonly TensorIndex None = new(Kind.None);
        /// <inheritdoc cref="None"/>
        public static readonly TensorIndex Null = new(Kind.None);
        /// <summary>The whole dimension.</summary>
        public static readonly TensorIndex Colon = new(Kind.Slice);

#pragma warning disable CS1591 // Conversions to the index of the same meaning.
        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range.start, range.end);
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        public static implicit operator TensorIndex(Range range)
        {
            static long Place(Index i) => i.IsFromEnd ? -i.Value : i.Value;
            var toEnd = range.End is { IsFromEnd: true, Value: 0 };
            // From the very end there is nothing; the greatest number is cut to the size by libtorch.
            var start = range.Start is { IsFromEnd: true, Value: 0 } ? long.MaxValue : Place(range.Start);
            return Slice(start, toEnd ? null : Place(range.End));
        }

        // Tensors and indices side by side, as in x[TensorIndex.Colon, places], are for the compiler all tensors: one that stands for the index.
        public static implicit operator Tensor(TensorIndex value)
        {
            if (value.Places is { } places)
                return places;
            var standIn = empty(0);
            StandIns.Add(standIn, value);
            return standIn;
        }
#pragma warning restore CS1591

        internal static TensorIndex[] Of(Tensor[] indices) => Array.ConvertAll(indices, i => StandIns.TryGetValue(i, out var index) ? (TensorIndex)index : Tensor(i));

        private static readonly ConditionalWeakTable<Tensor, object> StandIns = [];
    }
}
