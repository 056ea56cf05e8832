using System.Text.Json;
using Latent.Data;

namespace Latent.Evaluation;

/// <summary>A number that a long computation reproduced, with what is needed to make it again: one file of <c>data/results</c>.</summary>
/// <param name="Id">Name of the file, without <c>.json</c>.</param>
/// <param name="Quantity">What was measured, in words.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">What it came to.</param>
/// <param name="Ci95">Low and high end of its 95 % interval; null when it has none.</param>
/// <param name="N">Examples that it is a mean over.</param>
/// <param name="Reference">The figure to set it beside; null when there is none.</param>
/// <param name="ReferenceSource">Where that figure is from.</param>
/// <param name="Setting">Model, data and training in one line.</param>
/// <param name="Seed">Of all randomness.</param>
/// <param name="Scale"><c>paper</c>, or a smaller one.</param>
/// <param name="Commit">The commit it was computed with.</param>
/// <param name="Machine">Processor, cores and threads.</param>
/// <param name="Seconds">Wall-clock time, added up over interruptions.</param>
/// <param name="Date">The day it was finished, in ISO 8601.</param>
public sealed record RecordedResult(
    string Id, string Quantity, string Unit, double Value, IReadOnlyList<double>? Ci95, long N, double? Reference, string? ReferenceSource,
    string Setting, long Seed, string Scale, string Commit, string Machine, double Seconds, string Date)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Half the width of the 95 % interval; null when there is none.</summary>
    public double? HalfWidth95 => Ci95 is [var low, var high] ? (high - low) / 2 : null;

    /// <summary>Reads the result with an id; null when it was not recorded.</summary>
    /// <param name="id">Name of the file, without <c>.json</c>.</param>
    /// <param name="folder">Null: <c>data/results</c> of the repository.</param>
    /// <exception cref="InvalidDataException">The file is no such result.</exception>
    public static RecordedResult? Find(string id, string? folder = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var path = folder is not null ? PathOf(folder, id) : DataFolder.Upwards(Path.Combine("data", "results", id + ".json"), File.Exists);
        if (path is null || !File.Exists(path)) return null;
        try
        {
            var read = JsonSerializer.Deserialize<RecordedResult>(File.ReadAllText(path), Json);
            return read?.Id == id ? read : throw new InvalidDataException($"{path}: expected the result {id}, found {read?.Id ?? "null"}.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: expected a recorded result, found other JSON ({e.Message}).", e);
        }
    }

    /// <summary>Writes <c>ID.json</c> by a temporary name, so that a kill leaves the old file or the new one.</summary>
    /// <param name="folder">Made when missing.</param>
    /// <returns>The file's path.</returns>
    public string Save(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var path = PathOf(folder, Id);
        WholeFile.Write(path, file =>
        {
            JsonSerializer.Serialize(file, this, Json);
            file.Write("\n"u8);
        });
        return path;
    }

    private static string PathOf(string folder, string id) => Path.GetFullPath(Path.Combine(folder, id + ".json"));
}
