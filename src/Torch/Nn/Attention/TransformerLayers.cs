using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>What transformer layers share: a network of two layers that every step passes through, and copies of itself.</summary>
    internal sealed record TransformerShape(long Size, long Heads, long Inner, double Dropout, nn.Activations Activation)
    {
        internal Tensor Activated(Tensor x) => Activation == nn.Activations.GELU ? nn.functional.gelu(x) : nn.functional.relu(x);
    }

    /// <summary>Self-attention and a network of two layers, each with a shortcut and layer normalisation: [S, N, E] → [S, N, E].</summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn;
        private readonly Linear linear1;
        private readonly Dropout dropout;
        private readonly Linear linear2;
        private readonly LayerNorm norm1, norm2;
        private readonly Dropout dropout1, dropout2;

        internal TransformerEncoderLayer(TransformerShape shape) : base(nameof(TransformerEncoderLayer))
        {
            Shape = shape;
            self_attn = nn.MultiheadAttention(shape.Size, shape.Heads, shape.Dropout);
            (linear1, linear2) = (nn.Linear(shape.Size, shape.Inner), nn.Linear(shape.Inner, shape.Size));
            (norm1, norm2) = (nn.LayerNorm(shape.Size), nn.LayerNorm(shape.Size));
            (dropout, dropout1, dropout2) = (nn.Dropout(shape.Dropout), nn.Dropout(shape.Dropout), nn.Dropout(shape.Dropout));
            RegisterComponents();
        }

        internal TransformerShape Shape { get; }

        /// <summary>Runs the layer.</summary>
        /// <param name="src">[S, N, E].</param>
        /// <param name="src_mask">Pairs that do not count, [S, S], or null.</param>
        /// <param name="src_key_padding_mask">Steps that do not count, [N, S], or null.</param>
        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var x = norm1.call(src + dropout1.call(self_attn.call(src, src, src, src_key_padding_mask, false, src_mask).Item1));
            return scope.MoveToOuter(norm2.call(x + dropout2.call(linear2.call(dropout.call(Shape.Activated(linear1.call(x)))))));
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) => base.call(src, src_mask, src_key_padding_mask);

        /// <inheritdoc cref="forward(Tensor, Tensor, Tensor)"/>
        public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask, null);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor src) => base.call(src, null, null);
    }

    /// <summary>Self-attention, attention to an encoder's result, and a network of two layers: [T, N, E] → [T, N, E].</summary>
    public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn, multihead_attn;
        private readonly Linear linear1;
        private readonly Dropout dropout;
        private readonly Linear linear2;
        private readonly LayerNorm norm1, norm2, norm3;
        private readonly Dropout dropout1, dropout2, dropout3;

        internal TransformerDecoderLayer(TransformerShape shape) : base(nameof(TransformerDecoderLayer))
        {
            Shape = shape;
            self_attn = nn.MultiheadAttention(shape.Size, shape.Heads, shape.Dropout);
            multihead_attn = nn.MultiheadAttention(shape.Size, shape.Heads, shape.Dropout);
            (linear1, linear2) = (nn.Linear(shape.Size, shape.Inner), nn.Linear(shape.Inner, shape.Size));
            (norm1, norm2, norm3) = (nn.LayerNorm(shape.Size), nn.LayerNorm(shape.Size), nn.LayerNorm(shape.Size));
            (dropout, dropout1) = (nn.Dropout(shape.Dropout), nn.Dropout(shape.Dropout));
            (dropout2, dropout3) = (nn.Dropout(shape.Dropout), nn.Dropout(shape.Dropout));
            RegisterComponents();
        }

        internal TransformerShape Shape { get; }

        /// <summary>Runs the layer.</summary>
        /// <param name="tgt">[T, N, E].</param>
        /// <param name="memory">The encoder's result, [S, N, E].</param>
        /// <param name="tgt_mask">Pairs that do not count, [T, T], or null.</param>
        /// <param name="memory_mask">Pairs that do not count, [T, S], or null.</param>
        /// <param name="tgt_key_padding_mask">Steps of tgt that do not count, [N, T], or null.</param>
        /// <param name="memory_key_padding_mask">Steps of memory that do not count, [N, S], or null.</param>
        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var x = norm1.call(tgt + dropout1.call(self_attn.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1));
            x = norm2.call(x + dropout2.call(multihead_attn.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1));
            return scope.MoveToOuter(norm3.call(x + dropout3.call(linear2.call(dropout.call(Shape.Activated(linear1.call(x)))))));
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The function inside a transformer's layers.</summary>
            public enum Activations
            {
                /// <summary>max(x, 0).</summary>
                ReLU = 0,
                /// <summary>x · Φ(x).</summary>
                GELU = 1,
            }

            /// <summary>One layer of a transformer's encoder.</summary>
            /// <param name="d_model">The size E of each step.</param>
            /// <param name="nhead">The number of heads.</param>
            /// <param name="dim_feedforward">The size between the two layers of the network.</param>
            /// <param name="dropout">The probability of dropout while training.</param>
            /// <param name="activation">The function between the two layers.</param>
            public static TransformerEncoderLayer TransformerEncoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new(d_model, nhead, dim_feedforward, dropout, activation));

            /// <summary>One layer of a transformer's decoder.</summary>
            /// <inheritdoc cref="TransformerEncoderLayer(long, long, long, double, Activations)"/>
            public static TransformerDecoderLayer TransformerDecoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}
