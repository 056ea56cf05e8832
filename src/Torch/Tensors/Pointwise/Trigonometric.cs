using TorchSharp.Interop;

namespace TorchSharp;

// Circular and hyperbolic functions, elementwise; angles in radians.
public static partial class torch
{
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
        /// <inheritdoc cref="asin()"/>
        public Tensor arcsin() => asin();
        /// <inheritdoc cref="asin_()"/>
        public Tensor arcsin_() => asin_();
        /// <summary>Inverse cosine.</summary>
        public Tensor acos() => Acos.Call(this);
        /// <summary>Inverse cosine. Overwrites the tensor.</summary>
        public Tensor acos_() => Acos_.CallInPlace(this);
        /// <inheritdoc cref="acos()"/>
        public Tensor arccos() => acos();
        /// <inheritdoc cref="acos_()"/>
        public Tensor arccos_() => acos_();
        /// <summary>Inverse tangent.</summary>
        public Tensor atan() => Atan.Call(this);
        /// <summary>Inverse tangent. Overwrites the tensor.</summary>
        public Tensor atan_() => Atan_.CallInPlace(this);
        /// <inheritdoc cref="atan()"/>
        public Tensor arctan() => atan();
        /// <inheritdoc cref="atan_()"/>
        public Tensor arctan_() => atan_();
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
        /// <inheritdoc cref="asinh()"/>
        public Tensor arcsinh() => asinh();
        /// <inheritdoc cref="asinh_()"/>
        public Tensor arcsinh_() => asinh_();
        /// <summary>Inverse hyperbolic cosine.</summary>
        public Tensor acosh() => Acosh.Call(this);
        /// <summary>Inverse hyperbolic cosine. Overwrites the tensor.</summary>
        public Tensor acosh_() => Acosh_.CallInPlace(this);
        /// <inheritdoc cref="acosh()"/>
        public Tensor arccosh() => acosh();
        /// <inheritdoc cref="acosh_()"/>
        public Tensor arccosh_() => acosh_();
        /// <summary>Inverse hyperbolic tangent.</summary>
        public Tensor atanh() => Atanh.Call(this);
        /// <summary>Inverse hyperbolic tangent. Overwrites the tensor.</summary>
        public Tensor atanh_() => Atanh_.CallInPlace(this);
        /// <inheritdoc cref="atanh()"/>
        public Tensor arctanh() => atanh();
        /// <inheritdoc cref="atanh_()"/>
        public Tensor arctanh_() => atanh_();
        /// <summary>The angle of the point (<paramref name="other"/>, this) in (−π, π].</summary>
        public Tensor atan2(Tensor other) => Atan2.Call(this, other);
        /// <summary>The angle of the point (<paramref name="other"/>, this) in (−π, π]. Overwrites the tensor.</summary>
        public Tensor atan2_(Tensor other) => Atan2_.CallInPlace(this, other);
        /// <inheritdoc cref="atan2(Tensor)"/>
        public Tensor arctan2(Tensor other) => atan2(other);
        /// <inheritdoc cref="atan2_(Tensor)"/>
        public Tensor arctan2_(Tensor other) => atan2_(other);
        /// <summary>√(this² + other²).</summary>
        public Tensor hypot(Tensor other) => Hypot.Call(this, other);
        /// <summary>Degrees as radians.</summary>
        public Tensor deg2rad() => Deg2rad.Call(this);
        /// <summary>Degrees as radians. Overwrites the tensor.</summary>
        public Tensor deg2rad_() => Deg2rad_.CallInPlace(this);
        /// <summary>Radians as degrees.</summary>
        public Tensor rad2deg() => Rad2deg.Call(this);
        /// <summary>Radians as degrees. Overwrites the tensor.</summary>
        public Tensor rad2deg_() => Rad2deg_.CallInPlace(this);

        private static readonly Operator Sin = new("sin"), Sin_ = new("sin_"), Cos = new("cos"), Cos_ = new("cos_");
        private static readonly Operator Tan = new("tan"), Tan_ = new("tan_"), Asin = new("asin"), Asin_ = new("asin_");
        private static readonly Operator Acos = new("acos"), Acos_ = new("acos_"), Atan = new("atan"), Atan_ = new("atan_");
        private static readonly Operator Sinh = new("sinh"), Sinh_ = new("sinh_"), Cosh = new("cosh"), Cosh_ = new("cosh_");
        private static readonly Operator Tanh = new("tanh"), Tanh_ = new("tanh_"), Asinh = new("asinh"), Asinh_ = new("asinh_");
        private static readonly Operator Acosh = new("acosh"), Acosh_ = new("acosh_"), Atanh = new("atanh");
        private static readonly Operator Atanh_ = new("atanh_"), Atan2 = new("atan2"), Atan2_ = new("atan2_");
        private static readonly Operator Hypot = new("hypot"), Deg2rad = new("deg2rad"), Deg2rad_ = new("deg2rad_");
        private static readonly Operator Rad2deg = new("rad2deg"), Rad2deg_ = new("rad2deg_");
    }

    /// <summary>Sine.</summary>
    public static Tensor sin(Tensor input) => Given(input).sin();
    /// <summary>Sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sin_(Tensor input) => Given(input).sin_();
    /// <summary>Cosine.</summary>
    public static Tensor cos(Tensor input) => Given(input).cos();
    /// <summary>Cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor cos_(Tensor input) => Given(input).cos_();
    /// <summary>Tangent.</summary>
    public static Tensor tan(Tensor input) => Given(input).tan();
    /// <summary>Tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor tan_(Tensor input) => Given(input).tan_();
    /// <summary>Inverse sine.</summary>
    public static Tensor asin(Tensor input) => Given(input).asin();
    /// <summary>Inverse sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor asin_(Tensor input) => Given(input).asin_();
    /// <inheritdoc cref="asin(Tensor)"/>
    public static Tensor arcsin(Tensor input) => Given(input).asin();
    /// <inheritdoc cref="asin_(Tensor)"/>
    public static Tensor arcsin_(Tensor input) => Given(input).asin_();
    /// <summary>Inverse cosine.</summary>
    public static Tensor acos(Tensor input) => Given(input).acos();
    /// <summary>Inverse cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor acos_(Tensor input) => Given(input).acos_();
    /// <inheritdoc cref="acos(Tensor)"/>
    public static Tensor arccos(Tensor input) => Given(input).acos();
    /// <inheritdoc cref="acos_(Tensor)"/>
    public static Tensor arccos_(Tensor input) => Given(input).acos_();
    /// <summary>Inverse tangent.</summary>
    public static Tensor atan(Tensor input) => Given(input).atan();
    /// <summary>Inverse tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor atan_(Tensor input) => Given(input).atan_();
    /// <inheritdoc cref="atan(Tensor)"/>
    public static Tensor arctan(Tensor input) => Given(input).atan();
    /// <inheritdoc cref="atan_(Tensor)"/>
    public static Tensor arctan_(Tensor input) => Given(input).atan_();
    /// <summary>Hyperbolic sine.</summary>
    public static Tensor sinh(Tensor input) => Given(input).sinh();
    /// <summary>Hyperbolic sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor sinh_(Tensor input) => Given(input).sinh_();
    /// <summary>Hyperbolic cosine.</summary>
    public static Tensor cosh(Tensor input) => Given(input).cosh();
    /// <summary>Hyperbolic cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor cosh_(Tensor input) => Given(input).cosh_();
    /// <summary>Hyperbolic tangent.</summary>
    public static Tensor tanh(Tensor input) => Given(input).tanh();
    /// <summary>Hyperbolic tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor tanh_(Tensor input) => Given(input).tanh_();
    /// <summary>Inverse hyperbolic sine.</summary>
    public static Tensor asinh(Tensor input) => Given(input).asinh();
    /// <summary>Inverse hyperbolic sine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor asinh_(Tensor input) => Given(input).asinh_();
    /// <inheritdoc cref="asinh(Tensor)"/>
    public static Tensor arcsinh(Tensor input) => Given(input).asinh();
    /// <inheritdoc cref="asinh_(Tensor)"/>
    public static Tensor arcsinh_(Tensor input) => Given(input).asinh_();
    /// <summary>Inverse hyperbolic cosine.</summary>
    public static Tensor acosh(Tensor input) => Given(input).acosh();
    /// <summary>Inverse hyperbolic cosine. Overwrites <paramref name="input"/>.</summary>
    public static Tensor acosh_(Tensor input) => Given(input).acosh_();
    /// <inheritdoc cref="acosh(Tensor)"/>
    public static Tensor arccosh(Tensor input) => Given(input).acosh();
    /// <inheritdoc cref="acosh_(Tensor)"/>
    public static Tensor arccosh_(Tensor input) => Given(input).acosh_();
    /// <summary>Inverse hyperbolic tangent.</summary>
    public static Tensor atanh(Tensor input) => Given(input).atanh();
    /// <summary>Inverse hyperbolic tangent. Overwrites <paramref name="input"/>.</summary>
    public static Tensor atanh_(Tensor input) => Given(input).atanh_();
    /// <inheritdoc cref="atanh(Tensor)"/>
    public static Tensor arctanh(Tensor input) => Given(input).atanh();
    /// <inheritdoc cref="atanh_(Tensor)"/>
    public static Tensor arctanh_(Tensor input) => Given(input).atanh_();
    /// <summary>The angle of the point (<paramref name="other"/>, input) in (−π, π].</summary>
    public static Tensor atan2(Tensor input, Tensor other) => Given(input).atan2(other);
    /// <summary>The angle of the point (<paramref name="other"/>, input) in (−π, π]. Overwrites <paramref name="input"/>.</summary>
    public static Tensor atan2_(Tensor input, Tensor other) => Given(input).atan2_(other);
    /// <inheritdoc cref="atan2(Tensor, Tensor)"/>
    public static Tensor arctan2(Tensor input, Tensor other) => Given(input).atan2(other);
    /// <inheritdoc cref="atan2_(Tensor, Tensor)"/>
    public static Tensor arctan2_(Tensor input, Tensor other) => Given(input).atan2_(other);
    /// <summary>√(left² + other²).</summary>
    public static Tensor hypot(Tensor left, Tensor right) => Given(left).hypot(right);
    /// <summary>Degrees as radians.</summary>
    public static Tensor deg2rad(Tensor input) => Given(input).deg2rad();
    /// <summary>Degrees as radians. Overwrites <paramref name="input"/>.</summary>
    public static Tensor deg2rad_(Tensor input) => Given(input).deg2rad_();
    /// <summary>Radians as degrees.</summary>
    public static Tensor rad2deg(Tensor input) => Given(input).rad2deg();
    /// <summary>Radians as degrees. Overwrites <paramref name="input"/>.</summary>
    public static Tensor rad2deg_(Tensor input) => Given(input).rad2deg_();
}
