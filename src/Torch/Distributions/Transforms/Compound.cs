namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>Maps one after the other.</summary>
            public class ComposeTransform : Transform
            {
                private readonly Transform[] _parts;

                /// <summary>Maps one after the other.</summary>
                /// <param name="parts">The first is applied first.</param>
                /// <param name="cache_size">0: values are not kept.</param>
                public ComposeTransform(IEnumerable<Transform> parts, int cache_size = 0)
                {
                    ArgumentNullException.ThrowIfNull(parts);
                    if (cache_size != 0)
                        throw new ArgumentOutOfRangeException(nameof(cache_size), cache_size, "Values are not kept: 0 is expected.");
                    _parts = [.. parts];
                    if (Array.IndexOf(_parts, null) >= 0)
                        throw new ArgumentException("A part is null.", nameof(parts));
                    if (_parts.Length == 0)
                        return;
                    // A part over single numbers within maps of vectors is a map of vectors: what comes before and after tells of how many dimensions.
                    _domain = Over(_parts[0].domain, Needed(_parts.Reverse(), p => p.codomain, p => p.domain));
                    _codomain = Over(_parts[^1].codomain, Needed(_parts, p => p.domain, p => p.codomain));
                }

                private static constraints.Constraint Over(constraints.Constraint region, int dimensions) =>
                    dimensions > region.event_dim ? constraints.independent(region, dimensions - region.event_dim) : region;

                private static int Needed(IEnumerable<Transform> parts, Func<Transform, constraints.Constraint> from, Func<Transform, constraints.Constraint> to)
                {
                    var dimensions = 0;
                    foreach (var part in parts)
                        dimensions = Math.Max(dimensions, from(part).event_dim) - from(part).event_dim + to(part).event_dim;
                    return dimensions;
                }

                /// <inheritdoc/>
                public override Transform inv => _inv ??= new ComposeTransform(_parts.Reverse().Select(p => p.inv));

                /// <inheritdoc/>
                public override bool bijective => _parts.All(p => p.bijective);

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => _parts.Aggregate(shape, (s, p) => p.forward_shape(s));

                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => _parts.Reverse().Aggregate(shape, (s, p) => p.inverse_shape(s));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => _parts.Aggregate(Rising, (s, p) => s * p._sign());

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => _parts.Aggregate(x, (v, p) => p._call(v));

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => _parts.Reverse().Aggregate(y, (v, p) => p._inverse(v));

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    var dimensions = domain.event_dim;
                    Tensor? sum = null;
                    foreach (var part in _parts)
                    {
                        var next = part._call(x);
                        var term = _sum_rightmost(part.log_abs_det_jacobian(x, next), dimensions - part.domain.event_dim);
                        (sum, x) = (sum is null ? term : sum + term, next);
                        dimensions += part.codomain.event_dim - part.domain.event_dim;
                    }

                    return sum ?? zeros_like(x);
                }
            }

            /// <summary>A map whose last batch dimensions count as dimensions of a value. (TorchSharp's spelling.)</summary>
            public class IndepdenentTransform : Transform
            {
                private readonly Transform _base;
                private readonly int _dimensions;

                /// <summary>The same map of more dimensions.</summary>
                /// <param name="base_transform">The map.</param>
                /// <param name="reinterpreted_batch_dims">How many batch dimensions become dimensions of a value.</param>
                public IndepdenentTransform(Transform base_transform, int reinterpreted_batch_dims)
                {
                    ArgumentNullException.ThrowIfNull(base_transform);
                    (_base, _dimensions) = (base_transform, (int)AtLeast(reinterpreted_batch_dims, 0));
                    _domain = constraints.independent(base_transform.domain, _dimensions);
                    _codomain = constraints.independent(base_transform.codomain, _dimensions);
                }

                /// <inheritdoc/>
                public override Transform inv => _inv ??= new IndepdenentTransform(_base.inv, _dimensions);
                /// <inheritdoc/>
                public override bool bijective => _base.bijective;
                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => _base.forward_shape(shape);
                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => _base.inverse_shape(shape);
                /// <inheritdoc/>
                protected internal override Tensor _sign() => _base._sign();
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => _base._call(x);
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => _base._inverse(y);
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => _sum_rightmost(_base.log_abs_det_jacobian(x, y), _dimensions);
            }

            /// <summary>The last dimensions in another shape of as many elements.</summary>
            public class ReshapeTransform : Transform
            {
                private readonly long[] _in, _out;

                /// <summary>Values of one shape to values of another.</summary>
                /// <exception cref="ArgumentException">They hold different numbers of elements.</exception>
                public ReshapeTransform(long[] in_shape, long[] out_shape)
                {
                    ArgumentNullException.ThrowIfNull(in_shape);
                    ArgumentNullException.ThrowIfNull(out_shape);
                    if (new Size(in_shape).numel() != new Size(out_shape).numel())
                        throw new ArgumentException($"{new Size(out_shape)} has other elements than {new Size(in_shape)}.", nameof(out_shape));
                    (_in, _out, _bijective) = (in_shape, out_shape, true);
                    (_domain, _codomain) = (constraints.independent(constraints.real, in_shape.Length), constraints.independent(constraints.real, out_shape.Length));
                }

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => Changed(shape, _in, _out);
                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => Changed(shape, _out, _in);
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.reshape(forward_shape(x.shape));
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.reshape(inverse_shape(y.shape));
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => zeros(x.shape[..^_in.Length], x.dtype);

                private static long[] Changed(long[] shape, long[] from, long[] to)
                {
                    ArgumentNullException.ThrowIfNull(shape);
                    return shape.Length >= from.Length && shape.AsSpan()[^from.Length..].SequenceEqual(from)
                        ? [.. shape[..^from.Length], .. to]
                        : throw new ArgumentException($"A shape that ends with {new Size(from)} is expected, not {new Size(shape)}.", nameof(shape));
                }
            }

            /// <summary>Log-weights to probabilities along the last dimension; the inverse takes logarithms, which is one of many.</summary>
            public class SoftmaxTransform : Transform
            {
                /// <summary>Log-weights to probabilities.</summary>
                public SoftmaxTransform() => (_domain, _codomain) = (constraints.real_vector, constraints.simplex);

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.softmax(-1);
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.log();
            }
        }
    }
}
