using System.Numerics;

namespace Charts.Json;

/// <summary>A table of numbers [rows, columns] behind a heatmap or contour; NaN is a gap.</summary>
public sealed class Matrix
{
    private readonly double[][] _rows;

    private Matrix(double[][] rows) => _rows = rows;

    /// <summary>Number of rows.</summary>
    public int Rows => _rows.Length;

    /// <summary>Number of columns.</summary>
    public int Columns => _rows[0].Length;

    /// <summary>The rows, top of the table first.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Values => _rows;

    /// <summary>Takes a copy of rows of equal length.</summary>
    /// <param name="rows">The rows [rows][columns].</param>
    /// <param name="argument">The name of the caller's argument, for the error.</param>
    /// <exception cref="ArgumentException">There is no value, or rows differ in length.</exception>
    public static Matrix Of<T>(IEnumerable<IEnumerable<T>> rows, string argument) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(rows, argument);
        var copy = rows.Select(row => row.Select(Series.ToDouble).ToArray()).ToArray();
        if (copy.Length == 0 || copy[0].Length == 0)
            throw new ArgumentException($"{argument} is empty; a heatmap needs at least one row and one column.", argument);
        for (var i = 1; i < copy.Length; i++)
            if (copy[i].Length != copy[0].Length)
                throw new ArgumentException(
                    $"{argument}: row {i} has {copy[i].Length} values but row 0 has {copy[0].Length}; rows must be equally long.", argument);
        return new(copy);
    }

    /// <summary>Takes a copy of a two-dimensional array [rows, columns].</summary>
    /// <param name="values">The values.</param>
    /// <param name="argument">The name of the caller's argument, for the error.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Matrix Of<T>(T[,] values, string argument) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        var columns = Enumerable.Range(0, values.GetLength(1)).ToArray();
        return Of(Enumerable.Range(0, values.GetLength(0)).Select(i => columns.Select(j => values[i, j])), argument);
    }
}
