using TorchSharp.Interop;

namespace TorchSharp;

// Whether operations are recorded for derivatives: a state of each thread, with guards that put the former state back.
public static partial class torch
{
    /// <summary>Puts a thread's former state back when disposed; dispose it on the thread that made it.</summary>
    private sealed class AutoGradMode : IDisposable
    {
        private readonly bool _before;
        private bool _ended;

        internal AutoGradMode(bool enabled)
        {
            _before = is_grad_enabled();
            Native.shim_set_grad_enabled(enabled ? 1 : 0);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (!_ended)
                Native.shim_set_grad_enabled(_before ? 1 : 0);
            _ended = true;
        }
    }

    /// <summary>Inference mode until disposed; dispose it on the thread that made it.</summary>
    private sealed class InferenceMode : IDisposable
    {
        private nint _guard;

        internal InferenceMode(bool enabled) => _guard = Native.shim_inference_enter(enabled ? 1 : 0);

        /// <inheritdoc/>
        public void Dispose()
        {
            if (_guard != 0)
                Native.shim_inference_leave(_guard);
            _guard = 0;
        }
    }

    /// <summary>Operations of this thread are not recorded until the result is disposed.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Operations of this thread are recorded (or not) until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    /// <inheritdoc cref="enable_grad(bool)"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    /// <summary>Whether operations of this thread are recorded.</summary>
    public static bool is_grad_enabled() => Native.shim_grad_enabled() != 0;

    /// <summary>Tensors made until the result is disposed never take part in derivatives, which makes them a little cheaper.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled() => Native.shim_inference_enabled() != 0;
}
