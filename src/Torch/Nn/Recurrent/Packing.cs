using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths.</summary>
            public static partial class rnn
            {
                private static readonly Operator Pack = new("_pack_padded_sequence"), Unpack = new("_pad_packed_sequence");
                private static readonly Operator Pad = new("pad_sequence");

                /// <summary>Takes the padding out of sequences.</summary>
                /// <param name="input">[T, N, *], or [N, T, *].</param>
                /// <param name="lengths">The lengths, [N], from 1 to T.</param>
                /// <param name="batch_first">Whether N comes first.</param>
                /// <param name="enforce_sorted">Whether lengths must fall; otherwise sequences are sorted, and put back by <see cref="pad_packed_sequence"/>.</param>
                /// <exception cref="ArgumentException">The lengths do not fit.</exception>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    if (input.ndim < 2)
                        throw new ArgumentException($"Sequences of shape [T, N, *] are needed, not {input.Shaped()}.", nameof(input));
                    var (steps, count) = batch_first ? (input.size(1), input.size(0)) : (input.size(0), input.size(1));
                    using var scope = NewDisposeScope();
                    var each = Lengths(lengths, count, steps, enforce_sorted);
                    if (enforce_sorted)
                        return scope.MoveToOuter(Packed(Pack.Call2(input, each, batch_first), null));
                    var (sorted, order) = each.sort(0, descending: true);
                    return scope.MoveToOuter(Packed(Pack.Call2(input.index_select(batch_first ? 0 : 1, order), sorted, batch_first), order));
                }

                /// <summary>Puts padding between sequences.</summary>
                /// <param name="sequence">The sequences.</param>
                /// <param name="batch_first">Whether N comes first.</param>
                /// <param name="padding_value">What is put behind short sequences.</param>
                /// <param name="total_length">The number of steps; null takes that of the longest sequence.</param>
                /// <returns>[T, N, *] or [N, T, *], and the lengths [N].</returns>
                /// <exception cref="ArgumentException">The longest sequence exceeds total_length.</exception>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    if (total_length < sequence.batch_sizes.size(0))
                        throw new ArgumentException(
                            $"total_length must be at least {sequence.batch_sizes.size(0)}, the longest sequence, not {total_length}.", nameof(total_length));
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = Unpack.Call2(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? 0);
                    if (sequence.unsorted_indices is { } order)
                        (padded, lengths) = (padded.index_select(batch_first ? 0 : 1, order), lengths.index_select(0, order));
                    return scope.MoveToOuter(padded, lengths);
                }

                /// <summary>Sequences [Tᵢ, *] as one tensor [T, N, *], or [N, T, *], short ones padded.</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    Tensor[] all = [.. sequences];
                    return all.Length > 0
                        ? Pad.Call(all, batch_first, padding_value)
                        : throw new ArgumentException("At least one sequence is needed.", nameof(sequences));
                }

                /// <summary>Sequences [Tᵢ, *] without padding.</summary>
                /// <param name="sequences">The sequences.</param>
                /// <param name="enforce_sorted">Whether lengths must fall.</param>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    Tensor[] all = [.. sequences];
                    using var scope = NewDisposeScope();
                    return scope.MoveToOuter(
                        pack_padded_sequence(pad_sequence(all), tensor(all.Select(s => s.size(0)).ToArray()), enforce_sorted: enforce_sorted));
                }

                private static Tensor Lengths(Tensor lengths, long count, long steps, bool falling)
                {
                    ArgumentNullException.ThrowIfNull(lengths);
                    if (lengths.ndim != 1 || lengths.size(0) != count || !lengths.is_integral())
                        throw new ArgumentException($"{count} whole lengths are needed, not {lengths.dtype} of shape {lengths.Shaped()}.", nameof(lengths));
                    var each = lengths.to(ScalarType.Int64).cpu().contiguous();
                    var numbers = each.data<long>().ToArray();
                    if (numbers.Any(n => n < 1 || n > steps))
                        throw new ArgumentException($"Lengths must lie between 1 and {steps}: [{string.Join(", ", numbers)}].", nameof(lengths));
                    return !falling || numbers.Zip(numbers.Skip(1)).All(p => p.First >= p.Second)
                        ? each
                        : throw new ArgumentException(
                            $"Lengths must fall: [{string.Join(", ", numbers)}]. Or give enforce_sorted: false.", nameof(lengths));
                }

                private static PackedSequence Packed((Tensor Data, Tensor Sizes) packed, Tensor? order) =>
                    new(packed.Data, packed.Sizes, order, order?.argsort());
            }
        }
    }
}
