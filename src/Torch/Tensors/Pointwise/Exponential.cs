using TorchSharp.Interop;

namespace TorchSharp;

// Exponentials, logarithms, roots and powers, elementwise.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>e^x.</summary>
        public Tensor exp() => Exp.Call(this);
        /// <summary>e^x. Overwrites the tensor.</summary>
        public Tensor exp_() => Exp_.CallInPlace(this);
        /// <summary>2^x.</summary>
        public Tensor exp2() => Exp2.Call(this);
        /// <summary>2^x. Overwrites the tensor.</summary>
        public Tensor exp2_() => Exp2_.CallInPlace(this);
        /// <summary>e^x − 1, accurate near 0.</summary>
        public Tensor expm1() => Expm1.Call(this);
        /// <summary>e^x − 1, accurate near 0. Overwrites the tensor.</summary>
        public Tensor expm1_() => Expm1_.CallInPlace(this);
        /// <summary>Natural logarithm.</summary>
        public Tensor log() => Log.Call(this);
        /// <summary>Natural logarithm. Overwrites the tensor.</summary>
        public Tensor log_() => Log_.CallInPlace(this);
        /// <summary>Logarithm to base 2.</summary>
        public Tensor log2() => Log2.Call(this);
        /// <summary>Logarithm to base 2. Overwrites the tensor.</summary>
        public Tensor log2_() => Log2_.CallInPlace(this);
        /// <summary>Logarithm to base 10.</summary>
        public Tensor log10() => Log10.Call(this);
        /// <summary>Logarithm to base 10. Overwrites the tensor.</summary>
        public Tensor log10_() => Log10_.CallInPlace(this);
        /// <summary>log(1 + x), accurate near 0.</summary>
        public Tensor log1p() => Log1p.Call(this);
        /// <summary>log(1 + x), accurate near 0. Overwrites the tensor.</summary>
        public Tensor log1p_() => Log1p_.CallInPlace(this);
        /// <summary>Square root.</summary>
        public Tensor sqrt() => Sqrt.Call(this);
        /// <summary>Square root. Overwrites the tensor.</summary>
        public Tensor sqrt_() => Sqrt_.CallInPlace(this);
        /// <summary>1 / √x.</summary>
        public Tensor rsqrt() => Rsqrt.Call(this);
        /// <summary>1 / √x. Overwrites the tensor.</summary>
        public Tensor rsqrt_() => Rsqrt_.CallInPlace(this);
        /// <summary>x².</summary>
        public Tensor square() => Square.Call(this);
        /// <summary>1 / x.</summary>
        public Tensor reciprocal() => Reciprocal.Call(this);
        /// <summary>1 / x. Overwrites the tensor.</summary>
        public Tensor reciprocal_() => Reciprocal_.CallInPlace(this);
        /// <summary>this to the power exponent.</summary>
        public Tensor pow(Tensor exponent) => Pow.Call(this, exponent);
        /// <inheritdoc cref="pow(Tensor)"/>
        public Tensor pow(Scalar exponent) => PowScalar.Call(this, exponent);
        /// <summary>this to the power exponent. Overwrites the tensor.</summary>
        public Tensor pow_(Tensor exponent) => Pow_.CallInPlace(this, exponent);
        /// <inheritdoc cref="pow_(Tensor)"/>
        public Tensor pow_(Scalar exponent) => PowScalar_.CallInPlace(this, exponent);
        /// <summary>this to the power <paramref name="target"/>, in double precision.</summary>
        public Tensor float_power(Tensor target) => FloatPower.Call(this, target);
        /// <summary>this to the power <paramref name="target"/>, in double precision. Overwrites the tensor.</summary>
        public Tensor float_power_(Tensor target) => FloatPower_.CallInPlace(this, target);
        /// <summary>log(e^x + e^y), without overflow.</summary>
        public Tensor logaddexp(Tensor other) => Logaddexp.Call(this, other);
        /// <summary>log₂(2^x + 2^y), without overflow.</summary>
        public Tensor logaddexp2(Tensor other) => Logaddexp2.Call(this, other);
        /// <summary>this · 2^<paramref name="other"/>.</summary>
        public Tensor ldexp(Tensor other) => Ldexp.Call(this, other);
        /// <summary>this · 2^<paramref name="other"/>. Overwrites the tensor.</summary>
        public Tensor ldexp_(Tensor other) => Ldexp_.CallInPlace(this, other);

        private static readonly Operator Exp = new("exp"), Exp_ = new("exp_"), Exp2 = new("exp2"), Exp2_ = new("exp2_");
        private static readonly Operator Expm1 = new("expm1"), Expm1_ = new("expm1_"), Log = new("log"), Log_ = new("log_");
        private static readonly Operator Log2 = new("log2"), Log2_ = new("log2_"), Log10 = new("log10"), Log10_ = new("log10_");
        private static readonly Operator Log1p = new("log1p"), Log1p_ = new("log1p_"), Sqrt = new("sqrt"), Sqrt_ = new("sqrt_");
        private static readonly Operator Rsqrt = new("rsqrt"), Rsqrt_ = new("rsqrt_"), Square = new("square");
        private static readonly Operator Reciprocal = new("reciprocal");
        private static readonly Operator Reciprocal_ = new("reciprocal_"), Pow = new("pow.Tensor_Tensor");
        private static readonly Operator PowScalar = new("pow.Tensor_Scalar"), Pow_ = new("pow_.Tensor");
        private static readonly Operator PowScalar_ = new("pow_.Scalar"), FloatPower = new("float_power.Tensor_Tensor");
        private static readonly Operator FloatPower_ = new("float_power_.Tensor"), Logaddexp = new("logaddexp");
        private static readonly Operator Logaddexp2 = new("logaddexp2"), Ldexp = new("ldexp.Tensor");
        private static readonly Operator Ldexp_ = new("ldexp_");
    }

    /// <summary>e^x.</summary>
    public static Tensor exp(Tensor input) => Given(input).exp();
    /// <summary>e^x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor exp_(Tensor input) => Given(input).exp_();
    /// <summary>2^x.</summary>
    public static Tensor exp2(Tensor input) => Given(input).exp2();
    /// <summary>2^x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor exp2_(Tensor input) => Given(input).exp2_();
    /// <summary>e^x − 1, accurate near 0.</summary>
    public static Tensor expm1(Tensor input) => Given(input).expm1();
    /// <summary>e^x − 1, accurate near 0. Overwrites <paramref name="input"/>.</summary>
    public static Tensor expm1_(Tensor input) => Given(input).expm1_();
    /// <summary>Natural logarithm.</summary>
    public static Tensor log(Tensor input) => Given(input).log();
    /// <summary>Natural logarithm. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log_(Tensor input) => Given(input).log_();
    /// <summary>Logarithm to base 2.</summary>
    public static Tensor log2(Tensor input) => Given(input).log2();
    /// <summary>Logarithm to base 2. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log2_(Tensor input) => Given(input).log2_();
    /// <summary>Logarithm to base 10.</summary>
    public static Tensor log10(Tensor input) => Given(input).log10();
    /// <summary>Logarithm to base 10. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log10_(Tensor input) => Given(input).log10_();
    /// <summary>log(1 + x), accurate near 0.</summary>
    public static Tensor log1p(Tensor input) => Given(input).log1p();
    /// <summary>log(1 + x), accurate near 0. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log1p_(Tensor input) => Given(input).log1p_();
    /// <summary>Square root.</summary>
    public static Tensor sqrt(Tensor input) => Given(input).sqrt();
    /// <summary>Square root. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sqrt_(Tensor input) => Given(input).sqrt_();
    /// <summary>1 / √x.</summary>
    public static Tensor rsqrt(Tensor input) => Given(input).rsqrt();
    /// <summary>1 / √x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor rsqrt_(Tensor input) => Given(input).rsqrt_();
    /// <summary>x².</summary>
    public static Tensor square(Tensor input) => Given(input).square();
    /// <summary>1 / x.</summary>
    public static Tensor reciprocal(Tensor input) => Given(input).reciprocal();
    /// <summary>1 / x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor reciprocal_(Tensor input) => Given(input).reciprocal_();
    /// <summary>left to the power exponent.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => Given(left).pow(exponent);
    /// <inheritdoc cref="pow(Tensor, Tensor)"/>
    public static Tensor pow(Tensor left, Scalar exponent) => Given(left).pow(exponent);
    /// <summary>left to the power exponent. Overwrites <paramref name="left"/>.</summary>
    public static Tensor pow_(Tensor left, Tensor exponent) => Given(left).pow_(exponent);
    /// <inheritdoc cref="pow_(Tensor, Tensor)"/>
    public static Tensor pow_(Tensor left, Scalar exponent) => Given(left).pow_(exponent);
    /// <summary>input to the power <paramref name="target"/>, in double precision.</summary>
    public static Tensor float_power(Tensor input, Tensor target) => Given(input).float_power(target);
    /// <summary>input to the power <paramref name="target"/>, in double precision. Overwrites <paramref name="input"/>.</summary>
    public static Tensor float_power_(Tensor input, Tensor target) => Given(input).float_power_(target);
    /// <summary>log(e^x + e^y), without overflow.</summary>
    public static Tensor logaddexp(Tensor left, Tensor right) => Given(left).logaddexp(right);
    /// <summary>log₂(2^x + 2^y), without overflow.</summary>
    public static Tensor logaddexp2(Tensor left, Tensor right) => Given(left).logaddexp2(right);
    /// <summary>input · 2^<paramref name="other"/>.</summary>
    public static Tensor ldexp(Tensor input, Tensor other) => Given(input).ldexp(other);
    /// <summary>input · 2^<paramref name="other"/>. Overwrites <paramref name="input"/>.</summary>
    public static Tensor ldexp_(Tensor input, Tensor other) => Given(input).ldexp_(other);
}
