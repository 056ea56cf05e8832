using TorchSharp.Interop;

namespace TorchSharp;

// Absolute values, signs, rounding and parts of numbers, elementwise.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Absolute value.</summary>
        public Tensor abs() => Abs.Call(this);
        /// <summary>Absolute value. Overwrites the tensor.</summary>
        public Tensor abs_() => Abs_.CallInPlace(this);
        /// <inheritdoc cref="abs()"/>
        public Tensor absolute() => abs();
        /// <inheritdoc cref="abs_()"/>
        public Tensor absolute_() => abs_();
        /// <summary>−x.</summary>
        public Tensor neg() => Neg.Call(this);
        /// <summary>−x. Overwrites the tensor.</summary>
        public Tensor neg_() => Neg_.CallInPlace(this);
        /// <inheritdoc cref="neg()"/>
        public Tensor negative() => neg();
        /// <summary>−1, 0 or 1.</summary>
        public Tensor sign() => Sign.Call(this);
        /// <summary>−1, 0 or 1. Overwrites the tensor.</summary>
        public Tensor sign_() => Sign_.CallInPlace(this);
        /// <summary>−1, 0 or 1; of complex numbers, x / |x|.</summary>
        public Tensor sgn() => Sgn.Call(this);
        /// <summary>−1, 0 or 1; of complex numbers, x / |x|. Overwrites the tensor.</summary>
        public Tensor sgn_() => Sgn_.CallInPlace(this);
        /// <summary>The largest integer not above x.</summary>
        public Tensor floor() => Floor.Call(this);
        /// <summary>The largest integer not above x. Overwrites the tensor.</summary>
        public Tensor floor_() => Floor_.CallInPlace(this);
        /// <summary>The smallest integer not below x.</summary>
        public Tensor ceil() => Ceil.Call(this);
        /// <summary>The smallest integer not below x. Overwrites the tensor.</summary>
        public Tensor ceil_() => Ceil_.CallInPlace(this);
        /// <summary>x without its fraction.</summary>
        public Tensor trunc() => Trunc.Call(this);
        /// <summary>x without its fraction. Overwrites the tensor.</summary>
        public Tensor trunc_() => Trunc_.CallInPlace(this);
        /// <inheritdoc cref="trunc()"/>
        public Tensor fix() => trunc();
        /// <inheritdoc cref="trunc_()"/>
        public Tensor fix_() => trunc_();
        /// <summary>The fraction of x.</summary>
        public Tensor frac() => Frac.Call(this);
        /// <summary>The fraction of x. Overwrites the tensor.</summary>
        public Tensor frac_() => Frac_.CallInPlace(this);
        /// <summary>Whether the sign bit is set.</summary>
        public Tensor signbit() => Signbit.Call(this);
        /// <summary>x; an error for truth values.</summary>
        public Tensor positive() => Positive.Call(this);
        /// <summary>x rounded to <paramref name="decimals"/> digits; halves go to the even neighbour.</summary>
        public Tensor round(long decimals = 0L) => decimals == 0 ? Round.Call(this) : RoundDecimals.Call(this, decimals);
        /// <summary>x rounded in place; halves go to the even neighbour.</summary>
        public Tensor round_(long decimals = 0L) => decimals == 0 ? Round_.CallInPlace(this) : RoundDecimals_.CallInPlace(this, decimals);
        /// <summary>NaN and infinities replaced; infinities become the largest numbers of the type where no value is given.</summary>
        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) => NanToNum.Call(this, nan, posinf, neginf);
        /// <inheritdoc cref="nan_to_num(double, double?, double?)"/>
        public Tensor nan_to_num_(double nan = 0d, double? posinf = null, double? neginf = null) => NanToNum_.CallInPlace(this, nan, posinf, neginf);
        /// <summary>x = mantissa · 2^exponent with |mantissa| in [0.5, 1).</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp() => Frexp.Call2(this);
        /// <summary>|this| with the sign of <paramref name="other"/>.</summary>
        public Tensor copysign(Tensor other) => Copysign.Call(this, other);
        /// <summary>|this| with the sign of <paramref name="other"/>. Overwrites the tensor.</summary>
        public Tensor copysign_(Tensor other) => Copysign_.CallInPlace(this, other);
        /// <summary>The next number after this towards <paramref name="other"/>.</summary>
        public Tensor nextafter(Tensor other) => Nextafter.Call(this, other);
        /// <summary>The next number after this towards <paramref name="other"/>. Overwrites the tensor.</summary>
        public Tensor nextafter_(Tensor other) => Nextafter_.CallInPlace(this, other);

        private static readonly Operator Abs = new("abs"), Abs_ = new("abs_"), Neg = new("neg"), Neg_ = new("neg_");
        private static readonly Operator Sign = new("sign"), Sign_ = new("sign_"), Sgn = new("sgn"), Sgn_ = new("sgn_");
        private static readonly Operator Floor = new("floor"), Floor_ = new("floor_"), Ceil = new("ceil"), Ceil_ = new("ceil_");
        private static readonly Operator Trunc = new("trunc"), Trunc_ = new("trunc_"), Frac = new("frac"), Frac_ = new("frac_");
        private static readonly Operator Signbit = new("signbit"), Positive = new("positive"), Round = new("round");
        private static readonly Operator RoundDecimals = new("round.decimals"), Round_ = new("round_");
        private static readonly Operator RoundDecimals_ = new("round_.decimals"), NanToNum = new("nan_to_num");
        private static readonly Operator NanToNum_ = new("nan_to_num_"), Frexp = new("frexp.Tensor");
        private static readonly Operator Copysign = new("copysign.Tensor"), Copysign_ = new("copysign_.Tensor");
        private static readonly Operator Nextafter = new("nextafter"), Nextafter_ = new("nextafter_");
    }

    /// <summary>Absolute value.</summary>
    public static Tensor abs(Tensor input) => Given(input).abs();
    /// <summary>Absolute value. Overwrites <paramref name="input"/>.</summary>
    public static Tensor abs_(Tensor input) => Given(input).abs_();
    /// <inheritdoc cref="abs(Tensor)"/>
    public static Tensor absolute(Tensor input) => Given(input).abs();
    /// <inheritdoc cref="abs_(Tensor)"/>
    public static Tensor absolute_(Tensor input) => Given(input).abs_();
    /// <summary>−x.</summary>
    public static Tensor neg(Tensor input) => Given(input).neg();
    /// <summary>−x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor neg_(Tensor input) => Given(input).neg_();
    /// <inheritdoc cref="neg(Tensor)"/>
    public static Tensor negative(Tensor input) => Given(input).neg();
    /// <inheritdoc cref="neg_(Tensor)"/>
    public static Tensor negative_(Tensor input) => Given(input).neg_();
    /// <summary>−1, 0 or 1.</summary>
    public static Tensor sign(Tensor input) => Given(input).sign();
    /// <summary>−1, 0 or 1. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sign_(Tensor input) => Given(input).sign_();
    /// <summary>−1, 0 or 1; of complex numbers, x / |x|.</summary>
    public static Tensor sgn(Tensor input) => Given(input).sgn();
    /// <summary>−1, 0 or 1; of complex numbers, x / |x|. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sgn_(Tensor input) => Given(input).sgn_();
    /// <summary>The largest integer not above x.</summary>
    public static Tensor floor(Tensor input) => Given(input).floor();
    /// <summary>The largest integer not above x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor floor_(Tensor input) => Given(input).floor_();
    /// <summary>The smallest integer not below x.</summary>
    public static Tensor ceil(Tensor input) => Given(input).ceil();
    /// <summary>The smallest integer not below x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor ceil_(Tensor input) => Given(input).ceil_();
    /// <summary>x without its fraction.</summary>
    public static Tensor trunc(Tensor input) => Given(input).trunc();
    /// <summary>x without its fraction. Overwrites <paramref name="input"/>.</summary>
    public static Tensor trunc_(Tensor input) => Given(input).trunc_();
    /// <inheritdoc cref="trunc(Tensor)"/>
    public static Tensor fix(Tensor input) => Given(input).trunc();
    /// <inheritdoc cref="trunc_(Tensor)"/>
    public static Tensor fix_(Tensor input) => Given(input).trunc_();
    /// <summary>The fraction of x.</summary>
    public static Tensor frac(Tensor input) => Given(input).frac();
    /// <summary>The fraction of x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor frac_(Tensor input) => Given(input).frac_();
    /// <summary>Whether the sign bit is set.</summary>
    public static Tensor signbit(Tensor input) => Given(input).signbit();
    /// <summary>x; an error for truth values.</summary>
    public static Tensor positive(Tensor input) => Given(input).positive();
    /// <summary>x rounded to <paramref name="decimals"/> digits; halves go to the even neighbour.</summary>
    public static Tensor round(Tensor input, long decimals = 0L) => Given(input).round(decimals);
    /// <summary>x rounded to <paramref name="decimals"/> digits; halves go to the even neighbour. Overwrites <paramref name="input"/>.</summary>
    public static Tensor round_(Tensor input, long decimals = 0L) => Given(input).round_(decimals);
    /// <summary>NaN and infinities replaced; infinities become the largest numbers of the type where no value is given.</summary>
    public static Tensor nan_to_num(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) => Given(input).nan_to_num(nan, posinf, neginf);
    /// <inheritdoc cref="nan_to_num(Tensor, double, double?, double?)"/>
    public static Tensor nan_to_num_(Tensor input, double nan = 0d, double? posinf = null, double? neginf = null) => Given(input).nan_to_num_(nan, posinf, neginf);
    /// <summary>x = mantissa · 2^exponent with |mantissa| in [0.5, 1).</summary>
    public static (Tensor Mantissa, Tensor Exponent) frexp(Tensor input) => Given(input).frexp();
    /// <summary>|input| with the sign of <paramref name="other"/>.</summary>
    public static Tensor copysign(Tensor input, Tensor other) => Given(input).copysign(other);
    /// <summary>|input| with the sign of <paramref name="other"/>. Overwrites <paramref name="input"/>.</summary>
    public static Tensor copysign_(Tensor input, Tensor other) => Given(input).copysign_(other);
    /// <summary>The next number after input towards <paramref name="other"/>.</summary>
    public static Tensor nextafter(Tensor input, Tensor other) => Given(input).nextafter(other);
    /// <summary>The next number after input towards <paramref name="other"/>. Overwrites <paramref name="input"/>.</summary>
    public static Tensor nextafter_(Tensor input, Tensor other) => Given(input).nextafter_(other);
}
