using TorchSharp.Interop;

namespace TorchSharp;

// Logic of truth values and of bits, elementwise; for logic, what is not 0 is true.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether both are true.</summary>
        public Tensor logical_and(Tensor other) => LogicalAnd.Call(this, other);
        /// <summary>Whether both are true. Overwrites the tensor.</summary>
        public Tensor logical_and_(Tensor other) => LogicalAnd_.CallInPlace(this, other);
        /// <summary>Whether either is true.</summary>
        public Tensor logical_or(Tensor other) => LogicalOr.Call(this, other);
        /// <summary>Whether either is true. Overwrites the tensor.</summary>
        public Tensor logical_or_(Tensor other) => LogicalOr_.CallInPlace(this, other);
        /// <summary>Whether exactly one is true.</summary>
        public Tensor logical_xor(Tensor other) => LogicalXor.Call(this, other);
        /// <summary>Whether exactly one is true. Overwrites the tensor.</summary>
        public Tensor logical_xor_(Tensor other) => LogicalXor_.CallInPlace(this, other);
        /// <summary>Whether it is false.</summary>
        public Tensor logical_not() => LogicalNot.Call(this);
        /// <summary>Whether it is false. Overwrites the tensor.</summary>
        public Tensor logical_not_() => LogicalNot_.CallInPlace(this);
        /// <summary>Bitwise and; of truth values, logical and.</summary>
        public Tensor bitwise_and(Tensor other) => BitwiseAnd.Call(this, other);
        /// <summary>Bitwise and; of truth values, logical and. Overwrites the tensor.</summary>
        public Tensor bitwise_and_(Tensor other) => BitwiseAnd_.CallInPlace(this, other);
        /// <summary>Bitwise or; of truth values, logical or.</summary>
        public Tensor bitwise_or(Tensor other) => BitwiseOr.Call(this, other);
        /// <summary>Bitwise or; of truth values, logical or. Overwrites the tensor.</summary>
        public Tensor bitwise_or_(Tensor other) => BitwiseOr_.CallInPlace(this, other);
        /// <summary>Bitwise xor; of truth values, logical xor.</summary>
        public Tensor bitwise_xor(Tensor other) => BitwiseXor.Call(this, other);
        /// <summary>Bitwise xor; of truth values, logical xor. Overwrites the tensor.</summary>
        public Tensor bitwise_xor_(Tensor other) => BitwiseXor_.CallInPlace(this, other);
        /// <summary>Bitwise negation; of truth values, logical negation.</summary>
        public Tensor bitwise_not() => BitwiseNot.Call(this);
        /// <summary>Bitwise negation; of truth values, logical negation. Overwrites the tensor.</summary>
        public Tensor bitwise_not_() => BitwiseNot_.CallInPlace(this);
        /// <summary>this · 2^other, of integers.</summary>
        public Tensor bitwise_left_shift(Tensor other) => BitwiseLeftShift.Call(this, other);
        /// <summary>this · 2^other, of integers. Overwrites the tensor.</summary>
        public Tensor bitwise_left_shift_(Tensor other) => BitwiseLeftShift_.CallInPlace(this, other);
        /// <summary>this / 2^other, of integers.</summary>
        public Tensor bitwise_right_shift(Tensor other) => BitwiseRightShift.Call(this, other);
        /// <summary>this / 2^other, of integers. Overwrites the tensor.</summary>
        public Tensor bitwise_right_shift_(Tensor other) => BitwiseRightShift_.CallInPlace(this, other);

        private static readonly Operator LogicalAnd = new("logical_and"), LogicalAnd_ = new("logical_and_");
        private static readonly Operator LogicalOr = new("logical_or"), LogicalOr_ = new("logical_or_");
        private static readonly Operator LogicalXor = new("logical_xor"), LogicalXor_ = new("logical_xor_");
        private static readonly Operator LogicalNot = new("logical_not"), LogicalNot_ = new("logical_not_");
        private static readonly Operator BitwiseAnd = new("bitwise_and.Tensor"), BitwiseAnd_ = new("bitwise_and_.Tensor");
        private static readonly Operator BitwiseOr = new("bitwise_or.Tensor"), BitwiseOr_ = new("bitwise_or_.Tensor");
        private static readonly Operator BitwiseXor = new("bitwise_xor.Tensor"), BitwiseXor_ = new("bitwise_xor_.Tensor");
        private static readonly Operator BitwiseNot = new("bitwise_not"), BitwiseNot_ = new("bitwise_not_");
        private static readonly Operator BitwiseLeftShift = new("bitwise_left_shift.Tensor");
        private static readonly Operator BitwiseLeftShift_ = new("bitwise_left_shift_.Tensor");
        private static readonly Operator BitwiseRightShift = new("bitwise_right_shift.Tensor");
        private static readonly Operator BitwiseRightShift_ = new("bitwise_right_shift_.Tensor");
    }

    /// <summary>Whether both are true.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => Given(left).logical_and(right);
    /// <summary>Whether both are true. Overwrites <paramref name="left"/>.</summary>
    public static Tensor logical_and_(Tensor left, Tensor right) => Given(left).logical_and_(right);
    /// <summary>Whether either is true.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => Given(left).logical_or(right);
    /// <summary>Whether either is true. Overwrites <paramref name="left"/>.</summary>
    public static Tensor logical_or_(Tensor left, Tensor right) => Given(left).logical_or_(right);
    /// <summary>Whether exactly one is true.</summary>
    public static Tensor logical_xor(Tensor left, Tensor right) => Given(left).logical_xor(right);
    /// <summary>Whether exactly one is true. Overwrites <paramref name="left"/>.</summary>
    public static Tensor logical_xor_(Tensor left, Tensor right) => Given(left).logical_xor_(right);
    /// <summary>Whether it is false.</summary>
    public static Tensor logical_not(Tensor input) => Given(input).logical_not();
    /// <summary>Bitwise and; of truth values, logical and.</summary>
    public static Tensor bitwise_and(Tensor left, Tensor right) => Given(left).bitwise_and(right);
    /// <summary>Bitwise and; of truth values, logical and. Overwrites <paramref name="left"/>.</summary>
    public static Tensor bitwise_and_(Tensor left, Tensor right) => Given(left).bitwise_and_(right);
    /// <summary>Bitwise or; of truth values, logical or.</summary>
    public static Tensor bitwise_or(Tensor left, Tensor right) => Given(left).bitwise_or(right);
    /// <summary>Bitwise or; of truth values, logical or. Overwrites <paramref name="left"/>.</summary>
    public static Tensor bitwise_or_(Tensor left, Tensor right) => Given(left).bitwise_or_(right);
    /// <summary>Bitwise xor; of truth values, logical xor.</summary>
    public static Tensor bitwise_xor(Tensor left, Tensor right) => Given(left).bitwise_xor(right);
    /// <summary>Bitwise xor; of truth values, logical xor. Overwrites <paramref name="left"/>.</summary>
    public static Tensor bitwise_xor_(Tensor left, Tensor right) => Given(left).bitwise_xor_(right);
    /// <summary>Bitwise negation; of truth values, logical negation.</summary>
    public static Tensor bitwise_not(Tensor input) => Given(input).bitwise_not();
    /// <summary>Bitwise negation; of truth values, logical negation. Overwrites <paramref name="input"/>.</summary>
    public static Tensor bitwise_not_(Tensor input) => Given(input).bitwise_not_();
    /// <summary>left · 2^other, of integers.</summary>
    public static Tensor bitwise_left_shift(Tensor left, Tensor right) => Given(left).bitwise_left_shift(right);
    /// <summary>left · 2^other, of integers. Overwrites <paramref name="left"/>.</summary>
    public static Tensor bitwise_left_shift_(Tensor left, Tensor right) => Given(left).bitwise_left_shift_(right);
    /// <summary>left / 2^other, of integers.</summary>
    public static Tensor bitwise_right_shift(Tensor left, Tensor right) => Given(left).bitwise_right_shift(right);
    /// <summary>left / 2^other, of integers. Overwrites <paramref name="left"/>.</summary>
    public static Tensor bitwise_right_shift_(Tensor left, Tensor right) => Given(left).bitwise_right_shift_(right);
}
