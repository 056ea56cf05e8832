using TorchSharp.Interop;

namespace TorchSharp;

// Exponentials, logarithms, roots and powers, elementwise.
public static partial class torch
{
    /// <summary>e^x.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>e^x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>2^x.</summary>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <summary>2^x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor exp2_(Tensor input) => input.exp2_();

    /// <summary>e^x − 1, accurate near 0.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>e^x − 1, accurate near 0. Overwrites <paramref name="input"/>.</summary>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <summary>Natural logarithm.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>Natural logarithm. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>Logarithm to base 2.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>Logarithm to base 2. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log2_(Tensor input) => input.log2_();

    /// <summary>Logarithm to base 10.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>Logarithm to base 10. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <summary>log(1 + x), accurate near 0.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>log(1 + x), accurate near 0. Overwrites <paramref name="input"/>.</summary>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <summary>Square root.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>Square root. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>1 / √x.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>1 / √x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <summary>x².</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>x². Overwrites <paramref name="input"/>.</summary>
    public static Tensor square_(Tensor input) => input.square_();

    /// <summary>1 / x.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>1 / x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <summary>input to the power exponent.</summary>
    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

    /// <inheritdoc cref="pow(Tensor, Tensor)"/>
    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    /// <inheritdoc cref="pow(Tensor, Tensor)"/>
    public static Tensor pow(Scalar self, Tensor exponent) => Tensor.PowBase.Call(self, exponent);

    /// <summary>log(e^x + e^y), without overflow.</summary>
    public static Tensor logaddexp(Tensor input, Tensor other) => input.logaddexp(other);

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

        /// <summary>x². Overwrites the tensor.</summary>
        public Tensor square_() => Square_.CallInPlace(this);

        /// <summary>1 / x.</summary>
        public Tensor reciprocal() => Reciprocal.Call(this);

        /// <summary>1 / x. Overwrites the tensor.</summary>
        public Tensor reciprocal_() => Reciprocal_.CallInPlace(this);

        /// <summary>x to the power <paramref name="exponent"/>.</summary>
        public Tensor pow(Tensor exponent) => PowTensor.Call(this, exponent);

        /// <inheritdoc cref="pow(Tensor)"/>
        public Tensor pow(Scalar exponent) => PowScalar.Call(this, exponent);

        /// <inheritdoc cref="pow(Tensor)"/>
        public Tensor pow_(Tensor exponent) => PowTensor_.CallInPlace(this, exponent);

        /// <inheritdoc cref="pow(Tensor)"/>
        public Tensor pow_(Scalar exponent) => PowScalar_.CallInPlace(this, exponent);

        /// <summary>log(e^x + e^y), without overflow.</summary>
        public Tensor logaddexp(Tensor other) => Logaddexp.Call(this, other);

        internal static readonly Operator PowBase = new("pow.Scalar");
        private static readonly Operator PowTensor = new("pow.Tensor_Tensor");
        private static readonly Operator PowScalar = new("pow.Tensor_Scalar");
        private static readonly Operator PowTensor_ = new("pow_.Tensor");
        private static readonly Operator PowScalar_ = new("pow_.Scalar");
        private static readonly Operator Logaddexp = new("logaddexp");
        private static readonly Operator Exp = new("exp");
        private static readonly Operator Exp_ = new("exp_");
        private static readonly Operator Exp2 = new("exp2");
        private static readonly Operator Exp2_ = new("exp2_");
        private static readonly Operator Expm1 = new("expm1");
        private static readonly Operator Expm1_ = new("expm1_");
        private static readonly Operator Log = new("log");
        private static readonly Operator Log_ = new("log_");
        private static readonly Operator Log2 = new("log2");
        private static readonly Operator Log2_ = new("log2_");
        private static readonly Operator Log10 = new("log10");
        private static readonly Operator Log10_ = new("log10_");
        private static readonly Operator Log1p = new("log1p");
        private static readonly Operator Log1p_ = new("log1p_");
        private static readonly Operator Sqrt = new("sqrt");
        private static readonly Operator Sqrt_ = new("sqrt_");
        private static readonly Operator Rsqrt = new("rsqrt");
        private static readonly Operator Rsqrt_ = new("rsqrt_");
        private static readonly Operator Square = new("square");
        private static readonly Operator Square_ = new("square_");
        private static readonly Operator Reciprocal = new("reciprocal");
        private static readonly Operator Reciprocal_ = new("reciprocal_");
    }
}
