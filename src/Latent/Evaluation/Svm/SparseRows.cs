using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Latent.Evaluation.Svm;

/// <summary>Rows in LIBSVM's layout, in memory that does not move: for each, its components that are not zero, then an end mark.</summary>
internal sealed unsafe class SparseRows : IDisposable
{
    private LibSvm.Node* _nodes;
    private nint* _rows;

    public SparseRows(Tensor x)
    {
        Require.Matrix(x, nameof(x));
        using var copy = x.detach().to_type(ScalarType.Float32).contiguous();
        var values = copy.data<float>().ToArray();
        (Count, var d) = ((int)x.shape[0], (int)x.shape[1]);
        var filled = values.Count(v => v != 0);
        _nodes = (LibSvm.Node*)NativeMemory.Alloc((nuint)(filled + Count), (nuint)sizeof(LibSvm.Node));
        _rows = (nint*)NativeMemory.Alloc((nuint)Count, (nuint)sizeof(nint));
        var next = _nodes;
        for (var row = 0; row < Count; row++)
        {
            _rows[row] = (nint)next;
            for (var i = 0; i < d; i++)
            {
                if (values[row * d + i] is var v && v != 0) *next++ = new() { Index = i + 1, Value = v };
            }

            *next++ = new() { Index = -1 };
        }
    }

    public int Count { get; }

    public nint Rows => (nint)_rows;

    public nint this[int row] => _rows[row];

    public void Dispose()
    {
        NativeMemory.Free(_nodes);
        NativeMemory.Free(_rows);
        _nodes = null;
        _rows = null;
    }
}
