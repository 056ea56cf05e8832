using TorchSharp.Interop;

namespace TorchSharp;

// Special functions and squashing functions, elementwise.
public static partial class torch
{
    /// <summary>1 / (1 + e^−x).</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>1 / (1 + e^−x). Overwrites <paramref name="input"/>.</summary>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary>max(x, 0).</summary>
    public static Tensor relu(Tensor input) => input.relu();

    /// <summary>max(x, 0). Overwrites <paramref name="input"/>.</summary>
    public static Tensor relu_(Tensor input) => input.relu_();

    /// <summary>The error function.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>The error function. Overwrites <paramref name="input"/>.</summary>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <summary>1 − erf(x).</summary>
    public static Tensor erfc(Tensor input) => input.erfc();

    /// <summary>1 − erf(x). Overwrites <paramref name="input"/>.</summary>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <summary>The inverse of erf.</summary>
    public static Tensor erfinv(Tensor input) => input.erfinv();

    /// <summary>The inverse of erf. Overwrites <paramref name="input"/>.</summary>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <summary>log |Γ(x)|.</summary>
    public static Tensor lgamma(Tensor input) => input.lgamma();

    /// <summary>log |Γ(x)|. Overwrites <paramref name="input"/>.</summary>
    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    /// <summary>The derivative of log Γ(x).</summary>
    public static Tensor digamma(Tensor input) => input.digamma();

    /// <summary>The derivative of log Γ(x). Overwrites <paramref name="input"/>.</summary>
    public static Tensor digamma_(Tensor input) => input.digamma_();

    /// <summary>log(x / (1 − x)).</summary>
    public static Tensor logit(Tensor input) => input.logit();

    /// <summary>log(x / (1 − x)). Overwrites <paramref name="input"/>.</summary>
    public static Tensor logit_(Tensor input) => input.logit_();

    /// <summary>sin(πx) / (πx).</summary>
    public static Tensor sinc(Tensor input) => input.sinc();

    /// <summary>sin(πx) / (πx). Overwrites <paramref name="input"/>.</summary>
    public static Tensor sinc_(Tensor input) => input.sinc_();

    /// <summary>The modified Bessel function of order 0.</summary>
    public static Tensor i0(Tensor input) => input.i0();

    /// <summary>The modified Bessel function of order 0. Overwrites <paramref name="input"/>.</summary>
    public static Tensor i0_(Tensor input) => input.i0_();

    /// <summary>x log y, and 0 where x is 0.</summary>
    public static Tensor xlogy(Tensor x, Tensor y) => x.xlogy(y);

    /// <summary>The n-th derivative of the digamma function.</summary>
    public static Tensor polygamma(long n, Tensor input) => input.polygamma(n);

    /// <summary>Log of the multivariate gamma function of order <paramref name="p"/>.</summary>
    public static Tensor mvlgamma(Tensor input, long p) => input.mvlgamma(p);

    /// <summary>Linear interpolation: start + weight · (end − start).</summary>
    public static Tensor lerp(Tensor start, Tensor end, Tensor weight) => start.lerp(end, weight);

    /// <inheritdoc cref="lerp(Tensor, Tensor, Tensor)"/>
    public static Tensor lerp(Tensor start, Tensor end, Scalar weight) => start.lerp(end, weight);

    public partial class Tensor
    {
        /// <summary>1 / (1 + e^−x).</summary>
        public Tensor sigmoid() => Sigmoid.Call(this);

        /// <summary>1 / (1 + e^−x). Overwrites the tensor.</summary>
        public Tensor sigmoid_() => Sigmoid_.CallInPlace(this);

        /// <summary>max(x, 0).</summary>
        public Tensor relu() => Relu.Call(this);

        /// <summary>max(x, 0). Overwrites the tensor.</summary>
        public Tensor relu_() => Relu_.CallInPlace(this);

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

        /// <summary>log(x / (1 − x)).</summary>
        public Tensor logit() => Logit.Call(this);

        /// <summary>log(x / (1 − x)). Overwrites the tensor.</summary>
        public Tensor logit_() => Logit_.CallInPlace(this);

        /// <summary>sin(πx) / (πx).</summary>
        public Tensor sinc() => Sinc.Call(this);

        /// <summary>sin(πx) / (πx). Overwrites the tensor.</summary>
        public Tensor sinc_() => Sinc_.CallInPlace(this);

        /// <summary>The modified Bessel function of order 0.</summary>
        public Tensor i0() => I0.Call(this);

        /// <summary>The modified Bessel function of order 0. Overwrites the tensor.</summary>
        public Tensor i0_() => I0_.CallInPlace(this);

        /// <summary>The n-th derivative of the digamma function.</summary>
        public Tensor polygamma(long n) => Polygamma.Call(n, this);

        /// <summary>Log of the multivariate gamma function of order <paramref name="p"/>.</summary>
        public Tensor mvlgamma(long p) => Mvlgamma.Call(this, p);

        /// <summary>x log y, and 0 where x is 0.</summary>
        public Tensor xlogy(Tensor y) => Xlogy.Call(this, y);

        /// <summary>x log y, and 0 where x is 0.</summary>
        public Tensor xlogy(Scalar y) => XlogyScalar.Call(this, y);

        /// <summary>Linear interpolation: x + weight · (end − x).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => LerpTensor.Call(this, end, weight);

        /// <inheritdoc cref="lerp(Tensor, Tensor)"/>
        public Tensor lerp(Tensor end, Scalar weight) => LerpScalar.Call(this, end, weight);

        /// <inheritdoc cref="lerp(Tensor, Tensor)"/>
        public Tensor lerp_(Tensor end, Scalar weight) => LerpScalar_.CallInPlace(this, end, weight);

        private static readonly Operator Polygamma = new("polygamma");
        private static readonly Operator Mvlgamma = new("mvlgamma");
        private static readonly Operator Xlogy = new("xlogy.Tensor");
        private static readonly Operator XlogyScalar = new("xlogy.Scalar_Other");
        private static readonly Operator LerpTensor = new("lerp.Tensor");
        private static readonly Operator LerpScalar = new("lerp.Scalar");
        private static readonly Operator LerpScalar_ = new("lerp_.Scalar");
        private static readonly Operator Sigmoid = new("sigmoid");
        private static readonly Operator Sigmoid_ = new("sigmoid_");
        private static readonly Operator Relu = new("relu");
        private static readonly Operator Relu_ = new("relu_");
        private static readonly Operator Erf = new("erf");
        private static readonly Operator Erf_ = new("erf_");
        private static readonly Operator Erfc = new("erfc");
        private static readonly Operator Erfc_ = new("erfc_");
        private static readonly Operator Erfinv = new("erfinv");
        private static readonly Operator Erfinv_ = new("erfinv_");
        private static readonly Operator Lgamma = new("lgamma");
        private static readonly Operator Lgamma_ = new("lgamma_");
        private static readonly Operator Digamma = new("digamma");
        private static readonly Operator Digamma_ = new("digamma_");
        private static readonly Operator Logit = new("logit");
        private static readonly Operator Logit_ = new("logit_");
        private static readonly Operator Sinc = new("sinc");
        private static readonly Operator Sinc_ = new("sinc_");
        private static readonly Operator I0 = new("i0");
        private static readonly Operator I0_ = new("i0_");
    }
}
