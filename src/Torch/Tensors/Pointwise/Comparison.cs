using TorchSharp.Interop;

namespace TorchSharp;

// Comparisons, elementwise, and of whole tensors.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where this is equal: a tensor of truth values.</summary>
        public Tensor eq(Tensor target) => EqTensor.Call(this, target);
        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor eq(Scalar target) => EqScalar.Call(this, target);
        /// <summary>Where this is unequal: a tensor of truth values.</summary>
        public Tensor ne(Tensor target) => NeTensor.Call(this, target);
        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor ne(Scalar target) => NeScalar.Call(this, target);
        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor not_equal(Tensor target) => ne(target);
        /// <summary>Where this is less: a tensor of truth values.</summary>
        public Tensor lt(Tensor target) => LtTensor.Call(this, target);
        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor lt(Scalar target) => LtScalar.Call(this, target);
        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor less(Tensor target) => lt(target);
        /// <summary>Where this is less or equal: a tensor of truth values.</summary>
        public Tensor le(Tensor target) => LeTensor.Call(this, target);
        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor le(Scalar target) => LeScalar.Call(this, target);
        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor less_equal(Tensor target) => le(target);
        /// <summary>Where this is greater: a tensor of truth values.</summary>
        public Tensor gt(Tensor target) => GtTensor.Call(this, target);
        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor gt(Scalar target) => GtScalar.Call(this, target);
        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor greater(Tensor target) => gt(target);
        /// <summary>Where this is greater or equal: a tensor of truth values.</summary>
        public Tensor ge(Tensor target) => GeTensor.Call(this, target);
        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor ge(Scalar target) => GeScalar.Call(this, target);
        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>The greater of both, elementwise; NaN wins.</summary>
        public Tensor maximum(Tensor other) => Maximum.Call(this, other);
        /// <summary>The lesser of both, elementwise; NaN wins.</summary>
        public Tensor minimum(Tensor other) => Minimum.Call(this, other);
        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor equal(Tensor target) => eq(target);
        /// <summary>Whether shape and all values are the same; false for null.</summary>
        /// <exception cref="TorchException">The tensors are of different types.</exception>
        public bool Equals(Tensor target) => target is not null && Equal.CallBool(this, target);
        /// <summary>Where |this − other| ≤ atol + rtol · |other|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Isclose.Call(this, other, rtol, atol, nanEqual);
        /// <summary>Whether |this − target| ≤ atol + rtol · |target| everywhere.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Allclose.CallBool(this, target, rtol, atol, equal_nan);
        /// <summary>Where the value is not a number.</summary>
        public Tensor isnan() => Isnan.Call(this);
        /// <summary>Where the value is infinite.</summary>
        public Tensor isinf() => Isinf.Call(this);
        /// <summary>Where the value is finite.</summary>
        public Tensor isfinite() => Isfinite.Call(this);

        private static readonly Operator EqTensor = new("eq.Tensor"), EqScalar = new("eq.Scalar");
        private static readonly Operator NeTensor = new("ne.Tensor"), NeScalar = new("ne.Scalar");
        private static readonly Operator LtTensor = new("lt.Tensor"), LtScalar = new("lt.Scalar");
        private static readonly Operator LeTensor = new("le.Tensor"), LeScalar = new("le.Scalar");
        private static readonly Operator GtTensor = new("gt.Tensor"), GtScalar = new("gt.Scalar");
        private static readonly Operator GeTensor = new("ge.Tensor"), GeScalar = new("ge.Scalar");
        private static readonly Operator Maximum = new("maximum"), Minimum = new("minimum"), Equal = new("equal");
        private static readonly Operator Isclose = new("isclose"), Allclose = new("allclose");
        private static readonly Operator Isnan = new("isnan"), Isinf = new("isinf"), Isfinite = new("isfinite");
    }

    /// <summary>Where left is equal: a tensor of truth values.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);
    /// <inheritdoc cref="eq(Tensor, Tensor)"/>
    public static Tensor eq(Tensor left, Scalar right) => left.eq(right);
    /// <summary>Where left is unequal: a tensor of truth values.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);
    /// <inheritdoc cref="ne(Tensor, Tensor)"/>
    public static Tensor ne(Tensor left, Scalar right) => left.ne(right);
    /// <inheritdoc cref="ne(Tensor, Tensor)"/>
    public static Tensor not_equal(Tensor left, Tensor right) => left.ne(right);
    /// <summary>Where left is less: a tensor of truth values.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);
    /// <inheritdoc cref="lt(Tensor, Tensor)"/>
    public static Tensor lt(Tensor left, Scalar right) => left.lt(right);
    /// <inheritdoc cref="lt(Tensor, Tensor)"/>
    public static Tensor less(Tensor left, Tensor right) => left.lt(right);
    /// <summary>Where left is less or equal: a tensor of truth values.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);
    /// <inheritdoc cref="le(Tensor, Tensor)"/>
    public static Tensor le(Tensor left, Scalar right) => left.le(right);
    /// <inheritdoc cref="le(Tensor, Tensor)"/>
    public static Tensor less_equal(Tensor left, Tensor right) => left.le(right);
    /// <summary>Where left is greater: a tensor of truth values.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);
    /// <inheritdoc cref="gt(Tensor, Tensor)"/>
    public static Tensor gt(Tensor left, Scalar right) => left.gt(right);
    /// <inheritdoc cref="gt(Tensor, Tensor)"/>
    public static Tensor greater(Tensor left, Tensor right) => left.gt(right);
    /// <summary>Where left is greater or equal: a tensor of truth values.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);
    /// <inheritdoc cref="ge(Tensor, Tensor)"/>
    public static Tensor ge(Tensor left, Scalar right) => left.ge(right);
    /// <inheritdoc cref="ge(Tensor, Tensor)"/>
    public static Tensor greater_equal(Tensor left, Tensor right) => left.ge(right);
    /// <summary>The greater of both, elementwise; NaN wins.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);
    /// <summary>The lesser of both, elementwise; NaN wins.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);
    /// <inheritdoc cref="eq(Tensor, Tensor)"/>
    public static Tensor equal(Tensor tensor, Tensor target) => tensor.equal(target);
    /// <summary>Where |tensor − other| ≤ atol + rtol · |other|.</summary>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
        tensor.isclose(other, rtol, atol, nanEqual);
    /// <summary>Whether |tensor − target| ≤ atol + rtol · |target| everywhere.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);
    /// <summary>Where the value is not a number.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();
    /// <summary>Where the value is infinite.</summary>
    public static Tensor isinf(Tensor input) => input.isinf();
    /// <summary>Where the value is finite.</summary>
    public static Tensor isfinite(Tensor input) => input.isfinite();
}
