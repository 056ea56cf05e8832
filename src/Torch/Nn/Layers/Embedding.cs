using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors looked up by integers: [*] → [*, embedding_dims].</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private static readonly Operator Lookup = new("embedding");
        private readonly long? _padding;
        private readonly bool _scale, _sparse;

        internal Embedding(long count, long size, long? padding, bool scale, bool sparse, Device? device, ScalarType? dtype)
            : base(nameof(Embedding))
        {
            (_padding, _scale, _sparse) = (padding < 0 ? count + padding : padding, scale, sparse);
            weight = new(empty([AtLeast(count, 1), AtLeast(size, 1)], dtype, device));
            nn.init.normal_(weight);
            if (_padding is { } row)
                using (no_grad())
                using (var zeroed = weight[row])
                    zeroed.zero_();
            RegisterComponents();
        }

        /// <summary>The vectors, one a row.</summary>
        public Parameter weight;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => Lookup.Call(weight, input, _padding ?? -1, _scale, _sparse);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of <paramref name="num_embeddings"/> vectors of <paramref name="embedding_dims"/> numbers.</summary>
            /// <param name="padding_idx">A row that stays 0 and is not learned.</param>
            /// <param name="scale_grad_by_freq">Whether derivatives are divided by how often a row was used.</param>
            /// <param name="sparse">Whether derivatives are sparse.</param>
            public static Embedding Embedding(
                long num_embeddings,
                long embedding_dims,
                long? padding_idx = null,
                bool scale_grad_by_freq = false,
                bool sparse = false,
                Device? device = null,
                ScalarType? dtype = null) =>
                new(num_embeddings, embedding_dims, padding_idx, scale_grad_by_freq, sparse, device, dtype);
        }
    }
}
