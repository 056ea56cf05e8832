using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors.Cases;

/// <summary>Functions of single elements: what Python writes, and the same here.</summary>
internal static class Pointwise
{
    /// <summary>Functions of one tensor, by the inputs they are defined on.</summary>
    private static readonly Dictionary<string, Dictionary<string, Func<Tensor, object>>> Unary = new()
    {
        ["a"] = new()
        {
            ["exp"] = exp, ["exp2"] = exp2, ["expm1"] = expm1, ["square"] = square, ["reciprocal"] = reciprocal, ["sin"] = sin, ["cos"] = cos, ["tan"] = tan,
            ["atan"] = atan, ["arctan"] = arctan, ["sinh"] = sinh, ["cosh"] = cosh, ["tanh"] = tanh, ["asinh"] = asinh, ["arcsinh"] = arcsinh,
            ["abs"] = abs, ["absolute"] = absolute, ["neg"] = neg, ["negative"] = negative, ["positive"] = positive, ["sign"] = sign, ["sgn"] = sgn,
            ["floor"] = floor, ["ceil"] = ceil, ["trunc"] = trunc, ["fix"] = fix, ["frac"] = frac, ["round"] = x => round(x), ["signbit"] = signbit,
            ["sigmoid"] = sigmoid, ["erf"] = erf, ["erfc"] = erfc, ["sinc"] = sinc, ["i0"] = i0, ["deg2rad"] = deg2rad, ["rad2deg"] = rad2deg,
            ["special.erfcx"] = special.erfcx, ["special.i0e"] = special.i0e, ["special.i1"] = special.i1, ["special.i1e"] = special.i1e,
            ["special.ndtr"] = special.ndtr, ["special.sinc"] = special.sinc, ["special.expit"] = special.expit, ["special.exp2"] = special.exp2,
            ["special.airy_ai"] = x => special.airy_ai(x), ["special.bessel_j0"] = x => special.bessel_j0(x), ["special.bessel_j1"] = x => special.bessel_j1(x),
            ["special.modified_bessel_i0"] = x => special.modified_bessel_i0(x), ["special.modified_bessel_i1"] = x => special.modified_bessel_i1(x),
            ["relu"] = x => x.relu(), ["isnan"] = isnan, ["isfinite"] = isfinite, ["isreal"] = isreal, ["logical_not"] = logical_not,
        },
        ["p"] = new()
        {
            ["log"] = log, ["log2"] = log2, ["log10"] = log10, ["log1p"] = log1p, ["sqrt"] = sqrt, ["rsqrt"] = rsqrt, ["lgamma"] = lgamma,
            ["digamma"] = digamma, ["special.psi"] = special.psi, ["special.gammaln"] = special.gammaln, ["special.entr"] = special.entr, ["frexp"] = x => frexp(x),
            ["special.bessel_y0"] = x => special.bessel_y0(x), ["special.bessel_y1"] = x => special.bessel_y1(x),
            ["special.modified_bessel_k0"] = x => special.modified_bessel_k0(x), ["special.modified_bessel_k1"] = x => special.modified_bessel_k1(x),
            ["special.scaled_modified_bessel_k0"] = x => special.scaled_modified_bessel_k0(x),
            ["special.scaled_modified_bessel_k1"] = x => special.scaled_modified_bessel_k1(x),
            ["special.spherical_bessel_j0"] = x => special.spherical_bessel_j0(x),
        },
        ["u"] = new()
        {
            ["asin"] = asin, ["arcsin"] = arcsin, ["acos"] = acos, ["arccos"] = arccos, ["atanh"] = atanh, ["arctanh"] = arctanh, ["erfinv"] = erfinv,
        },
        ["g"] = new() { ["acosh"] = acosh, ["arccosh"] = arccosh, ["special.gammaln"] = special.gammaln },
        ["nan"] = new()
        {
            ["isnan"] = isnan, ["isinf"] = isinf, ["isfinite"] = isfinite, ["isposinf"] = isposinf, ["isneginf"] = isneginf, ["nan_to_num"] = x => nan_to_num(x),
            ["relu"] = x => x.relu(), ["sign"] = sign, ["exp"] = exp,
        },
        ["i"] = new() { ["abs"] = abs, ["neg"] = neg, ["sign"] = sign, ["exp"] = exp, ["sqrt"] = sqrt, ["square"] = square, ["bitwise_not"] = bitwise_not, ["sigmoid"] = sigmoid },
        ["t"] = new() { ["logical_not"] = logical_not, ["bitwise_not"] = bitwise_not, ["sin"] = sin },
        ["f"] = new() { ["exp"] = exp, ["tanh"] = tanh, ["erf"] = erf, ["sinc"] = sinc, ["floor"] = floor },
        ["e"] = new() { ["exp"] = exp, ["abs"] = abs, ["erf"] = erf },
        ["z"] = new() { ["exp"] = exp, ["cos"] = cos, ["sigmoid"] = sigmoid },
        ["r"] = new() { ["abs"] = abs, ["angle"] = angle, ["real"] = real, ["imag"] = imag, ["conj"] = conj, ["exp"] = exp, ["sgn"] = sgn, ["isreal"] = isreal, ["is_conj"] = x => is_conj(x) },
    };

    private static readonly Dictionary<string, Func<Given, object>> Others = new()
    {
        ["a + b"] = x => x.a + x.b, ["a - c"] = x => x.a - x.c, ["c * d"] = x => x.c * x.d, ["a / p"] = x => x.a / x.p, ["a + 2"] = x => x.a + 2, ["2 - a"] = x => 2 - x.a,
        ["3 * a"] = x => 3 * x.a, ["1 / p"] = x => 1 / x.p, ["-a"] = x => -x.a, ["a % p"] = x => x.a % x.p, ["a % 0.7"] = x => x.a % 0.7, ["i % 4"] = x => x.i % 4,
        ["a + z"] = x => x.a + x.z, ["e + b"] = x => x.e + x.b, ["e * z"] = x => x.e * x.z, ["f + a"] = x => x.f + x.a, ["f * z"] = x => x.f * x.z, ["i + f"] = x => x.i + x.f,
        ["i * 2"] = x => x.i * 2, ["i * 1.5"] = x => x.i * 1.5, ["i / 2"] = x => x.i / 2, ["t + i"] = x => x.t + x.i, ["t * 2"] = x => x.t * 2, ["s + i"] = x => x.s + x.i,
        ["h + s"] = x => x.h + x.s, ["h + 1"] = x => x.h + 1, ["h + h"] = x => x.h + x.h, ["f + 1"] = x => x.f + 1, ["r * r"] = x => x.r * x.r, ["r + 1"] = x => x.r + 1,
        ["a < b"] = x => x.a < x.b, ["a <= d"] = x => x.a <= x.d, ["a > 0.5"] = x => x.a > 0.5, ["i >= j"] = x => x.i >= x.j, ["i == k"] = x => x.i == x.k, ["i != 1"] = x => x.i != 1,
        ["i & j"] = x => x.i & x.j, ["i | j"] = x => x.i | x.j, ["i ^ j"] = x => x.i ^ x.j, ["~i"] = x => ~x.i, ["j << k"] = x => bitwise_left_shift(x.j, x.k), ["i >> k"] = x => bitwise_right_shift(x.i, x.k),
        ["t & (i > 0)"] = x => x.t & (x.i > 0), ["t | (i > 0)"] = x => x.t | (x.i > 0), ["t ^ (i > 0)"] = x => x.t ^ (x.i > 0), ["~t"] = x => ~x.t,
        ["torch.add(a, b, alpha=0.3)"] = x => add(x.a, x.b, 0.3), ["torch.add(i, 2, alpha=3)"] = x => add(x.i, 2, 3), ["torch.sub(a, d)"] = x => sub(x.a, x.d),
        ["torch.mul(a, c)"] = x => mul(x.a, x.c), ["torch.div(a, p, rounding_mode='floor')"] = x => div(x.a, x.p, RoundingMode.floor),
        ["torch.div(a, p, rounding_mode='trunc')"] = x => div(x.a, x.p, RoundingMode.trunc), ["torch.div(i, 4, rounding_mode='floor')"] = x => div(x.i, 4, RoundingMode.floor),
        ["torch.true_divide(i, j)"] = x => true_divide(x.i, x.j), ["torch.div(i, j, rounding_mode='floor')"] = x => floor_divide(x.i, x.j),
        ["torch.remainder(a, p)"] = x => remainder(x.a, x.p), ["torch.remainder(i, 5)"] = x => remainder(x.i, 5), ["torch.fmod(a, p)"] = x => fmod(x.a, x.p),
        ["torch.fmod(i, 5)"] = x => fmod(x.i, 5), ["torch.gcd(i, j)"] = x => gcd(x.i, x.j), ["torch.lcm(i, j)"] = x => lcm(x.i, x.j),
        ["torch.addcmul(a, b, c, value=0.4)"] = x => addcmul(x.a, x.b, x.c, 0.4), ["torch.addcdiv(a, b, p, value=0.4)"] = x => addcdiv(x.a, x.b, x.p, 0.4),
        ["torch.pow(p, a)"] = x => pow(x.p, x.a), ["torch.pow(a, 3)"] = x => pow(x.a, 3), ["torch.pow(p, 0.7)"] = x => pow(x.p, 0.7), ["torch.pow(j, k)"] = x => pow(x.j, x.k),
        ["torch.float_power(p, b)"] = x => float_power(x.p, x.b), ["torch.atan2(a, d)"] = x => atan2(x.a, x.d), ["torch.arctan2(a, b)"] = x => arctan2(x.a, x.b),
        ["torch.hypot(a, b)"] = x => hypot(x.a, x.b), ["torch.logaddexp(a, b)"] = x => logaddexp(x.a, x.b), ["torch.logaddexp2(a, b)"] = x => logaddexp2(x.a, x.b),
        ["torch.ldexp(a, k)"] = x => ldexp(x.a, x.k), ["torch.copysign(a, d)"] = x => copysign(x.a, x.d), ["torch.nextafter(f, f + 1)"] = x => nextafter(x.f, x.f + 1),
        ["torch.heaviside(f, f + 1)"] = x => heaviside(x.f, x.f + 1), ["torch.xlogy(a, p)"] = x => xlogy(x.a, x.p), ["torch.xlogy(a, 2)"] = x => xlogy(x.a, 2),
        ["torch.special.xlog1py(a, p)"] = x => special.xlog1py(x.a, x.p), ["torch.special.zeta(g.detach(), p)"] = x => special.zeta(x.g.detach(), x.p),
        ["torch.special.gammainc(p.detach(), g)"] = x => special.gammainc(x.p.detach(), x.g), ["torch.special.gammaincc(p.detach(), g)"] = x => special.gammaincc(x.p.detach(), x.g),
        ["torch.igamma(p.detach(), g)"] = x => igamma(x.p.detach(), x.g), ["torch.igammac(p.detach(), g)"] = x => igammac(x.p.detach(), x.g),
        ["torch.special.ndtri((u + 1) / 2)"] = x => special.ndtri((x.u + 1) / 2), ["torch.logit((u + 1) / 2)"] = x => logit((x.u + 1) / 2),
        ["torch.logit(u, 0.1)"] = x => logit(x.u, 0.1), ["torch.polygamma(1, p)"] = x => polygamma(x.p, 1), ["torch.special.polygamma(2, p)"] = x => special.polygamma(2, x.p),
        ["torch.mvlgamma(g, 2)"] = x => mvlgamma(x.g, 2), ["torch.special.multigammaln(g, 3)"] = x => special.multigammaln(x.g, 3), ["torch.round(a, decimals=2)"] = x => round(x.a, 2),
        ["torch.clamp(a, -0.5, 0.7)"] = x => clamp(x.a, -0.5, 0.7), ["torch.clamp(a, min=0.1)"] = x => clamp(x.a, min: 0.1), ["torch.clamp(a, max=b)"] = x => clamp(x.a, max: x.b),
        ["torch.clamp(a, -p, p)"] = x => clamp(x.a, -x.p, x.p), ["torch.clamp_min(a, 0.2)"] = x => clamp_min(x.a, 0.2), ["torch.clamp_max(a, 0.2)"] = x => clamp_max(x.a, 0.2),
        ["torch.clip(i, -2, 3)"] = x => clip(x.i, -2, 3), ["torch.maximum(a, b)"] = x => maximum(x.a, x.b), ["torch.minimum(a, c)"] = x => minimum(x.a, x.c),
        ["torch.fmax(a, b)"] = x => fmax(x.a, x.b), ["torch.fmin(nan, torch.zeros(6))"] = x => fmin(x.nan, zeros(6)), ["torch.lerp(a, d, p)"] = x => lerp(x.a, x.d, x.p),
        ["torch.lerp(a, b, 0.3)"] = x => lerp(x.a, x.b, tensor(0.3)), ["torch.nan_to_num(nan, 7, 8, -9)"] = x => nan_to_num(x.nan, 7, 8, -9),
        ["torch.logical_and(i, t)"] = x => logical_and(x.i, x.t), ["torch.logical_or(i, t)"] = x => logical_or(x.i, x.t), ["torch.logical_xor(i, t)"] = x => logical_xor(x.i, x.t),
        ["torch.eq(i, k)"] = x => eq(x.i, x.k), ["torch.eq(a, a)"] = x => equal(x.a, x.a), ["torch.isclose(a, a + 1e-9)"] = x => isclose(x.a, x.a + 1e-9),
        ["torch.allclose(a, d)"] = x => allclose(x.a, x.d), ["torch.allclose(nan, nan, equal_nan=True)"] = x => allclose(x.nan, x.nan, equal_nan: true),
        ["torch.isin(i, k)"] = x => isin(x.i, x.k), ["torch.isin(i, k, invert=True)"] = x => isin(x.i, x.k, invert: true), ["torch.complex(a, d)"] = x => complex(x.a, x.d),
        ["torch.polar(p, a)"] = x => polar(x.p, x.a), ["torch.view_as_real(r)"] = x => view_as_real(x.r), ["torch.view_as_complex(x4)"] = x => view_as_complex(x.x4),
        ["torch.softmax(a, 1)"] = x => x.a.softmax(1), ["torch.special.log_softmax(m, 2)"] = x => special.log_softmax(x.m, 2), ["F.relu6(3 * a)"] = x => (3 * x.a).relu6(),
        ["F.celu(a, 0.7)"] = x => x.a.celu(0.7), ["F.elu(a, 0.7)"] = x => x.a.elu(0.7), ["F.gelu(a)"] = x => x.a.gelu(), ["F.silu(a)"] = x => x.a.silu(), ["F.selu(a)"] = x => x.a.selu(),
        ["F.softplus(a)"] = x => x.a.softplus(), ["F.hardtanh(a)"] = x => x.a.hardtanh(-1, 1), ["F.hardsigmoid(a)"] = x => x.a.hardsigmoid(), ["F.hardswish(a)"] = x => x.a.hardswish(),
        ["F.leaky_relu(a, 0.2)"] = x => x.a.leaky_relu(0.2), ["F.log_softmax(a, 0)"] = x => x.a.log_softmax(0), ["torch.prelu(a, b)"] = x => x.a.prelu(x.b),
        ["a.float()"] = x => x.a.@float(), ["a.to(torch.int64)"] = x => x.a.to(int64), ["i.double()"] = x => x.i.@double(), ["a.half()"] = x => x.a.half(), ["a.bool()"] = x => x.a.@bool(),
        ["(10 * p).byte()"] = x => (10 * x.p).@byte(), ["a.int()"] = x => x.a.@int(), ["a.short()"] = x => x.a.@short(), ["a.char()"] = x => x.a.@char(), ["a.long()"] = x => x.a.@long(),
        ["a.cfloat()"] = x => x.a.cfloat(), ["a.cdouble()"] = x => x.a.cdouble(), ["a.type_as(f)"] = x => x.a.type_as(x.f), ["a.to(f)"] = x => x.a.to(x.f),
    };

    /// <summary>Polynomials of orders 0 to 2 at places inside (−1, 1).</summary>
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Polynomials = new()
    {
        ["chebyshev_polynomial_t"] = (x, n) => special.chebyshev_polynomial_t(x, n), ["chebyshev_polynomial_u"] = (x, n) => special.chebyshev_polynomial_u(x, n),
        ["chebyshev_polynomial_v"] = (x, n) => special.chebyshev_polynomial_v(x, n), ["chebyshev_polynomial_w"] = (x, n) => special.chebyshev_polynomial_w(x, n),
        ["shifted_chebyshev_polynomial_t"] = (x, n) => special.shifted_chebyshev_polynomial_t(x, n),
        ["shifted_chebyshev_polynomial_u"] = (x, n) => special.shifted_chebyshev_polynomial_u(x, n),
        ["shifted_chebyshev_polynomial_v"] = (x, n) => special.shifted_chebyshev_polynomial_v(x, n),
        ["shifted_chebyshev_polynomial_w"] = (x, n) => special.shifted_chebyshev_polynomial_w(x, n),
        ["hermite_polynomial_h"] = (x, n) => special.hermite_polynomial_h(x, n), ["hermite_polynomial_he"] = (x, n) => special.hermite_polynomial_he(x, n),
        ["laguerre_polynomial_l"] = (x, n) => special.laguerre_polynomial_l(x, n), ["legendre_polynomial_p"] = (x, n) => special.legendre_polynomial_p(x, n),
    };

    internal static IEnumerable<KeyValuePair<string, Func<Given, object>>> All =>
    [
        .. from domain in Unary
           from function in domain.Value
           select KeyValuePair.Create<string, Func<Given, object>>(
               $"torch.{function.Key}({domain.Key})", given => function.Value((Tensor)typeof(Given).GetProperty(domain.Key, Everything)!.GetValue(given)!)),
        .. from polynomial in Polynomials
           select KeyValuePair.Create<string, Func<Given, object>>($"torch.special.{polynomial.Key}(u.detach(), k)", given => polynomial.Value(given.u.detach(), given.k)),
        .. Others,
    ];

    private const System.Reflection.BindingFlags Everything = System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic;

}
