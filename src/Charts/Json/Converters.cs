using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Charts.Json;

/// <summary>Whole numbers exactly, others with seven significant digits (as many as a float has); NaN and infinities, which JSON lacks, as null.</summary>
internal sealed class NumberConverter : WriteOnlyConverter<double>
{
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => Put(writer, value);

    public static void Put(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
            writer.WriteNullValue();
        else
            writer.WriteRawValue(value.ToString(IsWhole(value) ? "F0" : "G7", CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    private static bool IsWhole(double value) => Math.Abs(value) < 1e15 && value == Math.Truncate(value);
}

/// <summary>A series as an array of numbers or of strings.</summary>
internal sealed class SeriesConverter : WriteOnlyConverter<Series>
{
    public override void Write(Utf8JsonWriter writer, Series value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in value.Numbers ?? [])
            NumberConverter.Put(writer, number);
        foreach (var label in value.Labels ?? [])
            writer.WriteStringValue(label);
        writer.WriteEndArray();
    }
}

/// <summary>A matrix as an array of rows.</summary>
internal sealed class MatrixConverter : WriteOnlyConverter<Matrix>
{
    public override void Write(Utf8JsonWriter writer, Matrix value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var row in value.Values)
        {
            writer.WriteStartArray();
            foreach (var number in row)
                NumberConverter.Put(writer, number);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}

/// <summary>A colour scale as plotly's list of [position, colour].</summary>
internal sealed class ColorScaleConverter : WriteOnlyConverter<ImmutableArray<(double Position, string Color)>>
{
    public override void Write(
        Utf8JsonWriter writer, ImmutableArray<(double Position, string Color)> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (position, color) in value)
        {
            writer.WriteStartArray();
            NumberConverter.Put(writer, position);
            writer.WriteStringValue(color);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}

/// <summary>Figures are written, never read.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Figures are written as JSON, not read from it.");
}
