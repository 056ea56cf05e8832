using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Where a Fourier transform of n places is divided by n.</summary>
public enum FFTNormType
{
    /// <summary>In the inverse transform.</summary>
    Backward = 0,
    /// <summary>In the forward transform.</summary>
    Forward = 1,
    /// <summary>In both, by √n.</summary>
    Ortho = 2,
}

public static partial class torch
{
    /// <summary>Discrete Fourier transforms.</summary>
    public static partial class fft
    {
        /// <summary>The discrete Fourier transform along a dimension, padded with 0 or cut to n places. (A member cannot be called like its class.)</summary>
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Fft.Call(input, Length(n), dim, Named(norm));
        /// <summary>The inverse of <see cref="fft_"/>.</summary>
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ifft.Call(input, Length(n), dim, Named(norm));
        /// <summary>Of real numbers: the first half of <see cref="fft_"/>.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Rfft.Call(input, Length(n), dim, Named(norm));
        /// <summary>The inverse of <see cref="rfft"/>.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Irfft.Call(input, Length(n), dim, Named(norm));
        /// <summary>Of the first half of a signal that is its own conjugate mirrored: a real spectrum.</summary>
        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Hfft.Call(input, Length(n), dim, Named(norm));
        /// <summary>The inverse of <see cref="hfft"/>.</summary>
        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Ihfft.Call(input, Length(n), dim, Named(norm));
        /// <summary>The discrete Fourier transform over two dimensions (the last) unless others are given.</summary>
        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Fft2.Call(input, s, dim ?? [-2, -1], Named(norm));
        /// <summary>The inverse discrete Fourier transform over two dimensions (the last) unless others are given.</summary>
        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ifft2.Call(input, s, dim ?? [-2, -1], Named(norm));
        /// <summary>Of real numbers, the discrete Fourier transform over two dimensions (the last) unless others are given.</summary>
        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Rfft2.Call(input, s, dim ?? [-2, -1], Named(norm));
        /// <summary>The inverse, of real numbers, of the discrete Fourier transform over two dimensions (the last) unless others are given.</summary>
        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Irfft2.Call(input, s, dim ?? [-2, -1], Named(norm));
        /// <summary>The discrete Fourier transform over dimensions (all) unless others are given.</summary>
        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Fftn.Call(input, s, dim, Named(norm));
        /// <summary>The inverse discrete Fourier transform over dimensions (all) unless others are given.</summary>
        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ifftn.Call(input, s, dim, Named(norm));
        /// <summary>Of real numbers, the discrete Fourier transform over dimensions (all) unless others are given.</summary>
        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Rfftn.Call(input, s, dim, Named(norm));
        /// <summary>The inverse, of real numbers, of the discrete Fourier transform over dimensions (all) unless others are given.</summary>
        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Irfftn.Call(input, s, dim, Named(norm));
        /// <summary>The frequency 0 moved to the middle of dimensions.</summary>
        public static Tensor fftshift(Tensor input, long[]? dim = null) => Fftshift.Call(input, dim);
        /// <summary>The inverse of <see cref="fftshift"/>.</summary>
        public static Tensor ifftshift(Tensor input, long[]? dim = null) => Ifftshift.Call(input, dim);
        /// <summary>The frequencies of <see cref="fft_"/> for n samples at distances d.</summary>
        public static Tensor fftfreq(long n, double d = 1.0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Fftfreq.Call(AtLeast(n, 1), d, dtype ?? _defaultType, Value.None, Known(device)), requires_grad);
        /// <summary>The frequencies of <see cref="rfft"/> for n samples at distances d.</summary>
        public static Tensor rfftfreq(long n, double d = 1.0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Rfftfreq.Call(AtLeast(n, 1), d, dtype ?? _defaultType, Value.None, Known(device)), requires_grad);

        /// <summary>Of the first half of signals that are their own conjugate mirrored, over two dimensions (the last) unless others are given.</summary>
        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Hfft2.Call(input, s, dim ?? [-2, -1], Named(norm));
        /// <summary>The inverse of <see cref="hfft2"/>.</summary>
        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ihfft2.Call(input, s, dim ?? [-2, -1], Named(norm));
        /// <summary>Of the first half of signals that are their own conjugate mirrored, over dimensions (all) unless others are given.</summary>
        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Hfftn.Call(input, s, dim, Named(norm));
        /// <summary>The inverse of <see cref="hfftn"/>.</summary>
        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Ihfftn.Call(input, s, dim, Named(norm));

        private static long? Length(long n) => n == -1 ? null : AtLeast(n, 1);

        private static string Named(FFTNormType norm) => norm switch
        {
            FFTNormType.Backward => "backward",
            FFTNormType.Forward => "forward",
            FFTNormType.Ortho => "ortho",
            _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, $"There is no norm {norm}."),
        };

        private static readonly Operator Fft = new("fft_fft"), Ifft = new("fft_ifft"), Rfft = new("fft_rfft"), Irfft = new("fft_irfft");
        private static readonly Operator Hfft = new("fft_hfft"), Ihfft = new("fft_ihfft"), Fft2 = new("fft_fft2"), Ifft2 = new("fft_ifft2");
        private static readonly Operator Rfft2 = new("fft_rfft2"), Irfft2 = new("fft_irfft2"), Fftn = new("fft_fftn"), Ifftn = new("fft_ifftn");
        private static readonly Operator Rfftn = new("fft_rfftn"), Irfftn = new("fft_irfftn"), Fftshift = new("fft_fftshift"), Ifftshift = new("fft_ifftshift");
        private static readonly Operator Hfft2 = new("fft_hfft2"), Ihfft2 = new("fft_ihfft2"), Hfftn = new("fft_hfftn"), Ihfftn = new("fft_ihfftn");
        private static readonly Operator Fftfreq = new("fft_fftfreq"), Rfftfreq = new("fft_rfftfreq");
    }
}
