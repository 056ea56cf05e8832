using TorchSharp.Interop;

namespace TorchSharp;

// Values limited, and the greater or lesser of two, elementwise.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Values below min become min, above max become max; null sets no limit.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Clamp.Call(this, min, max);
        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => ClampTensor.Call(this, min, max);
        /// <summary>Values above max become max.</summary>
        public Tensor clamp_max(Scalar max) => ClampMax.Call(this, max);
        /// <summary>Values below min become min.</summary>
        public Tensor clamp_min(Scalar min) => ClampMin.Call(this, min);
        /// <summary>Values below min become min, above max become max; null sets no limit. Overwrites the tensor.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Clamp_.CallInPlace(this, min, max);
        /// <inheritdoc cref="clamp_(Scalar, Scalar)"/>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => ClampTensor_.CallInPlace(this, min, max);
        /// <summary>Values above max become max. Overwrites the tensor.</summary>
        public Tensor clamp_max_(Scalar max) => ClampMax_.CallInPlace(this, max);
        /// <summary>Values below min become min. Overwrites the tensor.</summary>
        public Tensor clamp_min_(Scalar min) => ClampMin_.CallInPlace(this, min);
        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
        /// <summary>The greater of both; NaN wins.</summary>
        public Tensor maximum(Tensor other) => Maximum.Call(this, other);
        /// <summary>The lesser of both; NaN wins.</summary>
        public Tensor minimum(Tensor other) => Minimum.Call(this, other);
        /// <summary>The greater of both; NaN loses.</summary>
        public Tensor fmax(Tensor other) => Fmax.Call(this, other);
        /// <summary>The lesser of both; NaN loses.</summary>
        public Tensor fmin(Tensor other) => Fmin.Call(this, other);
        /// <summary>0 below zero, 1 above, <paramref name="other"/> at zero.</summary>
        public Tensor heaviside(Tensor other) => Heaviside.Call(this, other);
        /// <summary>0 below zero, 1 above, <paramref name="other"/> at zero. Overwrites the tensor.</summary>
        public Tensor heaviside_(Tensor other) => Heaviside_.CallInPlace(this, other);

        private static readonly Operator ClampMax = new("clamp_max"), ClampMin = new("clamp_min"), Clamp = new("clamp");
        private static readonly Operator ClampTensor = new("clamp.Tensor"), ClampMax_ = new("clamp_max_");
        private static readonly Operator ClampMin_ = new("clamp_min_"), Clamp_ = new("clamp_");
        private static readonly Operator ClampTensor_ = new("clamp_.Tensor"), Maximum = new("maximum"), Minimum = new("minimum");
        private static readonly Operator Fmax = new("fmax"), Fmin = new("fmin"), Heaviside = new("heaviside");
        private static readonly Operator Heaviside_ = new("heaviside_");
    }

    /// <summary>Values below min become min, above max become max; null sets no limit.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clamp(min, max);
    /// <inheritdoc cref="clamp(Tensor, Scalar, Scalar)"/>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => Given(input).clamp(min, max);
    /// <summary>Values above max become max.</summary>
    public static Tensor clamp_max(Tensor input, Scalar max) => Given(input).clamp_max(max);
    /// <summary>Values below min become min.</summary>
    public static Tensor clamp_min(Tensor input, Scalar min) => Given(input).clamp_min(min);
    /// <summary>Values below min become min, above max become max; null sets no limit. Overwrites <paramref name="input"/>.</summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clamp_(min, max);
    /// <inheritdoc cref="clamp_(Tensor, Scalar, Scalar)"/>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => Given(input).clamp_(min, max);
    /// <summary>Values above max become max. Overwrites <paramref name="input"/>.</summary>
    public static Tensor clamp_max_(Tensor input, Scalar max) => Given(input).clamp_max_(max);
    /// <summary>Values below min become min. Overwrites <paramref name="input"/>.</summary>
    public static Tensor clamp_min_(Tensor input, Scalar min) => Given(input).clamp_min_(min);
    /// <inheritdoc cref="clamp(Tensor, Scalar, Scalar)"/>
    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clamp(min, max);
    /// <summary>The greater of both; NaN wins.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => Given(input).maximum(other);
    /// <summary>The lesser of both; NaN wins.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => Given(input).minimum(other);
    /// <summary>The greater of both; NaN loses.</summary>
    public static Tensor fmax(Tensor input, Tensor other) => Given(input).fmax(other);
    /// <summary>The lesser of both; NaN loses.</summary>
    public static Tensor fmin(Tensor input, Tensor other) => Given(input).fmin(other);
    /// <summary>0 below zero, 1 above, <paramref name="values"/> at zero.</summary>
    public static Tensor heaviside(Tensor input, Tensor values) => Given(input).heaviside(values);
    /// <summary>0 below zero, 1 above, <paramref name="values"/> at zero. Overwrites <paramref name="input"/>.</summary>
    public static Tensor heaviside_(Tensor input, Tensor values) => Given(input).heaviside_(values);
}
