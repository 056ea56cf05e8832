using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Bessel functions and orthogonal polynomials; the result goes to @out where it is given.
    public static partial class special
    {
        /// <summary>The Airy function Ai.</summary>
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => AiryAi.Call(input, @out);
        /// <summary>The Bessel function of the first kind of order 0.</summary>
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => BesselJ0.Call(input, @out);
        /// <summary>The Bessel function of the first kind of order 1.</summary>
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => BesselJ1.Call(input, @out);
        /// <summary>The Bessel function of the second kind of order 0.</summary>
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => BesselY0.Call(input, @out);
        /// <summary>The Bessel function of the second kind of order 1.</summary>
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => BesselY1.Call(input, @out);
        /// <summary>The modified Bessel function of the first kind of order 0.</summary>
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) => ModifiedBesselI0.Call(input, @out);
        /// <summary>The modified Bessel function of the first kind of order 1.</summary>
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) => ModifiedBesselI1.Call(input, @out);
        /// <summary>The modified Bessel function of the second kind of order 0.</summary>
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) => ModifiedBesselK0.Call(input, @out);
        /// <summary>The modified Bessel function of the second kind of order 1.</summary>
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) => ModifiedBesselK1.Call(input, @out);
        /// <summary>e^x times the modified Bessel function of the second kind of order 0.</summary>
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) => ScaledModifiedBesselK0.Call(input, @out);
        /// <summary>e^x times the modified Bessel function of the second kind of order 1.</summary>
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) => ScaledModifiedBesselK1.Call(input, @out);
        /// <summary>The spherical Bessel function of the first kind of order 0.</summary>
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) => SphericalBesselJ0.Call(input, @out);
        /// <summary>The Chebyshev polynomial of the first kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) => ChebyshevPolynomialT.Call(x, n, @out);
        /// <summary>The Chebyshev polynomial of the second kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) => ChebyshevPolynomialU.Call(x, n, @out);
        /// <summary>The Chebyshev polynomial of the third kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) => ChebyshevPolynomialV.Call(x, n, @out);
        /// <summary>The Chebyshev polynomial of the fourth kind of degree n.</summary>
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) => ChebyshevPolynomialW.Call(x, n, @out);
        /// <summary>The shifted Chebyshev polynomial of the first kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) => ShiftedChebyshevPolynomialT.Call(x, n, @out);
        /// <summary>The shifted Chebyshev polynomial of the second kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) => ShiftedChebyshevPolynomialU.Call(x, n, @out);
        /// <summary>The shifted Chebyshev polynomial of the third kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) => ShiftedChebyshevPolynomialV.Call(x, n, @out);
        /// <summary>The shifted Chebyshev polynomial of the fourth kind of degree n.</summary>
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) => ShiftedChebyshevPolynomialW.Call(x, n, @out);
        /// <summary>The physicist's Hermite polynomial of degree n.</summary>
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) => HermitePolynomialH.Call(x, n, @out);
        /// <summary>The probabilist's Hermite polynomial of degree n.</summary>
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) => HermitePolynomialHe.Call(x, n, @out);
        /// <summary>The Laguerre polynomial of degree n.</summary>
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) => LaguerrePolynomialL.Call(x, n, @out);
        /// <summary>The Legendre polynomial of degree n.</summary>
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) => LegendrePolynomialP.Call(x, n, @out);

        /// <summary>An operator, and the form of it that writes to a given tensor.</summary>
        private sealed class OutOperator(string schema)
        {
            private readonly Operator _fresh = new(schema), _into = new(schema + ".out");

            internal Tensor Call(Tensor x, Tensor? result) => result is null ? _fresh.Call(x) : _into.Call(x, result);

            internal Tensor Call(Tensor x, Tensor n, Tensor? result) => result is null ? _fresh.Call(x, n) : _into.Call(x, n, result);
        }

        private static readonly OutOperator AiryAi = new("special_airy_ai"), BesselJ0 = new("special_bessel_j0");
        private static readonly OutOperator BesselJ1 = new("special_bessel_j1"), BesselY0 = new("special_bessel_y0");
        private static readonly OutOperator BesselY1 = new("special_bessel_y1"), ModifiedBesselI0 = new("special_modified_bessel_i0");
        private static readonly OutOperator ModifiedBesselI1 = new("special_modified_bessel_i1"), ModifiedBesselK0 = new("special_modified_bessel_k0");
        private static readonly OutOperator ModifiedBesselK1 = new("special_modified_bessel_k1"), ScaledModifiedBesselK0 = new("special_scaled_modified_bessel_k0");
        private static readonly OutOperator ScaledModifiedBesselK1 = new("special_scaled_modified_bessel_k1"), SphericalBesselJ0 = new("special_spherical_bessel_j0");
        private static readonly OutOperator ChebyshevPolynomialT = new("special_chebyshev_polynomial_t"), ChebyshevPolynomialU = new("special_chebyshev_polynomial_u");
        private static readonly OutOperator ChebyshevPolynomialV = new("special_chebyshev_polynomial_v"), ChebyshevPolynomialW = new("special_chebyshev_polynomial_w");
        private static readonly OutOperator ShiftedChebyshevPolynomialT = new("special_shifted_chebyshev_polynomial_t"), ShiftedChebyshevPolynomialU = new("special_shifted_chebyshev_polynomial_u");
        private static readonly OutOperator ShiftedChebyshevPolynomialV = new("special_shifted_chebyshev_polynomial_v"), ShiftedChebyshevPolynomialW = new("special_shifted_chebyshev_polynomial_w");
        private static readonly OutOperator HermitePolynomialH = new("special_hermite_polynomial_h"), HermitePolynomialHe = new("special_hermite_polynomial_he");
        private static readonly OutOperator LaguerrePolynomialL = new("special_laguerre_polynomial_l"), LegendrePolynomialP = new("special_legendre_polynomial_p");
    }
}
