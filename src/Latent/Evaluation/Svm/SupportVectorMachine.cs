using System.Runtime.InteropServices;
using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Evaluation.Svm;

/// <summary>What a support vector machine depends on.</summary>
/// <param name="C">Cost of a training error > 0.</param>
/// <param name="Gamma">γ > 0 of the kernel \(\exp(-\gamma\|x-x'\|^2)\).</param>
/// <param name="CacheMegabytes">Memory for columns of the kernel matrix, > 0.</param>
/// <param name="Tolerance">Of the optimality conditions, > 0.</param>
/// <param name="KernelMegabytes">Memory for the whole kernel matrix, ≥ 0: 16 bytes a pair of training rows. Where it fits, the matrix is computed once as a product of
/// matrices; where it does not, LIBSVM computes each value when it needs it, at many times the cost.</param>
public sealed record SvmOptions(double C = 1, double Gamma = 0.01, double CacheMegabytes = 500, double Tolerance = 1e-3, double KernelMegabytes = 3_000);

/// <summary>
/// A support vector machine with a Gaussian kernel, one for each pair of classes (Cortes &amp; Vapnik 1995), trained by LIBSVM. Deterministic.
/// </summary>
public sealed class SupportVectorMachine : IDisposable
{
    private const int Block = 1_000; // rows that are laid out at once for predictions

    private readonly SvmRows _training; // the model points into it
    private readonly Tensor? _centres; // of the precomputed kernel: the training rows
    private readonly double _gamma;
    private readonly int _inputs;
    private nint _model;

    private SupportVectorMachine(nint model, SvmRows training, Tensor? centres, double gamma, int inputs) =>
        (_model, _training, _centres, _gamma, _inputs) = (model, training, centres, gamma, inputs);

    /// <summary>How many training rows the decision depends on.</summary>
    public int SupportVectors => LibSvm.SupportVectors(Live());

    /// <summary>Trains.</summary>
    /// <param name="images">With labels of at least two classes.</param>
    /// <param name="options">Cost and kernel; the defaults if null.</param>
    /// <exception cref="ArgumentException">Only one class, or no finite number ≥ 0 as pixel.</exception>
    /// <exception cref="DllNotFoundException">LIBSVM is not installed; the message says what to type.</exception>
    public static unsafe SupportVectorMachine Train(LabelledImages images, SvmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        Require.Matrix(images.Images, nameof(images));
        options ??= new();
        var n = images.Images.shape[0];
        var precomputed = SvmRows.KernelMegabytes(n, n) <= Require.NotNegative(options.KernelMegabytes, nameof(options));
        var parameter = new LibSvm.Parameter
        {
            Type = LibSvm.CSvc, Kernel = precomputed ? LibSvm.Precomputed : LibSvm.Rbf, Shrinking = 1,
            C = Require.Positive(options.C, nameof(options)), Gamma = Require.Positive(options.Gamma, nameof(options)),
            CacheMegabytes = Require.Positive(options.CacheMegabytes, nameof(options)), Tolerance = Require.Positive(options.Tolerance, nameof(options)),
        };
        double[] labels = [.. images.LabelArray().Select(label => (double)label)];
        if (labels.Distinct().Count() < 2) throw new ArgumentException("Expected images of at least two classes, given one.", nameof(images));
        using (var finite = images.Images.isfinite())
        using (var all = finite.all())
        {
            if (!all.item<bool>()) throw Require.NotFinite(images.Images, nameof(images));
        }

        LibSvm.Print((nint)(delegate* unmanaged<nint, void>)&Silent);
        var centres = precomputed ? images.Images.detach().to_type(ScalarType.Float64).clone().DetachFromDisposeScope() : null;
        var rows = LaidOut(images.Images, centres, options.Gamma);
        fixed (double* y = labels)
        {
            var problem = new LibSvm.Problem { Count = rows.Count, Labels = (nint)y, Rows = rows.Rows };
            if (LibSvm.Check(problem, parameter) is var wrong && wrong != 0)
            {
                centres?.Dispose();
                rows.Dispose();
                throw new ArgumentException($"LIBSVM refuses the options: {Marshal.PtrToStringUTF8(wrong)}.", nameof(options));
            }

            return new(LibSvm.Train(problem, parameter), rows, centres, options.Gamma, (int)images.Images.shape[1]);
        }
    }

    /// <summary>The class of each row: [N] int64. Rows are divided among the processor's cores.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="threads">Cores to use, ≥ 1; null: all.</param>
    public Tensor Predict(Tensor x, int? threads = null)
    {
        Require.Matrix(x, nameof(x), _inputs);
        var (model, labels) = (Live(), new long[x.shape[0]]);
        for (var start = 0; start < labels.Length; start += Block)
        {
            using var part = x.narrow(0, start, Math.Min(Block, labels.Length - start));
            using var rows = LaidOut(part, _centres, _gamma);
            var from = start;
            Parallel.For(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? -1 }, i => labels[from + i] = (long)LibSvm.Predict(model, rows[i]));
        }

        return tensor(labels, ScalarType.Int64);
    }

    /// <summary>How often the predicted class is not the label.</summary>
    /// <param name="images">What to judge by.</param>
    /// <param name="threads">Cores to use, ≥ 1; null: all.</param>
    public ErrorRate Error(LabelledImages images, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var predicted = Predict(images.Images, threads);
        return ErrorRate.Of(predicted, images.Labels);
    }

    /// <summary>Frees the model.</summary>
    public void Dispose()
    {
        if (_model == 0) return;
        LibSvm.Free(ref _model);
        _training.Dispose();
        _centres?.Dispose();
    }

    private static SvmRows LaidOut(Tensor x, Tensor? centres, double gamma) => centres is null ? SvmRows.OfPixels(x) : SvmRows.OfKernel(x, centres, gamma);

    private nint Live()
    {
        ObjectDisposedException.ThrowIf(_model == 0, this);
        return _model;
    }

    [UnmanagedCallersOnly]
    private static void Silent(nint text)
    {
    }
}
