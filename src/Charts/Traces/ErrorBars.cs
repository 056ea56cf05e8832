using Charts.Json;

namespace Charts;

/// <summary>Error bars of given half-lengths.</summary>
/// <param name="Array">Upward lengths [N], in units of the axis.</param>
/// <param name="ArrayMinus">Downward lengths [N]; null: as upward.</param>
public sealed record ErrorBars(Series Array, Series? ArrayMinus = null)
{
    /// <summary>Always "data": the lengths are given in <see cref="Array"/>.</summary>
    public string Type { get; } = "data";

    /// <summary>Whether both directions are alike.</summary>
    public bool Symmetric => ArrayMinus is null;

    /// <summary>Thickness in pixels.</summary>
    public double Thickness { get; init; } = 1.2;
}
