namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            private static readonly Tensor Rising = tensor(1).DetachFromDisposeScope();

            /// <summary>y = eˣ.</summary>
            public class ExpTransform : Transform
            {
                /// <summary>y = eˣ.</summary>
                public ExpTransform() => (_bijective, _codomain) = (true, constraints.positive);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => Rising;
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.exp();
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.log();
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => x;
            }

            /// <summary>y = log x.</summary>
            public class LogTransform : Transform
            {
                /// <summary>y = log x.</summary>
                public LogTransform() => (_bijective, _domain) = (true, constraints.positive);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => Rising;
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.log();
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.exp();
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -y;
            }

            /// <summary>y = xᵖ of positive numbers.</summary>
            public class PowerTransform : Transform
            {
                private readonly Tensor _exponent;

                /// <summary>y = xᵖ.</summary>
                /// <param name="exponent">p, which may be a batch.</param>
                public PowerTransform(Tensor exponent)
                {
                    ArgumentNullException.ThrowIfNull(exponent);
                    (_exponent, _bijective, _domain, _codomain) = (exponent, true, constraints.positive, constraints.positive);
                }

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => broadcast_shapes(shape, _exponent.shape).Shape;
                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);
                /// <inheritdoc/>
                protected internal override Tensor _sign() => _exponent.sign();
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.pow(_exponent);
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.pow(_exponent.reciprocal());
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => (_exponent * y / x).abs().log();
            }

            /// <summary>y = 1 / (1 + e⁻ˣ).</summary>
            public class SigmoidTransform : Transform
            {
                /// <summary>y = 1 / (1 + e⁻ˣ).</summary>
                public SigmoidTransform() => (_bijective, _codomain) = (true, constraints.unit_interval);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => Rising;
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x)
                {
                    var type = finfo(x.dtype);
                    return sigmoid(x).clamp(type.tiny, 1 - type.eps);
                }

                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y)
                {
                    var type = finfo(y.dtype);
                    var inside = y.clamp(type.tiny, 1 - type.eps);
                    return inside.log() - (-inside).log1p();
                }

                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -nn.functional.softplus(-x) - nn.functional.softplus(x);
            }

            /// <summary>y = log(1 + eˣ).</summary>
            public class SoftplusTransform : Transform
            {
                /// <summary>y = log(1 + eˣ).</summary>
                public SoftplusTransform() => (_bijective, _codomain) = (true, constraints.positive);

                /// <inheritdoc/>
                protected internal override Tensor _sign() => Rising;
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => nn.functional.softplus(x);
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => (-y).expm1().neg().log() + y;
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -nn.functional.softplus(-x);
            }

            /// <summary>y = tanh x.</summary>
            public class TanhTransform : Transform
            {
                /// <summary>y = tanh x.</summary>
                public TanhTransform() => (_bijective, _codomain) = (true, constraints.interval(-1, 1));

                /// <inheritdoc/>
                protected internal override Tensor _sign() => Rising;
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.tanh();
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y.atanh();
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    2 * (Math.Log(2) - x - nn.functional.softplus(-2 * x));
            }

            /// <summary>y = |x|, which has no inverse: that of a positive number is taken to be itself.</summary>
            public class AbsTransform : Transform
            {
                /// <summary>y = |x|.</summary>
                public AbsTransform() => _codomain = constraints.positive;

                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => x.abs();
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => y;
            }

            /// <summary>y = loc + scale · x.</summary>
            public class AffineTransform : Transform
            {
                private readonly Tensor _loc, _scale;

                /// <summary>y = loc + scale · x.</summary>
                /// <param name="loc">What is added.</param>
                /// <param name="scale">The factor, not 0.</param>
                /// <param name="event_dim">How many of the last dimensions make one value.</param>
                public AffineTransform(Tensor loc, Tensor scale, int event_dim = 0)
                {
                    ArgumentNullException.ThrowIfNull(loc);
                    ArgumentNullException.ThrowIfNull(scale);
                    AtLeast(event_dim, 0);
                    var region = event_dim == 0 ? constraints.real : constraints.independent(constraints.real, event_dim);
                    (_loc, _scale, _bijective, _domain, _codomain) = (loc, scale, true, region, region);
                }

                /// <inheritdoc cref="AffineTransform(Tensor, Tensor, int)"/>
                public AffineTransform(double loc, double scale, int event_dim = 0)
                    : this(tensor(loc).DetachFromDisposeScope(), tensor(scale).DetachFromDisposeScope(), event_dim)
                {
                }

                /// <inheritdoc/>
                public override long[] forward_shape(long[] shape) => broadcast_shapes(shape, _loc.shape, _scale.shape).Shape;
                /// <inheritdoc/>
                public override long[] inverse_shape(long[] shape) => forward_shape(shape);
                /// <inheritdoc/>
                protected internal override Tensor _sign() => _scale.sign();
                /// <inheritdoc/>
                protected internal override Tensor _call(Tensor x) => _loc + (_scale * x);
                /// <inheritdoc/>
                protected internal override Tensor _inverse(Tensor y) => (y - _loc) / _scale;
                /// <inheritdoc/>
                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    _sum_rightmost(_scale.abs().log().expand(broadcast_shapes(x.shape, _loc.shape, _scale.shape).Shape), event_dim);
            }
        }
    }
}
