using TorchSharp.Interop;

namespace TorchSharp;

// Tensors of regular values, and complex ones from their parts.
public static partial class torch
{
    private static readonly Operator Arange = new("arange.start_step"), Linspace = new("linspace"), Logspace = new("logspace");
    private static readonly Operator Eye = new("eye.m"), Complex = new("complex"), Polar = new("polar");

    /// <summary>0, 1, … up to, not including, <paramref name="stop"/>; the type follows the numbers when none is given.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);
    /// <inheritdoc cref="arange(Scalar, Scalar, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);
    /// <summary>From start in steps up to, not including, stop; the type follows the numbers when none is given.</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from <paramref name="stop"/>.</exception>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(stop);
        ArgumentNullException.ThrowIfNull(step);
        if (step.ToDouble() == 0 || (stop.ToDouble() - start.ToDouble()) * step.ToDouble() < 0)
            throw new ArgumentException($"A step of {step} does not lead from {start} to {stop}.", nameof(step));
        var whole = start.Tag == Tag.Int && stop.Tag == Tag.Int && step.Tag == Tag.Int;
        return Made(Arange.Call(start, stop, step, dtype ?? (whole ? ScalarType.Int64 : _defaultType), Value.None, Known(device)), requires_grad);
    }

    /// <summary><paramref name="steps"/> numbers at equal distances from start to end, both included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Linspace.Call(start, end, AtLeast(steps, 0), dtype ?? _defaultType, Value.None, Known(device)), requires_grad);

    /// <summary><paramref name="steps"/> numbers with equal ratios from @base^start to @base^end.</summary>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Logspace.Call(start, end, AtLeast(steps, 0), @base, dtype ?? _defaultType, Value.None, Known(device)), requires_grad);

    /// <summary>1 on the diagonal, 0 elsewhere; square unless columns are given.</summary>
    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(
            Eye.Call(AtLeast(rows, 0), columns == -1 ? rows : AtLeast(columns, 0), dtype ?? _defaultType, Value.None, Known(device)),
            requires_grad,
            names);

    /// <summary>Complex numbers from real and imaginary parts.</summary>
    public static Tensor complex(Tensor real, Tensor imag) => Complex.Call(real, imag);

    /// <summary>Complex numbers from absolute values and angles in radians.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => Polar.Call(abs, angle);
}
