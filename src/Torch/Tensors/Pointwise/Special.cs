using TorchSharp.Interop;

namespace TorchSharp;

// Special functions, elementwise.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>1 / (1 + e^−x).</summary>
        public Tensor sigmoid() => Sigmoid.Call(this);
        /// <summary>1 / (1 + e^−x). Overwrites the tensor.</summary>
        public Tensor sigmoid_() => Sigmoid_.CallInPlace(this);
        /// <summary>The error function.</summary>
        public Tensor erf() => Erf.Call(this);
        /// <summary>The error function. Overwrites the tensor.</summary>
        public Tensor erf_() => Erf_.CallInPlace(this);
        /// <summary>1 − erf(x).</summary>
        public Tensor erfc() => Erfc.Call(this);
        /// <summary>1 − erf(x). Overwrites the tensor.</summary>
        public Tensor erfc_() => Erfc_.CallInPlace(this);
        /// <summary>The inverse of erf.</summary>
        public Tensor erfinv() => Erfinv.Call(this);
        /// <summary>The inverse of erf. Overwrites the tensor.</summary>
        public Tensor erfinv_() => Erfinv_.CallInPlace(this);
        /// <summary>log |Γ(x)|.</summary>
        public Tensor lgamma() => Lgamma.Call(this);
        /// <summary>log |Γ(x)|. Overwrites the tensor.</summary>
        public Tensor lgamma_() => Lgamma_.CallInPlace(this);
        /// <summary>The derivative of log Γ(x).</summary>
        public Tensor digamma() => Digamma.Call(this);
        /// <summary>The derivative of log Γ(x). Overwrites the tensor.</summary>
        public Tensor digamma_() => Digamma_.CallInPlace(this);
        /// <summary>sin(πx) / (πx).</summary>
        public Tensor sinc() => Sinc.Call(this);
        /// <summary>sin(πx) / (πx). Overwrites the tensor.</summary>
        public Tensor sinc_() => Sinc_.CallInPlace(this);
        /// <summary>The modified Bessel function of order 0.</summary>
        public Tensor i0() => I0.Call(this);
        /// <summary>The modified Bessel function of order 0. Overwrites the tensor.</summary>
        public Tensor i0_() => I0_.CallInPlace(this);
        /// <summary>log(x / (1 − x)), of x limited to [eps, 1 − eps] when it is given.</summary>
        public Tensor logit(double? eps = null) => Logit.Call(this, eps);
        /// <inheritdoc cref="logit(double?)"/>
        public Tensor logit_(double? eps = null) => Logit_.CallInPlace(this, eps);
        /// <summary>The p-th derivative of the digamma function.</summary>
        public Tensor polygamma(long p) => Polygamma.Call(p, this);
        /// <inheritdoc cref="polygamma(long)"/>
        public Tensor polygamma_(long p) => Polygamma_.CallInPlace(this, p);
        /// <summary>Log of the multivariate gamma function of order <paramref name="p"/>.</summary>
        public Tensor mvlgamma(long p) => Mvlgamma.Call(this, p);
        /// <inheritdoc cref="mvlgamma(long)"/>
        public Tensor mvlgamma_(long p) => Mvlgamma_.CallInPlace(this, p);
        /// <summary>Linear interpolation: this + weight · (end − this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Lerp.Call(this, end, weight);
        /// <inheritdoc cref="lerp(Tensor, Tensor)"/>
        public Tensor lerp_(Tensor end, Tensor weight) => Lerp_.CallInPlace(this, end, weight);
        /// <summary>x log y, and 0 where x is 0.</summary>
        public Tensor xlogy(Tensor y) => Xlogy.Call(this, y);
        /// <inheritdoc cref="xlogy(Tensor)"/>
        public Tensor xlogy(Scalar y) => XlogyScalar.Call(this, y);
        /// <summary>x log y, and 0 where x is 0. Overwrites the tensor.</summary>
        public Tensor xlogy_(Tensor y) => Xlogy_.CallInPlace(this, y);
        /// <inheritdoc cref="xlogy_(Tensor)"/>
        public Tensor xlogy_(Scalar y) => XlogyScalar_.CallInPlace(this, y);
        /// <summary>The regularised lower incomplete gamma function P(this, other).</summary>
        public Tensor igamma(Tensor other) => Igamma.Call(this, other);
        /// <summary>The regularised upper incomplete gamma function Q(this, other).</summary>
        public Tensor igammac(Tensor other) => Igammac.Call(this, other);

        private static readonly Operator Sigmoid = new("sigmoid"), Sigmoid_ = new("sigmoid_"), Erf = new("erf");
        private static readonly Operator Erf_ = new("erf_"), Erfc = new("erfc"), Erfc_ = new("erfc_"), Erfinv = new("erfinv");
        private static readonly Operator Erfinv_ = new("erfinv_"), Lgamma = new("lgamma"), Lgamma_ = new("lgamma_");
        private static readonly Operator Digamma = new("digamma"), Digamma_ = new("digamma_"), Sinc = new("sinc");
        private static readonly Operator Sinc_ = new("sinc_"), I0 = new("i0"), I0_ = new("i0_"), Logit = new("logit");
        private static readonly Operator Logit_ = new("logit_"), Polygamma = new("polygamma"), Polygamma_ = new("polygamma_");
        private static readonly Operator Mvlgamma = new("mvlgamma"), Mvlgamma_ = new("mvlgamma_"), Lerp = new("lerp.Tensor");
        private static readonly Operator Lerp_ = new("lerp_.Tensor"), Xlogy = new("xlogy.Tensor");
        private static readonly Operator XlogyScalar = new("xlogy.Scalar_Other"), Xlogy_ = new("xlogy_.Tensor");
        private static readonly Operator XlogyScalar_ = new("xlogy_.Scalar_Other"), Igamma = new("igamma");
        private static readonly Operator Igammac = new("igammac");
    }

    /// <summary>1 / (1 + e^−x).</summary>
    public static Tensor sigmoid(Tensor input) => Given(input).sigmoid();
    /// <summary>1 / (1 + e^−x). Overwrites <paramref name="input"/>.</summary>
    public static Tensor sigmoid_(Tensor input) => Given(input).sigmoid_();
    /// <summary>The error function.</summary>
    public static Tensor erf(Tensor input) => Given(input).erf();
    /// <summary>The error function. Overwrites <paramref name="input"/>.</summary>
    public static Tensor erf_(Tensor input) => Given(input).erf_();
    /// <summary>1 − erf(x).</summary>
    public static Tensor erfc(Tensor input) => Given(input).erfc();
    /// <summary>1 − erf(x). Overwrites <paramref name="input"/>.</summary>
    public static Tensor erfc_(Tensor input) => Given(input).erfc_();
    /// <summary>The inverse of erf.</summary>
    public static Tensor erfinv(Tensor input) => Given(input).erfinv();
    /// <summary>The inverse of erf. Overwrites <paramref name="input"/>.</summary>
    public static Tensor erfinv_(Tensor input) => Given(input).erfinv_();
    /// <summary>log |Γ(x)|.</summary>
    public static Tensor lgamma(Tensor input) => Given(input).lgamma();
    /// <summary>log |Γ(x)|. Overwrites <paramref name="input"/>.</summary>
    public static Tensor lgamma_(Tensor input) => Given(input).lgamma_();
    /// <summary>The derivative of log Γ(x).</summary>
    public static Tensor digamma(Tensor input) => Given(input).digamma();
    /// <summary>The derivative of log Γ(x). Overwrites <paramref name="input"/>.</summary>
    public static Tensor digamma_(Tensor input) => Given(input).digamma_();
    /// <summary>sin(πx) / (πx).</summary>
    public static Tensor sinc(Tensor input) => Given(input).sinc();
    /// <summary>sin(πx) / (πx). Overwrites <paramref name="input"/>.</summary>
    public static Tensor sinc_(Tensor input) => Given(input).sinc_();
    /// <summary>The modified Bessel function of order 0.</summary>
    public static Tensor i0(Tensor input) => Given(input).i0();
    /// <summary>The modified Bessel function of order 0. Overwrites <paramref name="input"/>.</summary>
    public static Tensor i0_(Tensor input) => Given(input).i0_();
    /// <summary>log(x / (1 − x)), of x limited to [eps, 1 − eps] when it is given.</summary>
    public static Tensor logit(Tensor input, double? eps = null) => Given(input).logit(eps);
    /// <inheritdoc cref="logit(Tensor, double?)"/>
    public static Tensor logit_(Tensor input, double? eps = null) => Given(input).logit_(eps);
    /// <summary>The p-th derivative of the digamma function.</summary>
    public static Tensor polygamma(Tensor input, long p) => Given(input).polygamma(p);
    /// <inheritdoc cref="polygamma(Tensor, long)"/>
    public static Tensor polygamma_(Tensor input, long p) => Given(input).polygamma_(p);
    /// <summary>Log of the multivariate gamma function of order <paramref name="p"/>.</summary>
    public static Tensor mvlgamma(Tensor input, long p) => Given(input).mvlgamma(p);
    /// <inheritdoc cref="mvlgamma(Tensor, long)"/>
    public static Tensor mvlgamma_(Tensor input, long p) => Given(input).mvlgamma_(p);
    /// <summary>Linear interpolation: input + weight · (end − input).</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => Given(input).lerp(end, weight);
    /// <summary>x log y, and 0 where x is 0.</summary>
    public static Tensor xlogy(Tensor x, Tensor y) => Given(x).xlogy(y);
    /// <inheritdoc cref="xlogy(Tensor, Tensor)"/>
    public static Tensor xlogy(Tensor x, Scalar y) => Given(x).xlogy(y);
    /// <summary>x log y, and 0 where x is 0. Overwrites <paramref name="x"/>.</summary>
    public static Tensor xlogy_(Tensor x, Tensor y) => Given(x).xlogy_(y);
    /// <inheritdoc cref="xlogy_(Tensor, Tensor)"/>
    public static Tensor xlogy_(Tensor x, Scalar y) => Given(x).xlogy_(y);
    /// <summary>The regularised lower incomplete gamma function P(input, other).</summary>
    public static Tensor igamma(Tensor input, Tensor other) => Given(input).igamma(other);
    /// <summary>The regularised upper incomplete gamma function Q(input, other).</summary>
    public static Tensor igammac(Tensor input, Tensor other) => Given(input).igammac(other);
}
