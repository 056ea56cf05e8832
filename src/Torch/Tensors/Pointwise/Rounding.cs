using TorchSharp.Interop;

namespace TorchSharp;

// Absolute values, signs and rounding, elementwise.
public static partial class torch
{
    /// <summary>Absolute value.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>Absolute value. Overwrites <paramref name="input"/>.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>−x.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>−x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>−x.</summary>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>−x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor negative_(Tensor input) => input.negative_();

    /// <summary>−1, 0 or 1.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>−1, 0 or 1. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <summary>The largest integer not above x.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>The largest integer not above x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <summary>The smallest integer not below x.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>The smallest integer not below x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <summary>x without its fraction.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <summary>x without its fraction. Overwrites <paramref name="input"/>.</summary>
    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <summary>The fraction of x.</summary>
    public static Tensor frac(Tensor input) => input.frac();

    /// <summary>The fraction of x. Overwrites <paramref name="input"/>.</summary>
    public static Tensor frac_(Tensor input) => input.frac_();

    /// <summary>NaN becomes 0, infinities the largest numbers.</summary>
    public static Tensor nan_to_num(Tensor input) => input.nan_to_num();

    /// <summary>NaN becomes 0, infinities the largest numbers. Overwrites <paramref name="input"/>.</summary>
    public static Tensor nan_to_num_(Tensor input) => input.nan_to_num_();

    /// <summary>x rounded to <paramref name="decimals"/> digits; halves go to the even neighbour.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    public partial class Tensor
    {
        /// <summary>Absolute value.</summary>
        public Tensor abs() => Abs.Call(this);

        /// <summary>Absolute value. Overwrites the tensor.</summary>
        public Tensor abs_() => Abs_.CallInPlace(this);

        /// <summary>−x.</summary>
        public Tensor neg() => Neg.Call(this);

        /// <summary>−x. Overwrites the tensor.</summary>
        public Tensor neg_() => Neg_.CallInPlace(this);

        /// <summary>−x.</summary>
        public Tensor negative() => Negative.Call(this);

        /// <summary>−x. Overwrites the tensor.</summary>
        public Tensor negative_() => Negative_.CallInPlace(this);

        /// <summary>−1, 0 or 1.</summary>
        public Tensor sign() => Sign.Call(this);

        /// <summary>−1, 0 or 1. Overwrites the tensor.</summary>
        public Tensor sign_() => Sign_.CallInPlace(this);

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

        /// <summary>The fraction of x.</summary>
        public Tensor frac() => Frac.Call(this);

        /// <summary>The fraction of x. Overwrites the tensor.</summary>
        public Tensor frac_() => Frac_.CallInPlace(this);

        /// <summary>NaN becomes 0, infinities the largest numbers.</summary>
        public Tensor nan_to_num() => NanToNum.Call(this);

        /// <summary>NaN becomes 0, infinities the largest numbers. Overwrites the tensor.</summary>
        public Tensor nan_to_num_() => NanToNum_.CallInPlace(this);

        /// <summary>x rounded to <paramref name="decimals"/> digits; halves go to the even neighbour.</summary>
        public Tensor round(long decimals = 0) => decimals == 0 ? Round.Call(this) : RoundDecimals.Call(this, decimals);

        /// <summary>x rounded in place; halves go to the even neighbour.</summary>
        public Tensor round_(long decimals = 0) => decimals == 0 ? Round_.CallInPlace(this) : RoundDecimals_.CallInPlace(this, decimals);

        private static readonly Operator Round = new("round");
        private static readonly Operator RoundDecimals = new("round.decimals");
        private static readonly Operator Round_ = new("round_");
        private static readonly Operator RoundDecimals_ = new("round_.decimals");
        private static readonly Operator Abs = new("abs");
        private static readonly Operator Abs_ = new("abs_");
        private static readonly Operator Neg = new("neg");
        private static readonly Operator Neg_ = new("neg_");
        private static readonly Operator Negative = new("negative");
        private static readonly Operator Negative_ = new("negative_");
        private static readonly Operator Sign = new("sign");
        private static readonly Operator Sign_ = new("sign_");
        private static readonly Operator Floor = new("floor");
        private static readonly Operator Floor_ = new("floor_");
        private static readonly Operator Ceil = new("ceil");
        private static readonly Operator Ceil_ = new("ceil_");
        private static readonly Operator Trunc = new("trunc");
        private static readonly Operator Trunc_ = new("trunc_");
        private static readonly Operator Frac = new("frac");
        private static readonly Operator Frac_ = new("frac_");
        private static readonly Operator NanToNum = new("nan_to_num");
        private static readonly Operator NanToNum_ = new("nan_to_num_");
    }
}
