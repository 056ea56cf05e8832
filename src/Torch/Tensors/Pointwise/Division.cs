using TorchSharp.Interop;

namespace TorchSharp;

// Quotients and remainders, elementwise; shapes broadcast and types promote as in PyTorch.
public static partial class torch
{
    /// <summary>How <c>div</c> makes a quotient an integer.</summary>
    public enum RoundingMode
    {
        /// <summary>It does not.</summary>
        None,
        /// <summary>Towards zero.</summary>
        trunc,
        /// <summary>Downwards.</summary>
        floor,
    }

    public partial class Tensor
    {
        /// <summary>this / target, rounded to an integer when a mode is given.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
    rounding_mode == RoundingMode.None ? Div.Call(this, target) : DivMode.Call(this, target, Named(rounding_mode));
        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
    rounding_mode == RoundingMode.None ? DivScalar.Call(this, target) : DivScalarMode.Call(this, target, Named(rounding_mode));
        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        /// <summary>this / target, rounded to an integer when a mode is given. Overwrites the tensor.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
    rounding_mode == RoundingMode.None ? Div_.CallInPlace(this, target) : DivMode_.CallInPlace(this, target, Named(rounding_mode));
        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
    rounding_mode == RoundingMode.None ? DivScalar_.CallInPlace(this, target) : DivScalarMode_.CallInPlace(this, target, Named(rounding_mode));
        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        /// <summary>this / other.</summary>
        public Tensor true_divide(Tensor other) => div(other);
        /// <summary>this / other.</summary>
        public Tensor true_divide(Scalar other) => div(other);
        /// <summary>this / other, rounded down.</summary>
        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);
        /// <summary>this / other, rounded down.</summary>
        public Tensor floor_divide(Scalar other) => div(other, RoundingMode.floor);
        /// <summary>this / other. Overwrites the tensor.</summary>
        public Tensor true_divide_(Tensor other) => div_(other);
        /// <summary>this / other. Overwrites the tensor.</summary>
        public Tensor true_divide_(Scalar other) => div_(other);
        /// <summary>this / other, rounded down. Overwrites the tensor.</summary>
        public Tensor floor_divide_(Tensor other) => div_(other, RoundingMode.floor);
        /// <summary>this / other, rounded down. Overwrites the tensor.</summary>
        public Tensor floor_divide_(Scalar other) => div_(other, RoundingMode.floor);
        private static string Named(RoundingMode mode) => mode is RoundingMode.trunc or RoundingMode.floor
    ? mode.ToString()
    : throw new ArgumentOutOfRangeException(nameof(mode), mode, $"A quotient is rounded by None, trunc or floor, not by {mode}.");
        /// <summary>The remainder of division, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Remainder.Call(this, target);
        /// <inheritdoc cref="remainder(Tensor)"/>
        public Tensor remainder(Scalar scalar) => RemainderScalar.Call(this, scalar);
        /// <summary>The remainder of division, with the sign of the divisor. Overwrites the tensor.</summary>
        public Tensor remainder_(Tensor target) => Remainder_.CallInPlace(this, target);
        /// <inheritdoc cref="remainder_(Tensor)"/>
        public Tensor remainder_(Scalar scalar) => RemainderScalar_.CallInPlace(this, scalar);
        /// <summary>The remainder of division, with the sign of the dividend.</summary>
        public Tensor fmod(Tensor target) => Fmod.Call(this, target);
        /// <inheritdoc cref="fmod(Tensor)"/>
        public Tensor fmod(Scalar scalar) => FmodScalar.Call(this, scalar);
        /// <summary>The remainder of division, with the sign of the dividend. Overwrites the tensor.</summary>
        public Tensor fmod_(Tensor target) => Fmod_.CallInPlace(this, target);
        /// <inheritdoc cref="fmod_(Tensor)"/>
        public Tensor fmod_(Scalar scalar) => FmodScalar_.CallInPlace(this, scalar);
        /// <summary>The greatest common divisor of integers.</summary>
        public Tensor gcd(Tensor other) => Gcd.Call(this, other);
        /// <summary>The greatest common divisor of integers. Overwrites the tensor.</summary>
        public Tensor gcd_(Tensor other) => Gcd_.CallInPlace(this, other);
        /// <summary>The least common multiple of integers.</summary>
        public Tensor lcm(Tensor other) => Lcm.Call(this, other);
        /// <summary>The least common multiple of integers. Overwrites the tensor.</summary>
        public Tensor lcm_(Tensor other) => Lcm_.CallInPlace(this, other);

        private static readonly Operator Div = new("div.Tensor"), DivMode = new("div.Tensor_mode"), DivScalar = new("div.Scalar");
        private static readonly Operator DivScalarMode = new("div.Scalar_mode"), Div_ = new("div_.Tensor");
        private static readonly Operator DivMode_ = new("div_.Tensor_mode"), DivScalar_ = new("div_.Scalar");
        private static readonly Operator DivScalarMode_ = new("div_.Scalar_mode"), Remainder = new("remainder.Tensor");
        private static readonly Operator RemainderScalar = new("remainder.Scalar"), Remainder_ = new("remainder_.Tensor");
        private static readonly Operator RemainderScalar_ = new("remainder_.Scalar"), Fmod = new("fmod.Tensor");
        private static readonly Operator FmodScalar = new("fmod.Scalar"), Fmod_ = new("fmod_.Tensor");
        private static readonly Operator FmodScalar_ = new("fmod_.Scalar"), Gcd = new("gcd"), Gcd_ = new("gcd_");
        private static readonly Operator Lcm = new("lcm"), Lcm_ = new("lcm_");
    }

    /// <summary>left / right, rounded to an integer when a mode is given.</summary>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div(right, rounding_mode);
    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode)"/>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div(right, rounding_mode);
    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode)"/>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div(right, rounding_mode);
    /// <inheritdoc cref="div(Tensor, Tensor, RoundingMode)"/>
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div(right, rounding_mode);
    /// <summary>left / right, rounded to an integer when a mode is given. Overwrites <paramref name="left"/>.</summary>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div_(right, rounding_mode);
    /// <inheritdoc cref="div_(Tensor, Tensor, RoundingMode)"/>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div_(right, rounding_mode);
    /// <inheritdoc cref="div_(Tensor, Tensor, RoundingMode)"/>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => Given(left).div_(right, rounding_mode);
    /// <inheritdoc cref="div_(Tensor, Tensor, RoundingMode)"/>
    public static Tensor divide_(Tensor left, Scalar right) => Given(left).div_(right);
    /// <summary>dividend / divisor.</summary>
    public static Tensor true_divide(Tensor dividend, Tensor divisor) => Given(dividend).div(divisor);
    /// <summary>input / other, rounded down.</summary>
    public static Tensor floor_divide(Tensor input, Tensor other) => Given(input).floor_divide(other);
    /// <summary>dividend / divisor. Overwrites <paramref name="dividend"/>.</summary>
    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => Given(dividend).div_(divisor);
    /// <summary>input / other, rounded down. Overwrites <paramref name="input"/>.</summary>
    public static Tensor floor_divide_(Tensor input, Tensor other) => Given(input).floor_divide_(other);
    /// <summary>The remainder of division, with the sign of the divisor.</summary>
    public static Tensor remainder(Tensor left, Tensor right) => Given(left).remainder(right);
    /// <inheritdoc cref="remainder(Tensor, Tensor)"/>
    public static Tensor remainder(Tensor left, Scalar right) => Given(left).remainder(right);
    /// <summary>The remainder of division, with the sign of the divisor. Overwrites <paramref name="left"/>.</summary>
    public static Tensor remainder_(Tensor left, Tensor right) => Given(left).remainder_(right);
    /// <inheritdoc cref="remainder_(Tensor, Tensor)"/>
    public static Tensor remainder_(Tensor left, Scalar right) => Given(left).remainder_(right);
    /// <summary>The remainder of division, with the sign of the dividend.</summary>
    public static Tensor fmod(Tensor left, Tensor right) => Given(left).fmod(right);
    /// <inheritdoc cref="fmod(Tensor, Tensor)"/>
    public static Tensor fmod(Tensor left, Scalar right) => Given(left).fmod(right);
    /// <summary>The remainder of division, with the sign of the dividend. Overwrites <paramref name="left"/>.</summary>
    public static Tensor fmod_(Tensor left, Tensor right) => Given(left).fmod_(right);
    /// <inheritdoc cref="fmod_(Tensor, Tensor)"/>
    public static Tensor fmod_(Tensor left, Scalar right) => Given(left).fmod_(right);
    /// <summary>The greatest common divisor of integers.</summary>
    public static Tensor gcd(Tensor left, Tensor right) => Given(left).gcd(right);
    /// <summary>The greatest common divisor of integers. Overwrites <paramref name="left"/>.</summary>
    public static Tensor gcd_(Tensor left, Tensor right) => Given(left).gcd_(right);
    /// <summary>The least common multiple of integers.</summary>
    public static Tensor lcm(Tensor input, Tensor other) => Given(input).lcm(other);
    /// <summary>The least common multiple of integers. Overwrites <paramref name="input"/>.</summary>
    public static Tensor lcm_(Tensor input, Tensor other) => Given(input).lcm_(other);
}
