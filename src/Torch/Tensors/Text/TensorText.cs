using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes the values of tensors. Dimensions of more than a few places show their first and last ones.</summary>
internal static class TensorText
{
    private const int Edge = 3;
    private const long Most = 1000;

    /// <summary>The shown values as text of one width, in the shape [places shown].</summary>
    private sealed class Cells
    {
        private readonly string[] _texts;
        private readonly long[] _shown;

        internal Cells(Tensor tensor, string? format, CultureInfo culture)
        {
            var shape = torch.Given(tensor).shape;
            Elided = [.. shape.Select(n => tensor.numel() > Most && n > 2 * Edge)];
            using var scope = NewDisposeScope();
            using var silent = no_grad();
            var part = tensor.detach();
            for (var d = 0; d < shape.Length; d++)
            {
                if (!Elided[d])
                    continue;
                var last = part.narrow(d, shape[d] - Edge, Edge);
                part = cat([part.narrow(d, 0, Edge), last], d);
            }

            _shown = part.shape;
            _texts = Written(part.contiguous(), format, culture);
            var width = _texts.Length > 0 ? _texts.Max(t => t.Length) : 0;
            for (var i = 0; i < _texts.Length; i++)
                _texts[i] = _texts[i].PadLeft(width);
        }

        internal bool[] Elided { get; }

        internal long Shown(int dim) => _shown[dim];

        internal string this[long i] => _texts[i];

        internal int Rank => _shown.Length;
    }

    internal static string Numpy(Tensor tensor, string? format, CultureInfo culture, string newLine) => Nested(new(tensor, format, culture), "[", "]", newLine);

    internal static string CSharp(Tensor tensor, string? format, CultureInfo culture, string newLine)
    {
        var cells = new Cells(tensor, format, culture);
        var name = tensor.dtype switch
        {
            ScalarType.Float32 => "float", ScalarType.Float64 => "double", ScalarType.Int64 => "long", ScalarType.Int32 => "int", ScalarType.Bool => "bool",
            ScalarType.Byte => "byte", ScalarType.Int8 => "sbyte", ScalarType.Int16 => "short", ScalarType.Float16 => "Half", var other => other.ToString(),
        };
        return cells.Rank == 0 ? $"{name} {cells[0]}" : $"{name}[{new string(',', cells.Rank - 1)}] {Nested(cells, "{", "}", newLine)}";
    }

    private static string Nested(Cells cells, string open, string close, string newLine)
    {
        if (cells.Rank == 0)
            return cells[0].Trim();
        var text = new StringBuilder();
        long next = 0;
        Append(0);
        return text.ToString();

        void Append(int dim)
        {
            var innermost = dim == cells.Rank - 1;
            var separator = innermost ? ", " : "," + string.Concat(Enumerable.Repeat(newLine, cells.Rank - 1 - dim)) + new string(' ', dim + 1);
            text.Append(open);
            for (long i = 0; i < cells.Shown(dim); i++)
            {
                if (i > 0)
                    text.Append(separator);
                if (cells.Elided[dim] && i == Edge)
                    text.Append("...").Append(separator);
                if (innermost)
                    text.Append(cells[next++]);
                else
                    Append(dim + 1);
            }

            text.Append(close);
        }
    }

    internal static string Julia(Tensor tensor, string? format, int width, CultureInfo culture, string newLine)
    {
        var cells = new Cells(tensor, format, culture);
        if (cells.Rank == 0)
            return cells[0].Trim();
        var (rows, columns) = cells.Rank == 1 ? (1, cells.Shown(0)) : (cells.Shown(cells.Rank - 2), cells.Shown(cells.Rank - 1));
        var text = new StringBuilder();
        var matrices = columns * rows == 0 ? 0 : Enumerable.Range(0, cells.Rank).Aggregate(1L, (n, d) => n * cells.Shown(d)) / (rows * columns);
        for (long m = 0, next = 0; m < matrices; m++)
        {
            if (cells.Rank > 2)
                text.Append(m > 0 ? newLine : "").Append(Place(cells, m)).Append(newLine);
            for (long r = 0; r < rows; r++)
            {
                if (cells.Rank > 1 && cells.Elided[^2] && r == Edge)
                    text.Append(" ⋮").Append(newLine);
                var line = new StringBuilder();
                for (long c = 0; c < columns; c++)
                    line.Append(cells.Elided[^1] && c == Edge ? " …" : "").Append(' ').Append(cells[next++]);
                text.Append(line.Length > width ? line.ToString(0, width - 2) + " …" : line.ToString()).Append(newLine);
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Place(Cells cells, long number)
    {
        var places = new string[cells.Rank - 2];
        for (var d = places.Length - 1; d >= 0; d--)
        {
            places[d] = cells.Elided[d] && number % cells.Shown(d) >= Edge ? "end−" + (cells.Shown(d) - 1 - number % cells.Shown(d)) : (number % cells.Shown(d)).ToString();
            number /= cells.Shown(d);
        }

        return $"[{string.Join(",", places)},..,..] =";
    }

    private static string[] Written(Tensor tensor, string? format, CultureInfo culture)
    {
        if (tensor.dtype == ScalarType.Bool)
            return [.. tensor.data<bool>().Select(b => b ? "true" : "false")];
        if (torch.is_complex(tensor.dtype))
            return [.. tensor.to_type(ScalarType.ComplexFloat64).data<System.Numerics.Complex>().Select(z => z.ToString(format ?? "G5", culture))];
        if (!tensor.is_floating_point())
            return [.. tensor.to_type(ScalarType.Int64).data<long>().Select(n => n.ToString(culture))];
        var values = tensor.to_type(ScalarType.Float64).data<double>().ToArray();
        format ??= Shortest(values);
        return [.. values.Select(x => x.ToString(format, culture))];
    }

    /// <summary>Whole numbers without fractions, ordinary numbers with four digits after the point, others with exponents.</summary>
    private static string Shortest(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite).Select(Math.Abs)];
        var greatest = finite.Length > 0 ? finite.Max() : 0;
        if (finite.All(x => x == Math.Floor(x)) && greatest < 1e8)
            return "0";
        var least = finite.Where(x => x > 0).DefaultIfEmpty(1).Min();
        return greatest >= 1e5 || greatest < 1e-3 || greatest / least > 1e7 ? "0.0000e+00" : "0.0000";
    }
}
