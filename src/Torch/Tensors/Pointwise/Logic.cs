using TorchSharp.Interop;

namespace TorchSharp;

// Logic, elementwise, and limits.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Logical and of truth values (not zero means true).</summary>
        public Tensor logical_and(Tensor other) => LogicalAnd.Call(this, other);
        /// <summary>Bitwise and; of truth values, logical and.</summary>
        public Tensor bitwise_and(Tensor other) => BitwiseAnd.Call(this, other);
        /// <summary>Logical or of truth values (not zero means true).</summary>
        public Tensor logical_or(Tensor other) => LogicalOr.Call(this, other);
        /// <summary>Bitwise or; of truth values, logical or.</summary>
        public Tensor bitwise_or(Tensor other) => BitwiseOr.Call(this, other);
        /// <summary>Logical xor of truth values (not zero means true).</summary>
        public Tensor logical_xor(Tensor other) => LogicalXor.Call(this, other);
        /// <summary>Bitwise xor; of truth values, logical xor.</summary>
        public Tensor bitwise_xor(Tensor other) => BitwiseXor.Call(this, other);
        /// <summary>Logical negation.</summary>
        public Tensor logical_not() => LogicalNot.Call(this);
        /// <summary>Bitwise negation; of truth values, logical negation.</summary>
        public Tensor bitwise_not() => BitwiseNot.Call(this);
        /// <summary>Values below min become min, above max become max; null sets no limit.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Clamp.Call(this, min, max);
        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clamp(Tensor? min, Tensor? max = null) => ClampTensor.Call(this, min, max);
        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
        /// <summary>Limits values in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Clamp_.CallInPlace(this, min, max);
        /// <summary>Values above max become max.</summary>
        public Tensor clamp_max(Scalar max) => ClampMax.Call(this, max);
        /// <summary>Values above max become max, in place.</summary>
        public Tensor clamp_max_(Scalar max) => ClampMax_.CallInPlace(this, max);
        /// <summary>Values below min become min.</summary>
        public Tensor clamp_min(Scalar min) => ClampMin.Call(this, min);
        /// <summary>Values below min become min, in place.</summary>
        public Tensor clamp_min_(Scalar min) => ClampMin_.CallInPlace(this, min);
        /// <summary>0 below zero, 1 above, <paramref name="values"/> at zero.</summary>
        public Tensor heaviside(Tensor values) => Heaviside.Call(this, values);

        private static readonly Operator LogicalAnd = new("logical_and"), BitwiseAnd = new("bitwise_and.Tensor");
        private static readonly Operator LogicalOr = new("logical_or"), BitwiseOr = new("bitwise_or.Tensor");
        private static readonly Operator LogicalXor = new("logical_xor"), BitwiseXor = new("bitwise_xor.Tensor");
        private static readonly Operator LogicalNot = new("logical_not"), BitwiseNot = new("bitwise_not");
        private static readonly Operator Clamp = new("clamp"), ClampTensor = new("clamp.Tensor"), Clamp_ = new("clamp_");
        private static readonly Operator ClampMax = new("clamp_max"), ClampMin = new("clamp_min");
        private static readonly Operator ClampMax_ = new("clamp_max_"), ClampMin_ = new("clamp_min_");
        private static readonly Operator Heaviside = new("heaviside");
    }

    /// <summary>Logical and of truth values (not zero means true).</summary>
    public static Tensor logical_and(Tensor input, Tensor other) => input.logical_and(other);
    /// <summary>Bitwise and; of truth values, logical and.</summary>
    public static Tensor bitwise_and(Tensor input, Tensor other) => input.bitwise_and(other);
    /// <summary>Logical or of truth values (not zero means true).</summary>
    public static Tensor logical_or(Tensor input, Tensor other) => input.logical_or(other);
    /// <summary>Bitwise or; of truth values, logical or.</summary>
    public static Tensor bitwise_or(Tensor input, Tensor other) => input.bitwise_or(other);
    /// <summary>Logical xor of truth values (not zero means true).</summary>
    public static Tensor logical_xor(Tensor input, Tensor other) => input.logical_xor(other);
    /// <summary>Bitwise xor; of truth values, logical xor.</summary>
    public static Tensor bitwise_xor(Tensor input, Tensor other) => input.bitwise_xor(other);
    /// <summary>Logical negation.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();
    /// <summary>Bitwise negation; of truth values, logical negation.</summary>
    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();
    /// <summary>Values below min become min, above max become max; null sets no limit.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);
    /// <inheritdoc cref="clamp(Tensor, Scalar, Scalar)"/>
    public static Tensor clamp(Tensor input, Tensor? min, Tensor? max = null) => input.clamp(min, max);
    /// <inheritdoc cref="clamp(Tensor, Scalar, Scalar)"/>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);
    /// <summary>Values above max become max.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);
    /// <summary>Values below min become min.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);
    /// <summary>0 below zero, 1 above, <paramref name="values"/> at zero.</summary>
    public static Tensor heaviside(Tensor input, Tensor values) => input.heaviside(values);
}
