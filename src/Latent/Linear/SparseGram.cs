using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>
/// xᵀx and the column sums of a matrix that is mostly zeros, as images of strokes on a black ground are (81 % of MNIST): the products
/// with a zero are left out, so that the work is the density times that of a dense product.
/// </summary>
/// <remarks>
/// Rows are taken in blocks. Within a block the entries that are not zero are listed by column; then each strip of 64 columns, small
/// enough for the nearest cache, is multiplied with all lists. Each thread has its own sums and its own fixed share of the rows, so
/// the result has the same bits every time.
/// </remarks>
internal static class SparseGram
{
    private const int BlockRows = 1024;
    private const int GroupRows = 64;
    private const int Strip = 64;
    private const int Lanes = 8;

    /// <summary>The share of nonzero entries below which leaving out zeros is faster than a dense product.</summary>
    public const double WorthwhileDensity = 0.3;

    /// <summary>The share of nonzero entries, judged by about a thousand evenly spaced rows.</summary>
    public static double Density(Tensor x)
    {
        using var scope = NewDisposeScope();
        var sample = x.slice(0, 0, x.shape[0], Math.Max(1, x.shape[0] / 1024));
        return sample.ne(0).sum().item<long>() / (double)sample.numel();
    }

    /// <summary>xᵀx, of which only the upper triangle is filled, and the sums of the columns.</summary>
    /// <param name="x">[N, D] float32 or float64.</param>
    /// <returns>[D, D] and [D], float64.</returns>
    public static (Tensor Gram, Tensor Sums) Of(Tensor x)
    {
        using var rows = x.contiguous();
        int n = (int)x.shape[0], d = (int)x.shape[1], width = (d + Strip - 1) / Strip * Strip;
        var shares = Math.Max(1, Math.Min(get_num_threads(), n / BlockRows));
        var partial = new Share[shares];
        Parallel.For(0, shares, new ParallelOptions { MaxDegreeOfParallelism = shares }, s =>
        {
            partial[s] = new Share(d, width);
            int from = (int)((long)n * s / shares), to = (int)((long)n * (s + 1) / shares);
            for (var start = from; start < to; start += BlockRows)
            {
                var count = Math.Min(BlockRows, to - start);
                partial[s].Read(rows, start, count);
                partial[s].Multiply(count);
            }
        });
        for (var s = 1; s < shares; s++) partial[0].Add(partial[s]);
        using var gram = tensor(partial[0].Gram, [d, width], ScalarType.Float64);
        return (gram.narrow(1, 0, d), tensor(partial[0].Sums, [d], ScalarType.Float64));
    }

    /// <summary>One thread's sums and the block of rows it is working on.</summary>
    private sealed class Share(int d, int width)
    {
        private const int Groups = BlockRows / GroupRows;
        private readonly double[] _block = new double[BlockRows * width]; // rows padded with zeros to whole strips
        private readonly double[] _values = new double[BlockRows * d]; // nonzero entries: by group of rows, then by column
        private readonly int[] _rows = new int[BlockRows * d]; // where in the block the row of each entry starts
        private readonly int[] _starts = new int[Groups * d + 1];

        public double[] Gram { get; } = new double[(long)d * width];

        public double[] Sums { get; } = new double[d];

        public void Add(Share other)
        {
            for (var i = 0; i < Gram.Length; i++) Gram[i] += other.Gram[i];
            for (var i = 0; i < Sums.Length; i++) Sums[i] += other.Sums[i];
        }

        /// <summary>Copies rows into the block as doubles and lists their nonzero entries.</summary>
        public void Read(Tensor x, int start, int count)
        {
            using (var part = x.narrow(0, start, count)) Copy(part, count);
            var entries = 0;
            for (var first = 0; first < count; first += GroupRows)
            {
                var last = Math.Min(first + GroupRows, count);
                for (var column = 0; column < d; column++)
                {
                    _starts[first / GroupRows * d + column] = entries;
                    for (var at = first * width + column; at < last * width; at += width)
                    {
                        // without a branch: an entry is always written, and kept by moving on
                        var value = _block[at];
                        _values[entries] = value;
                        _rows[entries] = at - column;
                        entries += value != 0 ? 1 : 0;
                    }
                }
            }

            _starts[(count + GroupRows - 1) / GroupRows * d] = entries;
        }

        /// <summary>Adds the block's products to the sums, one strip of columns after the other.</summary>
        public void Multiply(int count)
        {
            var groups = (count + GroupRows - 1) / GroupRows;
            for (var strip = 0; strip < width; strip += Strip)
            {
                var columns = Math.Min(d, strip + Strip); // on and above the diagonal
                for (var group = 0; group < groups; group++)
                {
                    for (var column = 0; column < columns; column++)
                    {
                        int from = _starts[group * d + column], to = _starts[group * d + column + 1];
                        if (from < to) Accumulate(ref Gram[column * width + strip], strip, from, to);
                    }
                }
            }

            for (var group = 0; group < groups; group++)
            {
                for (var column = 0; column < d; column++)
                {
                    for (var e = _starts[group * d + column]; e < _starts[group * d + column + 1]; e++) Sums[column] += _values[e];
                }
            }
        }

        // \mathrm{sum}_{c,\cdot} \mathrel{+}= \sum_{r:\,x_{rc}\ne0} x_{rc}\, x_{r\cdot} over one strip
        private void Accumulate(ref double sum, int strip, int from, int to)
        {
            ref var block = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_block), strip);
            ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
            ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
            var (s0, s1) = (Vector512.LoadUnsafe(ref sum), Vector512.LoadUnsafe(ref sum, Lanes));
            var (s2, s3) = (Vector512.LoadUnsafe(ref sum, 2 * Lanes), Vector512.LoadUnsafe(ref sum, 3 * Lanes));
            var (s4, s5) = (Vector512.LoadUnsafe(ref sum, 4 * Lanes), Vector512.LoadUnsafe(ref sum, 5 * Lanes));
            var (s6, s7) = (Vector512.LoadUnsafe(ref sum, 6 * Lanes), Vector512.LoadUnsafe(ref sum, 7 * Lanes));
            for (var e = from; e < to; e++)
            {
                var value = Vector512.Create(Unsafe.Add(ref values, e));
                ref var row = ref Unsafe.Add(ref block, Unsafe.Add(ref rows, e));
                s0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row), s0);
                s1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, Lanes), s1);
                s2 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 2 * Lanes), s2);
                s3 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 3 * Lanes), s3);
                s4 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 4 * Lanes), s4);
                s5 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 5 * Lanes), s5);
                s6 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 6 * Lanes), s6);
                s7 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 7 * Lanes), s7);
            }

            s0.StoreUnsafe(ref sum);
            s1.StoreUnsafe(ref sum, Lanes);
            s2.StoreUnsafe(ref sum, 2 * Lanes);
            s3.StoreUnsafe(ref sum, 3 * Lanes);
            s4.StoreUnsafe(ref sum, 4 * Lanes);
            s5.StoreUnsafe(ref sum, 5 * Lanes);
            s6.StoreUnsafe(ref sum, 6 * Lanes);
            s7.StoreUnsafe(ref sum, 7 * Lanes);
        }

        private void Copy(Tensor part, int count)
        {
            if (part.dtype == ScalarType.Float64)
            {
                var source = MemoryMarshal.Cast<byte, double>(part.bytes);
                for (var r = 0; r < count; r++) source.Slice(r * d, d).CopyTo(_block.AsSpan(r * width));
                return;
            }

            var single = MemoryMarshal.Cast<byte, float>(part.bytes);
            for (var r = 0; r < count; r++)
            {
                var row = single.Slice(r * d, d);
                for (var c = 0; c < d; c++) _block[r * width + c] = row[c];
            }
        }
    }
}
