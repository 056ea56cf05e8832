using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions, elementwise.</summary>
    public static partial class special
    {
        /// <summary>The error function.</summary>
        public static Tensor erf(Tensor input) => Given(input).erf();
        /// <summary>1 − erf(x).</summary>
        public static Tensor erfc(Tensor input) => Given(input).erfc();
        /// <summary>The inverse of erf.</summary>
        public static Tensor erfinv(Tensor input) => Given(input).erfinv();
        /// <summary>1 / (1 + e^−x).</summary>
        public static Tensor expit(Tensor input) => Given(input).sigmoid();
        /// <summary>1 / (1 + e^−x).</summary>
        public static Tensor sigmoid(Tensor input) => Given(input).sigmoid();
        /// <summary>1 / (1 + e^−x). Overwrites <paramref name="input"/>.</summary>
        public static Tensor sigmoid_(Tensor input) => Given(input).sigmoid_();
        /// <summary>log(x / (1 − x)).</summary>
        public static Tensor logit(Tensor input) => Given(input).logit();
        /// <summary>e^x − 1, accurate near 0.</summary>
        public static Tensor expm1(Tensor input) => Given(input).expm1();
        /// <summary>2^x.</summary>
        public static Tensor exp2(Tensor input) => Given(input).exp2();
        /// <summary>log |Γ(x)|.</summary>
        public static Tensor gammaln(Tensor input) => Given(input).lgamma();
        /// <summary>The derivative of log Γ(x).</summary>
        public static Tensor digamma(Tensor input) => Given(input).digamma();
        /// <summary>The derivative of log Γ(x).</summary>
        public static Tensor psi(Tensor input) => Given(input).digamma();
        /// <summary>The modified Bessel function of order 0.</summary>
        public static Tensor i0(Tensor input) => Given(input).i0();
        /// <summary>sin(πx) / (πx).</summary>
        public static Tensor sinc(Tensor input) => Given(input).sinc();
        /// <summary>−x log x; 0 at 0.</summary>
        public static Tensor entr(Tensor input) => Entr.Call(input);
        /// <summary>The normal distribution function.</summary>
        public static Tensor ndtr(Tensor input) => Ndtr.Call(input);
        /// <summary>The inverse of the normal distribution function.</summary>
        public static Tensor ndtri(Tensor input) => Ndtri.Call(input);
        /// <summary>e^(x²) erfc(x).</summary>
        public static Tensor erfcx(Tensor input) => Erfcx.Call(input);
        /// <summary>e^−|x| times the modified Bessel function of order 0.</summary>
        public static Tensor i0e(Tensor input) => I0e.Call(input);
        /// <summary>The modified Bessel function of order 1.</summary>
        public static Tensor i1(Tensor input) => I1.Call(input);
        /// <summary>e^−|x| times the modified Bessel function of order 1.</summary>
        public static Tensor i1e(Tensor input) => I1e.Call(input);
        /// <summary>input log(1 + other); 0 where input is 0.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) => Xlog1py.Call(input, other);
        /// <summary>The regularised lower incomplete gamma function P(input, other).</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => Gammainc.Call(input, other);
        /// <summary>The regularised upper incomplete gamma function Q(input, other).</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => Gammaincc.Call(input, other);
        /// <summary>The Hurwitz zeta function.</summary>
        public static Tensor zeta(Tensor x, Tensor q) => Zeta.Call(x, q);
        /// <summary>The n-th derivative of the digamma function.</summary>
        public static Tensor polygamma(long n, Tensor input) => Given(input).polygamma(n);
        /// <summary>Log of the multivariate gamma function of order p.</summary>
        public static Tensor multigammaln(Tensor input, long p) => Given(input).mvlgamma(p);
        /// <summary>e^x divided by its sum along a dimension.</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).softmax(dim, dtype);
        /// <summary>The log of softmax along a dimension.</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).log_softmax(dim, dtype);

        private static readonly Operator Entr = new("special_entr"), Ndtr = new("special_ndtr"), Ndtri = new("special_ndtri");
        private static readonly Operator Erfcx = new("special_erfcx"), I0e = new("special_i0e"), I1 = new("special_i1");
        private static readonly Operator I1e = new("special_i1e"), Xlog1py = new("special_xlog1py"), Gammainc = new("special_gammainc");
        private static readonly Operator Gammaincc = new("special_gammaincc"), Zeta = new("special_zeta");
    }
}
