using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Attention with several heads (Vaswani et al. 2017): queries [L, N, E], keys [S, N, kdim] and values [S, N, vdim] → [L, N, E], with weights [N, L, S].
    /// </summary>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        private readonly long _size, _heads, _keySize, _valueSize;
        private readonly double _dropout;
        private readonly bool _zeroAttention;
        private readonly Parameter? in_proj_weight, q_proj_weight, k_proj_weight, v_proj_weight, in_proj_bias, bias_k, bias_v;
        private readonly Linear out_proj;

        internal MultiheadAttention(
            long size, long heads, double dropout, bool bias, bool biasKeys, bool zeroAttention, long? keySize, long? valueSize)
            : base(nameof(MultiheadAttention))
        {
            Expect.Divides(size, heads, "embedded_dim", "num_heads");
            (_size, _heads, _dropout, _zeroAttention) = (size, heads, nn.functional.Probability(dropout), zeroAttention);
            (_keySize, _valueSize) = (AtLeast(keySize ?? size, 1, "kdim"), AtLeast(valueSize ?? size, 1, "vdim"));
            out_proj = new(size, size, bias, null, null);
            if (_keySize == size && _valueSize == size)
                in_proj_weight = Drawn(3 * size, size);
            else
                (q_proj_weight, k_proj_weight, v_proj_weight) = (Drawn(size, size), Drawn(size, _keySize), Drawn(size, _valueSize));
            if (bias)
            {
                in_proj_bias = new(zeros(3 * size));
                nn.init.zeros_(out_proj.bias!);
            }

            if (biasKeys)
            {
                (bias_k, bias_v) = (new(empty([1, 1, size])), new(empty([1, 1, size])));
                nn.init.xavier_normal_(bias_k!);
                nn.init.xavier_normal_(bias_v!);
            }

            RegisterComponents();
        }

        private static Parameter Drawn(long rows, long columns)
        {
            var weight = new Parameter(empty(rows, columns));
            nn.init.xavier_uniform_(weight);
            return weight;
        }

        /// <summary>Looks keys up by queries.</summary>
        /// <param name="query">[L, N, E].</param>
        /// <param name="key">[S, N, kdim].</param>
        /// <param name="value">[S, N, vdim].</param>
        /// <param name="key_padding_mask">Keys that do not count: true, or −∞ to add, [N, S].</param>
        /// <param name="need_weights">Whether the attention weights, the means of all heads, are returned; otherwise they are null.</param>
        /// <param name="attn_mask">Pairs that do not count: true, or numbers to add, [L, S] or [N · heads, L, S].</param>
        public override Tuple<Tensor, Tensor> forward(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            var (length, batch, keys) = Checked(query, key, value);
            using var scope = NewDisposeScope();
            var (q, k, v) = Projected(query, key, value);
            var added = 0L;
            if (bias_k is not null && bias_v is not null)
                (k, v, added) = (cat([k, bias_k.expand(1, batch, _size)]), cat([v, bias_v.expand(1, batch, _size)]), 1);
            var width = _size / _heads;
            (q, k, v) = (Headed(q, length), Headed(k, keys + added), Headed(v, keys + added));
            if (_zeroAttention)
            {
                var none = zeros([batch * _heads, 1, width], k.dtype);
                (k, v, added) = (cat([k, none], 1), cat([v, none], 1), added + 1);
            }

            var scores = (q / Math.Sqrt(width)).bmm(k.transpose(-2, -1));
            foreach (var mask in Masks(attn_mask, key_padding_mask, batch, keys, added, scores.dtype))
                scores += mask;
            var weights = scores.softmax(-1);
            var seen = nn.functional.dropout(weights, _dropout, training).bmm(v);
            var output = out_proj.forward(seen.transpose(0, 1).reshape(length, batch, _size));
            scope.MoveToOuter(output);
            if (!need_weights)
                return Tuple.Create(output, (Tensor)null!);
            return Tuple.Create(output, scope.MoveToOuter(weights.view(batch, _heads, length, keys + added).mean([1])));

            Tensor Headed(Tensor x, long steps) => x.contiguous().view(steps, batch * _heads, width).transpose(0, 1);
        }

        /// <inheritdoc cref="forward"/>
        public new Tuple<Tensor, Tensor> call(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        private (long Length, long Batch, long Keys) Checked(Tensor query, Tensor key, Tensor value)
        {
            Expect.Size(Expect.Dimensions(query, [3], GetName()), -1, _size, GetName());
            Expect.Size(Expect.Dimensions(key, [3], GetName()), -1, _keySize, GetName());
            Expect.Size(Expect.Dimensions(value, [3], GetName()), -1, _valueSize, GetName());
            var (batch, keys) = (query.size(1), key.size(0));
            Expect.Size(key, 1, batch, GetName());
            Expect.Size(Expect.Size(value, 1, batch, GetName()), 0, keys, GetName());
            return (query.size(0), batch, keys);
        }

        private (Tensor Q, Tensor K, Tensor V) Projected(Tensor query, Tensor key, Tensor value)
        {
            Tensor[] weights = in_proj_weight?.chunk(3) ?? [q_proj_weight!, k_proj_weight!, v_proj_weight!];
            Tensor?[] biases = in_proj_bias is null ? new Tensor?[3] : in_proj_bias.chunk(3);
            return (
                nn.functional.linear(query, weights[0], biases[0]), nn.functional.linear(key, weights[1], biases[1]),
                nn.functional.linear(value, weights[2], biases[2]));
        }

        /// <summary>Numbers to add to the scores: −∞ where a mask is true; nothing for keys that were added.</summary>
        private IEnumerable<Tensor> Masks(Tensor? attention, Tensor? padding, long batch, long keys, long added, ScalarType type)
        {
            if (attention is not null)
                yield return Numbers(Expect.Size(Expect.Dimensions(attention, [2, 3], GetName(), "attn_mask"), -1, keys, GetName(), "attn_mask"));
            if (padding is not null)
                yield return Numbers(Expect.Size(Expect.Size(padding, 0, batch, GetName(), "key_padding_mask"), 1, keys, GetName(), "key_padding_mask"))
                    .view(batch, 1, 1, -1).expand(-1, _heads, -1, -1).reshape(batch * _heads, 1, keys + added);

            Tensor Numbers(Tensor mask)
            {
                var numbers = mask.is_floating_point() ? mask : zeros(mask.shape, type).masked_fill(mask.to(ScalarType.Bool), double.NegativeInfinity);
                return added > 0 ? nn.functional.pad(numbers, [0, added]) : numbers;
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Attention with several heads.</summary>
            /// <param name="embedded_dim">The size E of queries and results.</param>
            /// <param name="num_heads">The number of heads, which divides E.</param>
            /// <param name="dropout">The probability of dropout of the weights while training.</param>
            /// <param name="bias">Whether projections add biases.</param>
            /// <param name="add_bias_kv">Whether a learned key and value are added.</param>
            /// <param name="add_zero_attn">Whether a key and value of zeros are added.</param>
            /// <param name="kdim">The size of keys; null means E.</param>
            /// <param name="vdim">The size of values; null means E.</param>
            public static MultiheadAttention MultiheadAttention(
                long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false,
                long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);
        }
    }
}
