using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(Q Kᵀ / √E + mask) V.</summary>
            /// <param name="query">Q, [N, …, L, E].</param>
            /// <param name="key">K, [N, …, S, E].</param>
            /// <param name="value">V, [N, …, S, Eᵥ].</param>
            /// <param name="attn_mask">[N, …, L, S]: numbers that are added to the scores, or whether a place takes part.</param>
            /// <param name="p">The probability to drop a weight, whether training or not.</param>
            /// <param name="is_casual">Whether a place sees only those up to it; then no mask may be given.</param>
            /// <returns>[N, …, L, Eᵥ].</returns>
            /// <exception cref="ArgumentException">Both a mask and is_casual are given, or the shapes do not fit each other.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                foreach (var (tensor, name) in new[] { (query, nameof(query)), (key, nameof(key)), (value, nameof(value)) })
                    if (Expect.Dimensions(tensor, [2, 3, 4, 5, 6], nameof(scaled_dot_product_attention), name).dtype != query.dtype)
                        throw new ArgumentException($"query is {query.dtype}, but this is {tensor.dtype}.", name);
                Expect.Size(key, -1, query.size(-1), nameof(scaled_dot_product_attention));
                Expect.Size(value, -2, key.size(-2), nameof(scaled_dot_product_attention));
                if (attn_mask is not null && is_casual)
                    throw new ArgumentException("A mask and is_casual exclude each other.", nameof(attn_mask));
                if (p is not (>= 0 and <= 1))
                    throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is from 0 to 1.");
                using var scope = NewDisposeScope();
                var scores = (query / Math.Sqrt(query.size(-1))).matmul(key.transpose(-2, -1));
                if (is_casual)
                    attn_mask = ones(query.size(-2), key.size(-2), ScalarType.Bool).tril();
                if (attn_mask is not null)
                    scores = attn_mask.dtype == ScalarType.Bool
                        ? scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity)
                        : scores + attn_mask;
                var weights = scores.softmax(-1);
                return scope.MoveToOuter((p > 0 ? dropout(weights, p) : weights).matmul(value));
            }
        }
    }
}
