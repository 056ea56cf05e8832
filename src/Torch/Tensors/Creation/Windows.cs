using TorchSharp.Interop;

namespace TorchSharp;

// Windows of signals.
public static partial class torch
{
    private static readonly Operator Bartlett = new("bartlett_window.periodic"), Blackman = new("blackman_window.periodic"), Hann = new("hann_window.periodic");
    private static readonly Operator Hamming = new("hamming_window.periodic_alpha_beta"), Kaiser = new("kaiser_window.beta");

    /// <summary>Bartlett's window: a triangle.</summary>
    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Bartlett, dtype, device, requires_grad, AtLeast(len, 0), periodic);

    /// <summary>Blackman's window.</summary>
    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Blackman, dtype, device, requires_grad, AtLeast(len, 0), periodic);

    /// <summary>Hann's window: a raised cosine.</summary>
    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Hann, dtype, device, requires_grad, AtLeast(len, 0), periodic);

    /// <summary>Hamming's window: alpha − beta · cos.</summary>
    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Hamming, dtype, device, requires_grad, AtLeast(len, 0), periodic, (double)alpha, (double)beta);

    /// <summary>Kaiser's window.</summary>
    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12.0f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(Kaiser, dtype, device, requires_grad, AtLeast(len, 0), periodic, (double)beta);

    private static Tensor Window(Operator window, ScalarType? dtype, Device? device, bool requiresGrad, params ReadOnlySpan<Value> shape) =>
        Made(window.Call([.. shape, dtype ?? _defaultType, Value.None, Known(device)]), requiresGrad);
}
