using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// Until disposed, each recorded operation remembers where it was called, and a derivative that fails or becomes NaN says so. It slows
/// everything down and holds for all threads.
/// </summary>
public class AnomalyMode : IDisposable
{
    private readonly bool _before = IsEnabled, _checkedBefore = ShouldCheckNaN;
    private bool _ended;

    /// <summary>Switches anomaly mode on or off.</summary>
    /// <param name="enabled">Whether operations remember where they were called.</param>
    /// <param name="check_nan">Whether a derivative that becomes NaN is an error.</param>
    public AnomalyMode(bool enabled, bool check_nan = true) => Set(enabled, check_nan);

    /// <summary>Whether anomaly mode is on.</summary>
    public static bool IsEnabled => (Native.shim_anomaly() & 1) != 0;

    /// <summary>Whether, while anomaly mode is on, a derivative that becomes NaN is an error.</summary>
    public static bool ShouldCheckNaN => (Native.shim_anomaly() & 2) != 0;

    /// <summary>Puts the former mode back.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_ended)
            Set(_before, _checkedBefore);
        _ended = true;
    }

    private static void Set(bool enabled, bool checkNan)
    {
        FunctionCallbacks.Register();
        Native.shim_anomaly_set(enabled ? 1 : 0, checkNan ? 1 : 0);
    }
}

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Anomaly mode until the result is disposed: derivatives that fail or become NaN name their operation and where it was called.</summary>
        /// <param name="check_nan">Whether a derivative that becomes NaN is an error.</param>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        /// <summary>Anomaly mode on or off until the result is disposed.</summary>
        /// <param name="mode">Whether it is on.</param>
        /// <param name="check_nan">Whether a derivative that becomes NaN is an error.</param>
        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }
}
