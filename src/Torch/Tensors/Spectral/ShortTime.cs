using TorchSharp.Interop;

namespace TorchSharp;

// Spectra of windows that slide along a signal.
public static partial class torch
{
    /// <summary>The short-time Fourier transform: a spectrum for each window of <paramref name="n_fft"/> samples.</summary>
    /// <param name="input">A signal [samples] or a batch of them [N, samples], real or complex.</param>
    /// <param name="n_fft">How many samples a window has.</param>
    /// <param name="hop_length">The distance of two windows; −1 for a quarter of <paramref name="n_fft"/>.</param>
    /// <param name="win_length">How many samples <paramref name="window"/> has, at most <paramref name="n_fft"/>; −1 for as many.</param>
    /// <param name="window">The weights of a window's samples; null for 1.</param>
    /// <param name="center">Whether the first window is centred on the first sample; the signal is padded for that.</param>
    /// <param name="pad_mode">How it is padded.</param>
    /// <param name="normalized">Whether the spectra are divided by √n_fft.</param>
    /// <param name="onesided">Whether only the first half of the spectra is returned, the rest being its mirror; by default that of real signals.</param>
    /// <param name="return_complex">Whether the result is complex, else it has a last dimension of 2. Real signals need an answer.</param>
    /// <returns>[…, frequencies, windows].</returns>
    /// <exception cref="ArgumentException">The signal is neither [samples] nor [N, samples], or return_complex is needed.</exception>
    public static Tensor stft(
        Tensor input, long n_fft, long hop_length = -1L, long win_length = -1L, Tensor? window = null, bool center = true,
        PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null)
    {
        Expect.Dimensions(input, [1, 2], nameof(stft));
        AtLeast(n_fft, 1);
        if (return_complex is null && !is_complex(input) && (window is null || !is_complex(window)))
            throw new ArgumentException("A real signal's transform is complex: say whether it is to be returned as complex numbers.", nameof(return_complex));
        if (!center)
            return Stft.Call(input, n_fft, Unless(hop_length), Unless(win_length), window, normalized, onesided, return_complex);
        using var scope = NewDisposeScope();
        // Padding by reflection needs dimensions for batch and channels.
        var padded = nn.functional.pad(input.reshape(-1, 1, input.size(-1)), n_fft / 2, pad_mode);
        return scope.MoveToOuter(Stft.Call(
            padded.reshape([.. input.shape[..^1], padded.size(-1)]), n_fft, Unless(hop_length), Unless(win_length), window, normalized, onesided, return_complex));
    }

    /// <summary>The signal of least squared error whose <see cref="stft"/> is given.</summary>
    /// <param name="input">Spectra [frequencies, windows] or [N, frequencies, windows], complex.</param>
    /// <param name="n_fft">How many samples a window has.</param>
    /// <param name="hop_length">The distance of two windows; −1 for a quarter of <paramref name="n_fft"/>.</param>
    /// <param name="win_length">How many samples <paramref name="window"/> has; −1 for <paramref name="n_fft"/>.</param>
    /// <param name="window">The weights of a window's samples, as when transforming; null for 1.</param>
    /// <param name="center">Whether the first window was centred on the first sample.</param>
    /// <param name="normalized">Whether the spectra were divided by √n_fft.</param>
    /// <param name="onesided">Whether only half of the spectra is given; by default, if there are n_fft / 2 + 1 frequencies.</param>
    /// <param name="length">How many samples to return; −1 for as many as the windows cover.</param>
    /// <param name="return_complex">Whether the signal is complex.</param>
    /// <returns>[samples] or [N, samples].</returns>
    public static Tensor istft(
        Tensor input, long n_fft, long hop_length = -1L, long win_length = -1L, Tensor? window = null, bool center = true, bool normalized = false,
        bool? onesided = null, long length = -1L, bool return_complex = false) => Istft.Call(
            input, AtLeast(n_fft, 1), Unless(hop_length), Unless(win_length), window, center, normalized, onesided, Unless(length), return_complex);

    private static long? Unless(long n, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(n))] string name = "") =>
        n == -1 ? null : AtLeast(n, 1, name);

    private static readonly Operator Stft = new("stft"), Istft = new("istft");

    public partial class Tensor
    {
        /// <inheritdoc cref="torch.stft"/>
        public Tensor stft(
            long n_fft, long hop_length = -1L, long win_length = -1L, Tensor? window = null, bool center = true,
            PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
            torch.stft(this, n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

        /// <inheritdoc cref="torch.istft"/>
        public Tensor istft(
            long n_fft, long hop_length = -1L, long win_length = -1L, Tensor? window = null, bool center = true, bool normalized = false,
            bool? onesided = null, long length = -1L, bool return_complex = false) =>
            torch.istft(this, n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);
    }
}
