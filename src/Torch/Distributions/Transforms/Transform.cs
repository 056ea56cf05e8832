namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Differentiable maps between regions, which make new distributions of old ones.</summary>
        public static partial class transforms
        {
            /// <summary>A differentiable map from a domain to a codomain.</summary>
            public abstract class Transform
            {
                /// <summary>Whether the map has an inverse everywhere.</summary>
                protected bool _bijective;

                /// <summary>Where values come from.</summary>
                protected constraints.Constraint _domain = constraints.real;

                /// <summary>Where values go.</summary>
                protected constraints.Constraint _codomain = constraints.real;

                /// <summary>The inverse, once it was asked for.</summary>
                protected Transform? _inv;

                /// <summary>A map of real numbers that has no inverse everywhere.</summary>
                protected Transform()
                {
                }

                /// <summary>How many of the last dimensions make one value.</summary>
                public virtual int event_dim => Math.Max(domain.event_dim, codomain.event_dim);

                /// <summary>The inverse map.</summary>
                public virtual Transform inv => _inv ??= new Inverse(this);

                /// <summary>Where values come from.</summary>
                public virtual constraints.Constraint domain => _domain;

                /// <summary>Where values go.</summary>
                public virtual constraints.Constraint codomain => _codomain;

                /// <summary>Whether the map has an inverse everywhere.</summary>
                public virtual bool bijective => _bijective;

                /// <summary>1 where the map rises, −1 where it falls, for maps of single numbers.</summary>
                public Tensor sign => _sign();

                /// <summary>1 where the map rises, −1 where it falls.</summary>
                protected internal virtual Tensor _sign() => throw new NotSupportedException($"{GetType().Name} is not monotone.");

                /// <summary>The value of the map.</summary>
                protected internal abstract Tensor _call(Tensor x);

                /// <summary>The value of the inverse map.</summary>
                protected internal abstract Tensor _inverse(Tensor y);

                /// <summary>log |det dy / dx|, of the batch's shape.</summary>
                /// <param name="x">Where.</param>
                /// <param name="y">The value of the map there.</param>
                protected internal virtual Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    throw new NotSupportedException($"{GetType().Name} has no determinant.");

                /// <summary>The value of the map.</summary>
                public Tensor forward(Tensor x)
                {
                    ArgumentNullException.ThrowIfNull(x);
                    return WrappedTensorDisposeScope(() => _call(x));
                }

                /// <summary>The shape of the map's value for an argument of a shape.</summary>
                public virtual long[] forward_shape(long[] shape) => shape;

                /// <summary>The shape of the argument for a value of a shape.</summary>
                public virtual long[] inverse_shape(long[] shape) => shape;

                /// <summary>The sum over the last dimensions.</summary>
                protected internal static Tensor _sum_rightmost(Tensor value, int dim) => Modules.Independent.Summed(value, dim);
            }

            private sealed class Inverse(Transform map) : Transform
            {
                public override int event_dim => map.event_dim;

                public override Transform inv => map;

                public override constraints.Constraint domain => map.codomain;

                public override constraints.Constraint codomain => map.domain;

                public override bool bijective => map.bijective;

                public override long[] forward_shape(long[] shape) => map.inverse_shape(shape);

                public override long[] inverse_shape(long[] shape) => map.forward_shape(shape);

                protected internal override Tensor _sign() => map._sign();

                protected internal override Tensor _call(Tensor x) => map._inverse(x);

                protected internal override Tensor _inverse(Tensor y) => map._call(y);

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -map.log_abs_det_jacobian(y, x);
            }
        }
    }
}
