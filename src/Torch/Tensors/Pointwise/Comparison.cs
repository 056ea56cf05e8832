using TorchSharp.Interop;

namespace TorchSharp;

// Comparisons, elementwise, and of whole tensors.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where this is equal: a tensor of truth values.</summary>
        public Tensor eq(Tensor target) => Eq.Call(this, target);
        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor eq(Scalar target) => EqScalar.Call(this, target);
        /// <summary>Where this is equal: 1, and 0 elsewhere. Overwrites the tensor.</summary>
        public Tensor eq_(Tensor target) => Eq_.CallInPlace(this, target);
        /// <inheritdoc cref="eq_(Tensor)"/>
        public Tensor eq_(Scalar target) => EqScalar_.CallInPlace(this, target);
        /// <summary>Where this is unequal: a tensor of truth values.</summary>
        public Tensor ne(Tensor target) => Ne.Call(this, target);
        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor ne(Scalar target) => NeScalar.Call(this, target);
        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor not_equal(Tensor target) => ne(target);
        /// <summary>Where this is unequal: 1, and 0 elsewhere. Overwrites the tensor.</summary>
        public Tensor ne_(Tensor target) => Ne_.CallInPlace(this, target);
        /// <inheritdoc cref="ne_(Tensor)"/>
        public Tensor ne_(Scalar target) => NeScalar_.CallInPlace(this, target);
        /// <inheritdoc cref="ne_(Tensor)"/>
        public Tensor not_equal_(Tensor target) => ne_(target);
        /// <summary>Where this is less: a tensor of truth values.</summary>
        public Tensor lt(Tensor target) => Lt.Call(this, target);
        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor lt(Scalar target) => LtScalar.Call(this, target);
        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor less(Tensor target) => lt(target);
        /// <summary>Where this is less: 1, and 0 elsewhere. Overwrites the tensor.</summary>
        public Tensor lt_(Tensor target) => Lt_.CallInPlace(this, target);
        /// <inheritdoc cref="lt_(Tensor)"/>
        public Tensor lt_(Scalar target) => LtScalar_.CallInPlace(this, target);
        /// <summary>Where this is less or equal: a tensor of truth values.</summary>
        public Tensor le(Tensor target) => Le.Call(this, target);
        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor le(Scalar target) => LeScalar.Call(this, target);
        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor less_equal(Tensor target) => le(target);
        /// <summary>Where this is less or equal: 1, and 0 elsewhere. Overwrites the tensor.</summary>
        public Tensor le_(Tensor target) => Le_.CallInPlace(this, target);
        /// <inheritdoc cref="le_(Tensor)"/>
        public Tensor le_(Scalar target) => LeScalar_.CallInPlace(this, target);
        /// <inheritdoc cref="le_(Tensor)"/>
        public Tensor less_equal_(Tensor target) => le_(target);
        /// <summary>Where this is greater: a tensor of truth values.</summary>
        public Tensor gt(Tensor target) => Gt.Call(this, target);
        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor gt(Scalar target) => GtScalar.Call(this, target);
        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor greater(Tensor target) => gt(target);
        /// <summary>Where this is greater: 1, and 0 elsewhere. Overwrites the tensor.</summary>
        public Tensor gt_(Tensor target) => Gt_.CallInPlace(this, target);
        /// <inheritdoc cref="gt_(Tensor)"/>
        public Tensor gt_(Scalar target) => GtScalar_.CallInPlace(this, target);
        /// <summary>Where this is greater or equal: a tensor of truth values.</summary>
        public Tensor ge(Tensor target) => Ge.Call(this, target);
        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor ge(Scalar target) => GeScalar.Call(this, target);
        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor greater_equal(Tensor target) => ge(target);
        /// <summary>Where this is greater or equal: 1, and 0 elsewhere. Overwrites the tensor.</summary>
        public Tensor ge_(Tensor target) => Ge_.CallInPlace(this, target);
        /// <inheritdoc cref="ge_(Tensor)"/>
        public Tensor ge_(Scalar target) => GeScalar_.CallInPlace(this, target);
        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor equal(Tensor target) => eq(target);
        /// <summary>Whether shape and all values are the same; false for null.</summary>
        /// <exception cref="TorchException">The tensors are of different types.</exception>
        public bool Equals(Tensor target) => target is not null && AllEqual.CallBool(this, target);
        /// <summary>Where |this − other| ≤ atol + rtol · |other|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
    Isclose.Call(this, other, rtol, atol, nanEqual);
        /// <summary>Whether |this − target| ≤ atol + rtol · |target| everywhere.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
    Allclose.CallBool(this, target, rtol, atol, equal_nan);
        /// <summary>Where the value is one of <paramref name="test_elements"/>; with invert, where it is none.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
    Isin.Call(this, test_elements, assumeUnique, invert);
        /// <summary>Where the value is not a number.</summary>
        public Tensor isnan() => Isnan.Call(this);
        /// <summary>Where the value is infinite.</summary>
        public Tensor isinf() => Isinf.Call(this);
        /// <summary>Where the value is finite.</summary>
        public Tensor isfinite() => Isfinite.Call(this);
        /// <summary>Where the value is +∞.</summary>
        public Tensor isposinf() => Isposinf.Call(this);
        /// <summary>Where the value is −∞.</summary>
        public Tensor isneginf() => Isneginf.Call(this);
        /// <summary>Where the imaginary part is 0.</summary>
        public Tensor isreal() => Isreal.Call(this);

        private static readonly Operator Eq = new("eq.Tensor"), EqScalar = new("eq.Scalar"), Eq_ = new("eq_.Tensor");
        private static readonly Operator EqScalar_ = new("eq_.Scalar"), Ne = new("ne.Tensor"), NeScalar = new("ne.Scalar");
        private static readonly Operator Ne_ = new("ne_.Tensor"), NeScalar_ = new("ne_.Scalar"), Lt = new("lt.Tensor");
        private static readonly Operator LtScalar = new("lt.Scalar"), Lt_ = new("lt_.Tensor"), LtScalar_ = new("lt_.Scalar");
        private static readonly Operator Le = new("le.Tensor"), LeScalar = new("le.Scalar"), Le_ = new("le_.Tensor");
        private static readonly Operator LeScalar_ = new("le_.Scalar"), Gt = new("gt.Tensor"), GtScalar = new("gt.Scalar");
        private static readonly Operator Gt_ = new("gt_.Tensor"), GtScalar_ = new("gt_.Scalar"), Ge = new("ge.Tensor");
        private static readonly Operator GeScalar = new("ge.Scalar"), Ge_ = new("ge_.Tensor"), GeScalar_ = new("ge_.Scalar");
        private static readonly Operator AllEqual = new("equal"), Isclose = new("isclose"), Allclose = new("allclose");
        private static readonly Operator Isin = new("isin.Tensor_Tensor"), Isnan = new("isnan"), Isinf = new("isinf");
        private static readonly Operator Isfinite = new("isfinite"), Isposinf = new("isposinf"), Isneginf = new("isneginf");
        private static readonly Operator Isreal = new("isreal");
    }

    /// <summary>Where left is equal: a tensor of truth values.</summary>
    public static Tensor eq(Tensor left, Tensor right) => Given(left).eq(right);
    /// <summary>Where left is unequal: a tensor of truth values.</summary>
    public static Tensor ne(Tensor left, Tensor right) => Given(left).ne(right);
    /// <inheritdoc cref="ne(Tensor, Tensor)"/>
    public static Tensor not_equal(Tensor tensor, Tensor target) => Given(tensor).ne(target);
    /// <summary>Where left is less: a tensor of truth values.</summary>
    public static Tensor lt(Tensor left, Tensor right) => Given(left).lt(right);
    /// <inheritdoc cref="lt(Tensor, Tensor)"/>
    public static Tensor less(Tensor tensor, Tensor target) => Given(tensor).lt(target);
    /// <summary>Where left is less or equal: a tensor of truth values.</summary>
    public static Tensor le(Tensor left, Tensor right) => Given(left).le(right);
    /// <inheritdoc cref="le(Tensor, Tensor)"/>
    public static Tensor less_equal(Tensor tensor, Tensor target) => Given(tensor).le(target);
    /// <summary>Where left is greater: a tensor of truth values.</summary>
    public static Tensor gt(Tensor left, Tensor right) => Given(left).gt(right);
    /// <inheritdoc cref="gt(Tensor, Tensor)"/>
    public static Tensor greater(Tensor tensor, Tensor target) => Given(tensor).gt(target);
    /// <summary>Where left is greater or equal: a tensor of truth values.</summary>
    public static Tensor ge(Tensor left, Tensor right) => Given(left).ge(right);
    /// <inheritdoc cref="ge(Tensor, Tensor)"/>
    public static Tensor greater_equal(Tensor tensor, Tensor target) => Given(tensor).ge(target);
    /// <inheritdoc cref="eq(Tensor, Tensor)"/>
    public static Tensor equal(Tensor tensor, Tensor target) => Given(tensor).equal(target);
    /// <summary>Where |tensor − other| ≤ atol + rtol · |other|.</summary>
    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
    Given(tensor).isclose(other, rtol, atol, nanEqual);
    /// <summary>Whether |tensor − target| ≤ atol + rtol · |target| everywhere.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
    Given(tensor).allclose(target, rtol, atol, equal_nan);
    /// <summary>Where the value is one of <paramref name="test_elements"/>; with invert, where it is none.</summary>
    public static Tensor isin(Tensor tensor, Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
    Given(tensor).isin(test_elements, assumeUnique, invert);
    /// <summary>Where the value is not a number.</summary>
    public static Tensor isnan(Tensor input) => Given(input).isnan();
    /// <summary>Where the value is infinite.</summary>
    public static Tensor isinf(Tensor tensor) => Given(tensor).isinf();
    /// <summary>Where the value is finite.</summary>
    public static Tensor isfinite(Tensor tensor) => Given(tensor).isfinite();
    /// <summary>Where the value is +∞.</summary>
    public static Tensor isposinf(Tensor tensor) => Given(tensor).isposinf();
    /// <summary>Where the value is −∞.</summary>
    public static Tensor isneginf(Tensor tensor) => Given(tensor).isneginf();
    /// <summary>Where the imaginary part is 0.</summary>
    public static Tensor isreal(Tensor tensor) => Given(tensor).isreal();
}
