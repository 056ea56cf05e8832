using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Latent.Evaluation.Svm;

/// <summary>Rows in LIBSVM's layout, in memory that does not move: pixels, or values of a kernel that are computed already.</summary>
internal sealed unsafe class SvmRows : IDisposable
{
    private const int Block = 500; // rows of the kernel at once

    private readonly LibSvm.Node* _nodes;
    private readonly nint* _rows;

    private SvmRows(int count, long nodes)
    {
        Count = count;
        _nodes = (LibSvm.Node*)NativeMemory.Alloc((nuint)nodes, (nuint)sizeof(LibSvm.Node));
        _rows = (nint*)NativeMemory.Alloc((nuint)count, (nuint)sizeof(nint));
    }

    public int Count { get; }

    public nint Rows => (nint)_rows;

    public nint this[int row] => _rows[row];

    /// <summary>The pixels that are not zero; LIBSVM computes the kernel from them as it needs it.</summary>
    /// <param name="x">[N, D].</param>
    public static SvmRows OfPixels(Tensor x)
    {
        using var copy = x.detach().to_type(ScalarType.Float32).contiguous();
        var values = copy.data<float>().ToArray();
        var (count, d) = ((int)x.shape[0], (int)x.shape[1]);
        var rows = new SvmRows(count, values.LongCount(v => v != 0) + count);
        var next = rows._nodes;
        for (var row = 0; row < count; row++)
        {
            rows._rows[row] = (nint)next;
            for (var i = 0; i < d; i++)
            {
                if (values[row * d + i] is var v && v != 0) *next++ = new() { Index = i + 1, Value = v };
            }

            *next++ = new() { Index = -1 };
        }

        return rows;
    }

    /// <summary>The row's number, from 1, and its kernel \(\exp(-\gamma\|x-c\|^2)\) with every centre.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="centres">[M, D] float64.</param>
    /// <param name="gamma">γ.</param>
    public static SvmRows OfKernel(Tensor x, Tensor centres, double gamma)
    {
        var (count, m) = ((int)x.shape[0], (int)centres.shape[0]);
        var rows = new SvmRows(count, KernelNodes(count, m));
        var next = rows._nodes;
        using var squared = centres.square();
        using var norms = squared.sum(1);
        for (var start = 0; start < count; start += Block)
        {
            using var scope = NewDisposeScope();
            var part = x.narrow(0, start, Math.Min(Block, count - start)).detach().to_type(ScalarType.Float64);
            var squares = part.square().sum(1, keepdim: true) + norms; // ‖x‖² + ‖c‖²
            var kernel = squares.sub_(part.matmul(centres.t()).mul_(2)).clamp_min_(0).mul_(-gamma).exp_().data<double>().ToArray();
            for (var i = 0; i < kernel.Length; i++)
            {
                if (i % m == 0)
                {
                    var row = start + i / m;
                    rows._rows[row] = (nint)next;
                    *next++ = new() { Value = row + 1 };
                }

                *next++ = new() { Index = i % m + 1, Value = kernel[i] };
            }
        }

        return rows;
    }

    /// <summary>Memory of <see cref="OfKernel"/> in megabytes.</summary>
    public static double KernelMegabytes(long count, long centres) => KernelNodes(count, centres) * sizeof(LibSvm.Node) / 1e6;

    public void Dispose()
    {
        NativeMemory.Free(_nodes);
        NativeMemory.Free(_rows);
    }

    private static long KernelNodes(long count, long centres) => count * (centres + 1);
}
