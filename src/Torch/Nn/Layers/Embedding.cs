using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors looked up by integers: [*] → [*, embedding_dims].</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly bool _scale, _sparse;
        private readonly double _norm;

        internal Embedding(Parameter weight, long? padding, double? longest, double norm, bool scale, bool sparse) : base(nameof(Embedding))
        {
            this.weight = weight;
            (num_embeddings, embedding_dim) = (weight.size(0), weight.size(1));
            (max_norm, _norm, _scale, _sparse) = (longest, norm, scale, sparse);
            padding_idx = padding is { } row
                ? row >= -num_embeddings && row < num_embeddings
                    ? row < 0 ? row + num_embeddings : row
                    : throw Expect.Fault($"padding_idx must lie in the table of {num_embeddings} rows, not be {row}.", nameof(padding_idx))
                : null;
        }

        /// <summary>The vectors, one a row.</summary>
        public Parameter weight { get; set => field = Replaced(field, value); }

        /// <summary>The number of rows.</summary>
        public long num_embeddings { get; }
        /// <summary>The size of each row.</summary>
        public long embedding_dim { get; }
        /// <summary>A row that is not learned, or null.</summary>
        public long? padding_idx { get; }
        /// <summary>Rows looked up that are longer are shortened to this norm, or null.</summary>
        public double? max_norm { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) =>
            nn.functional.embedding(Expect.Integers(input, GetName()), weight, padding_idx ?? -1, max_norm, _norm, _scale, _sparse);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of <paramref name="num_embeddings"/> vectors of <paramref name="embedding_dims"/> numbers.</summary>
            /// <param name="num_embeddings">The number of rows.</param>
            /// <param name="embedding_dims">The size of each.</param>
            /// <param name="padding_idx">A row that stays 0 and is not learned.</param>
            /// <param name="max_norm">Rows looked up that are longer are shortened to this norm.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether derivatives are divided by how often a row was used.</param>
            /// <param name="sparse">Whether derivatives are sparse.</param>
            /// <param name="device">Where the table is.</param>
            /// <param name="dtype">The type of its numbers.</param>
            public static Embedding Embedding(
                long num_embeddings,
                long embedding_dims,
                long? padding_idx = null,
                double? max_norm = null,
                double norm_type = 2.0,
                bool scale_grad_by_freq = false,
                bool sparse = false,
                Device? device = null,
                ScalarType? dtype = null)
            {
                var weight = Table(num_embeddings, embedding_dims, dtype, device);
                var module = new Embedding(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
                Blank(weight, module.padding_idx);
                return module;
            }

            /// <summary>A table of given vectors.</summary>
            /// <param name="embeddings">The vectors, one a row.</param>
            /// <param name="freeze">Whether they are not learned.</param>
            /// <param name="padding_idx">A row that is not learned.</param>
            /// <param name="max_norm">Rows looked up that are longer are shortened to this norm.</param>
            /// <param name="norm_type">Which norm.</param>
            /// <param name="scale_grad_by_freq">Whether derivatives are divided by how often a row was used.</param>
            /// <param name="sparse">Whether derivatives are sparse.</param>
            /// <param name="device">Where the table is.</param>
            /// <param name="dtype">The type of its numbers.</param>
            public static Embedding Embedding_from_pretrained(
                Tensor embeddings,
                bool freeze = true,
                long? padding_idx = null,
                double? max_norm = null,
                double norm_type = 2.0,
                bool scale_grad_by_freq = false,
                bool sparse = false,
                Device? device = null,
                ScalarType? dtype = null) =>
                new(Copied(embeddings, freeze, dtype, device), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);

            private static Parameter Table(long rows, long columns, ScalarType? dtype, Device? device)
            {
                var table = new Parameter(empty([AtLeast(rows, 1, "num_embeddings"), AtLeast(columns, 1, "embedding_dims")], dtype, device));
                init.normal_(table);
                return table;
            }

            private static Parameter Copied(Tensor embeddings, bool freeze, ScalarType? dtype, Device? device)
            {
                using var table = Expect.Dimensions(embeddings, [2], "The table").to(dtype ?? embeddings.dtype, device ?? embeddings.device, copy: true);
                return new(table, requires_grad: !freeze);
            }

            private static void Blank(Parameter table, long? row)
            {
                if (row is not { } blank)
                    return;
                using var silent = no_grad();
                using var zeroed = table[blank];
                zeroed.zero_();
            }
        }
    }
}
