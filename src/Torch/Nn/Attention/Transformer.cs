using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Several layers one after the other, all starting from one layer's weights: [S, N, E] → [S, N, E].</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerEncoder(TransformerEncoderLayer layer, long count, LayerNorm? norm) : base(nameof(TransformerEncoder))
        {
            ArgumentNullException.ThrowIfNull(layer);
            layers = new([.. Enumerable.Range(0, (int)AtLeast(count, 1, "num_layers")).Select(_ => Copy(layer))]);
            this.norm = norm;
            RegisterComponents();
        }

        private static TransformerEncoderLayer Copy(TransformerEncoderLayer layer)
        {
            var copy = new TransformerEncoderLayer(layer.Shape);
            copy.load_state_dict(layer.state_dict());
            return copy;
        }

        /// <summary>Runs all layers.</summary>
        /// <param name="src">[S, N, E].</param>
        /// <param name="src_mask">Pairs that do not count, [S, S], or null.</param>
        /// <param name="src_key_padding_mask">Steps that do not count, [N, S], or null.</param>
        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var x = layers.Aggregate(src, (x, layer) => layer.call(x, src_mask, src_key_padding_mask));
            return scope.MoveToOuter(norm?.call(x) ?? x);
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor src, Tensor? src_mask = null, Tensor? src_key_padding_mask = null) => base.call(src, src_mask, src_key_padding_mask);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor src) => base.call(src, null, null);
    }

    /// <summary>Several layers one after the other, all starting from one layer's weights: [T, N, E] → [T, N, E].</summary>
    public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly ModuleList<TransformerDecoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerDecoder(TransformerDecoderLayer layer, long count, LayerNorm? norm) : base(nameof(TransformerDecoder))
        {
            ArgumentNullException.ThrowIfNull(layer);
            layers = new([.. Enumerable.Range(0, (int)AtLeast(count, 1, "num_layers")).Select(_ => Copy(layer))]);
            this.norm = norm;
            RegisterComponents();
        }

        private static TransformerDecoderLayer Copy(TransformerDecoderLayer layer)
        {
            var copy = new TransformerDecoderLayer(layer.Shape);
            copy.load_state_dict(layer.state_dict());
            return copy;
        }

        /// <summary>Runs all layers.</summary>
        /// <param name="tgt">[T, N, E].</param>
        /// <param name="memory">The encoder's result, [S, N, E].</param>
        /// <param name="tgt_mask">Pairs that do not count, [T, T], or null.</param>
        /// <param name="memory_mask">Pairs that do not count, [T, S], or null.</param>
        /// <param name="tgt_key_padding_mask">Steps of tgt that do not count, [N, T], or null.</param>
        /// <param name="memory_key_padding_mask">Steps of memory that do not count, [N, S], or null.</param>
        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        {
            using var scope = NewDisposeScope();
            var x = layers.Aggregate(tgt, (x, layer) => layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask));
            return scope.MoveToOuter(norm?.call(x) ?? x);
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);
    }

    /// <summary>An encoder and a decoder (Vaswani et al. 2017): [S, N, E], [T, N, E] → [T, N, E].</summary>
    public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly TransformerEncoder encoder;
        private readonly TransformerDecoder decoder;

        internal Transformer(TransformerShape shape, long encoders, long decoders) : base(nameof(Transformer))
        {
            using var first = new TransformerEncoderLayer(shape);
            using var second = new TransformerDecoderLayer(shape);
            encoder = new(first, encoders, nn.LayerNorm(shape.Size));
            decoder = new(second, decoders, nn.LayerNorm(shape.Size));
            RegisterComponents();
            foreach (var parameter in parameters().Where(p => p.ndim > 1))
                nn.init.xavier_uniform_(parameter);
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor src, Tensor tgt) => forward(src, tgt, null);

        /// <summary>Runs encoder and decoder.</summary>
        /// <param name="src">[S, N, E].</param>
        /// <param name="tgt">[T, N, E].</param>
        /// <param name="src_mask">Pairs of src that do not count, [S, S], or null.</param>
        /// <param name="tgt_mask">Pairs of tgt that do not count, [T, T], or null.</param>
        /// <param name="memory_mask">Pairs that do not count, [T, S], or null.</param>
        /// <param name="src_key_padding_mask">Steps of src that do not count, [N, S], or null.</param>
        /// <param name="tgt_key_padding_mask">Steps of tgt that do not count, [N, T], or null.</param>
        /// <param name="memory_key_padding_mask">Steps of the encoder's result that do not count, [N, S], or null.</param>
        public Tensor forward(
            Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        {
            using var memory = encoder.call(src, src_mask, src_key_padding_mask);
            return decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        }

        /// <inheritdoc cref="forward(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)"/>
        public Tensor call(
            Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
            forward(src, tgt, src_mask, tgt_mask, memory_mask, src_key_padding_mask, tgt_key_padding_mask, memory_key_padding_mask);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Several layers of a transformer's encoder, all starting from one layer's weights.</summary>
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers, null);

            /// <summary>Several layers of a transformer's decoder, all starting from one layer's weights.</summary>
            public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) => new(decoder_layer, num_layers, null);

            /// <summary>A transformer.</summary>
            /// <param name="d_model">The size E of each step.</param>
            /// <param name="nhead">The number of heads.</param>
            /// <param name="num_encoder_layers">Layers of the encoder.</param>
            /// <param name="num_decoder_layers">Layers of the decoder.</param>
            /// <param name="dim_feedforward">The size between the two layers of the networks.</param>
            /// <param name="dropout">The probability of dropout while training.</param>
            /// <param name="activation">The function between the two layers.</param>
            public static Transformer Transformer(
                long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048,
                double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new(d_model, nhead, dim_feedforward, dropout, activation), num_encoder_layers, num_decoder_layers);
        }
    }
}
