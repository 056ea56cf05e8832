using TorchSharp.Interop;

namespace TorchSharp;

// Circular and hyperbolic functions, elementwise; angles in radians.
public static partial class torch
{
    /// <summary>Sine.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>Sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <summary>Cosine.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>Cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <summary>Tangent.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>Tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor tan_(Tensor input) => input.tan_();

    /// <summary>Inverse sine.</summary>
    public static Tensor asin(Tensor input) => input.asin();

    /// <summary>Inverse sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor asin_(Tensor input) => input.asin_();

    /// <summary>Inverse cosine.</summary>
    public static Tensor acos(Tensor input) => input.acos();

    /// <summary>Inverse cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor acos_(Tensor input) => input.acos_();

    /// <summary>Inverse tangent.</summary>
    public static Tensor atan(Tensor input) => input.atan();

    /// <summary>Inverse tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor atan_(Tensor input) => input.atan_();

    /// <summary>Hyperbolic sine.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>Hyperbolic sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sinh_(Tensor input) => input.sinh_();

    /// <summary>Hyperbolic cosine.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>Hyperbolic cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor cosh_(Tensor input) => input.cosh_();

    /// <summary>Hyperbolic tangent.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>Hyperbolic tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>Inverse hyperbolic sine.</summary>
    public static Tensor asinh(Tensor input) => input.asinh();

    /// <summary>Inverse hyperbolic sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor asinh_(Tensor input) => input.asinh_();

    /// <summary>Inverse hyperbolic cosine.</summary>
    public static Tensor acosh(Tensor input) => input.acosh();

    /// <summary>Inverse hyperbolic cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor acosh_(Tensor input) => input.acosh_();

    /// <summary>Inverse hyperbolic tangent.</summary>
    public static Tensor atanh(Tensor input) => input.atanh();

    /// <summary>Inverse hyperbolic tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor atanh_(Tensor input) => input.atanh_();

    /// <summary>The angle of the point (<paramref name="other"/>, <paramref name="input"/>) in (−π, π].</summary>
    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    public partial class Tensor
    {
        /// <summary>Sine.</summary>
        public Tensor sin() => Sin.Call(this);

        /// <summary>Sine. Overwrites the tensor.</summary>
        public Tensor sin_() => Sin_.CallInPlace(this);

        /// <summary>Cosine.</summary>
        public Tensor cos() => Cos.Call(this);

        /// <summary>Cosine. Overwrites the tensor.</summary>
        public Tensor cos_() => Cos_.CallInPlace(this);

        /// <summary>Tangent.</summary>
        public Tensor tan() => Tan.Call(this);

        /// <summary>Tangent. Overwrites the tensor.</summary>
        public Tensor tan_() => Tan_.CallInPlace(this);

        /// <summary>Inverse sine.</summary>
        public Tensor asin() => Asin.Call(this);

        /// <summary>Inverse sine. Overwrites the tensor.</summary>
        public Tensor asin_() => Asin_.CallInPlace(this);

        /// <summary>Inverse cosine.</summary>
        public Tensor acos() => Acos.Call(this);

        /// <summary>Inverse cosine. Overwrites the tensor.</summary>
        public Tensor acos_() => Acos_.CallInPlace(this);

        /// <summary>Inverse tangent.</summary>
        public Tensor atan() => Atan.Call(this);

        /// <summary>Inverse tangent. Overwrites the tensor.</summary>
        public Tensor atan_() => Atan_.CallInPlace(this);

        /// <summary>Hyperbolic sine.</summary>
        public Tensor sinh() => Sinh.Call(this);

        /// <summary>Hyperbolic sine. Overwrites the tensor.</summary>
        public Tensor sinh_() => Sinh_.CallInPlace(this);

        /// <summary>Hyperbolic cosine.</summary>
        public Tensor cosh() => Cosh.Call(this);

        /// <summary>Hyperbolic cosine. Overwrites the tensor.</summary>
        public Tensor cosh_() => Cosh_.CallInPlace(this);

        /// <summary>Hyperbolic tangent.</summary>
        public Tensor tanh() => Tanh.Call(this);

        /// <summary>Hyperbolic tangent. Overwrites the tensor.</summary>
        public Tensor tanh_() => Tanh_.CallInPlace(this);

        /// <summary>Inverse hyperbolic sine.</summary>
        public Tensor asinh() => Asinh.Call(this);

        /// <summary>Inverse hyperbolic sine. Overwrites the tensor.</summary>
        public Tensor asinh_() => Asinh_.CallInPlace(this);

        /// <summary>Inverse hyperbolic cosine.</summary>
        public Tensor acosh() => Acosh.Call(this);

        /// <summary>Inverse hyperbolic cosine. Overwrites the tensor.</summary>
        public Tensor acosh_() => Acosh_.CallInPlace(this);

        /// <summary>Inverse hyperbolic tangent.</summary>
        public Tensor atanh() => Atanh.Call(this);

        /// <summary>Inverse hyperbolic tangent. Overwrites the tensor.</summary>
        public Tensor atanh_() => Atanh_.CallInPlace(this);

        /// <summary>The angle of the point (<paramref name="other"/>, this) in (−π, π].</summary>
        public Tensor atan2(Tensor other) => Atan2.Call(this, other);

        private static readonly Operator Atan2 = new("atan2");
        private static readonly Operator Sin = new("sin");
        private static readonly Operator Sin_ = new("sin_");
        private static readonly Operator Cos = new("cos");
        private static readonly Operator Cos_ = new("cos_");
        private static readonly Operator Tan = new("tan");
        private static readonly Operator Tan_ = new("tan_");
        private static readonly Operator Asin = new("asin");
        private static readonly Operator Asin_ = new("asin_");
        private static readonly Operator Acos = new("acos");
        private static readonly Operator Acos_ = new("acos_");
        private static readonly Operator Atan = new("atan");
        private static readonly Operator Atan_ = new("atan_");
        private static readonly Operator Sinh = new("sinh");
        private static readonly Operator Sinh_ = new("sinh_");
        private static readonly Operator Cosh = new("cosh");
        private static readonly Operator Cosh_ = new("cosh_");
        private static readonly Operator Tanh = new("tanh");
        private static readonly Operator Tanh_ = new("tanh_");
        private static readonly Operator Asinh = new("asinh");
        private static readonly Operator Asinh_ = new("asinh_");
        private static readonly Operator Acosh = new("acosh");
        private static readonly Operator Acosh_ = new("acosh_");
        private static readonly Operator Atanh = new("atanh");
        private static readonly Operator Atanh_ = new("atanh_");
    }
}
