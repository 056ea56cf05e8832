using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    /// <summary>What becomes of a bag's vectors.</summary>
    public enum EmbeddingBagMode
    {
        /// <summary>Their (weighted) sum.</summary>
        Sum = 0,
        /// <summary>Their mean.</summary>
        Mean = 1,
        /// <summary>The greatest number in each place.</summary>
        Max = 2,
    }
}

namespace TorchSharp.Modules
{
    /// <summary>
    /// Sums, means or maxima of vectors of a table: bags are rows of places [N, L], or parts of a list of places that start at offsets [N]; → [N, columns].
    /// </summary>
    public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private static readonly Operator Bag = new("embedding_bag.padding_idx");
        private static readonly Operator Renorm = new("embedding_renorm_");
        private readonly EmbeddingBagMode _mode;
        private readonly double? _longest;
        private readonly double _norm;
        private readonly bool _scale, _sparse, _last;
        private readonly long? _padding;

        internal EmbeddingBag(
            Parameter weight, EmbeddingBagMode mode, double? longest, double norm, bool scale, bool sparse, bool last, long? padding) : base(nameof(EmbeddingBag)) =>
            (this.weight, _mode, _longest, _norm, _scale, _sparse, _last, _padding) = (weight, mode, longest, norm, scale, sparse, last, padding);

        /// <summary>The vectors, one a row.</summary>
        public Parameter weight { get; set => field = Replaced(field, value); }

        /// <summary>Looks bags up.</summary>
        /// <param name="input">Places, [N, L] or one list.</param>
        /// <param name="offsets">Where the bags of one list start; null for [N, L].</param>
        /// <param name="perSampleWeights">Factors of the vectors, in the shape of the places, for sums; or null.</param>
        /// <exception cref="ArgumentException">The arguments do not fit each other.</exception>
        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            Expect.Integers(Expect.Dimensions(input, [1, 2], GetName()), GetName());
            if (input.ndim == 1 == offsets is null)
                throw new ArgumentException($"Offsets go with one list of places, not with shape {input.Shaped()}; a list needs them.", nameof(offsets));
            if (offsets is not null && offsets.dtype != input.dtype)
                throw new ArgumentException($"The offsets must be {input.dtype} as the places are, not {offsets.dtype}.", nameof(offsets));
            if (perSampleWeights is not null && (_mode != EmbeddingBagMode.Sum || !perSampleWeights.shape.AsSpan().SequenceEqual(input.shape)))
                throw new ArgumentException(
                    $"Factors go with sums and have the shape of the places, {input.Shaped()}; the mode is {_mode}, their shape {perSampleWeights.Shaped()}.",
                    nameof(perSampleWeights));
            using var scope = NewDisposeScope();
            if (_longest is { } longest)
                using (no_grad())
                    Renorm.CallVoid(weight, input.contiguous().view(-1), longest, _norm);
            var places = input.reshape(-1);
            var starts = offsets ?? arange(0, input.numel(), input.size(1), input.dtype);
            var sums = Bag.Call4(weight, places, starts, _scale, (long)_mode, _sparse, perSampleWeights?.reshape(-1), _last && offsets is not null, _padding);
            return scope.MoveToOuter(sums.Item1);
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => base.call(input, offsets, perSampleWeights);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor input, Tensor offsets) => base.call(input, offsets, null);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor input) => base.call(input, null, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Sums, means or maxima of vectors of a table.</summary>
            /// <param name="num_embeddings">The number of rows.</param>
            /// <param name="embedding_dims">The size of each.</param>
            /// <param name="max_norm">Rows looked up that are longer are shortened to this norm.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether derivatives are divided by how often a row was used.</param>
            /// <param name="mode">What becomes of a bag's vectors.</param>
            /// <param name="sparse">Whether derivatives are sparse.</param>
            /// <param name="include_last_offset">Whether the last offset is the length of the list.</param>
            /// <param name="padding_index">A row that does not count and is not learned; −1 for none.</param>
            /// <param name="device">Where the table is.</param>
            /// <param name="dtype">The type of its numbers.</param>
            public static EmbeddingBag EmbeddingBag(
                long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
                Device? device = null, ScalarType? dtype = null)
            {
                long? padding = padding_index < 0 ? null : padding_index;
                var weight = Table(num_embeddings, embedding_dims, dtype, device);
                Blank(weight, padding);
                return new(weight, mode, max_norm, norm_type, scale_grad_by_freq, sparse, include_last_offset, padding);
            }

            /// <summary>Sums, means or maxima of given vectors.</summary>
            /// <param name="embeddings">The vectors, one a row.</param>
            /// <param name="freeze">Whether they are not learned.</param>
            /// <param name="max_norm">Rows looked up that are longer are shortened to this norm.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether derivatives are divided by how often a row was used.</param>
            /// <param name="mode">What becomes of a bag's vectors.</param>
            /// <param name="sparse">Whether derivatives are sparse.</param>
            /// <param name="include_last_offset">Whether the last offset is the length of the list.</param>
            /// <param name="padding_index">A row that does not count and is not learned; −1 for none.</param>
            /// <param name="device">Where the table is.</param>
            /// <param name="dtype">The type of its numbers.</param>
            public static EmbeddingBag EmbeddingBag_from_pretrained(
                Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
                Device? device = null, ScalarType? dtype = null) =>
                new(
                    Copied(embeddings, freeze, dtype, device), mode, max_norm, norm_type, scale_grad_by_freq, sparse, include_last_offset,
                    padding_index < 0 ? null : padding_index);
        }
    }
}
