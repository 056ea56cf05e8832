using System.Text.Json;
using Latent.Data;

namespace Latent.Evaluation;

/// <summary>A figure that is printed in a source or was computed once from the data, to set a result beside.</summary>
/// <param name="Id">What a result refers to it by.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Status"><c>published</c>: printed in the source; <c>computed</c>: from the data, by another program.</param>
/// <param name="Tolerance">How near a reproduction must come, when that is known.</param>
public sealed record Reference(
    string Id, string Quantity, double Value, string Unit, string Source, string Status, double? Tolerance = null);

/// <summary>The figures that notebooks reproduce, from <c>data/references.json</c>.</summary>
public sealed class References
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, Reference> _byId;

    private References(IReadOnlyList<Reference> all)
    {
        All = all;
        _byId = all.ToDictionary(r => r.Id);
    }

    /// <summary>All figures, in the file's order.</summary>
    public IReadOnlyList<Reference> All { get; }

    /// <summary>The figure with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists the ids.</exception>
    public Reference this[string id] => _byId.TryGetValue(id, out var found)
        ? found
        : throw new KeyNotFoundException($"No reference {id}. There are: {string.Join(", ", _byId.Keys)}.");

    /// <summary>The figure with an id; null when there is none, as where a table has no published value.</summary>
    public Reference? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The figures whose id starts with <paramref name="prefix"/>.</summary>
    public IEnumerable<Reference> StartingWith(string prefix) => All.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Reads the figures.</summary>
    /// <param name="path">The file; null: <c>data/references.json</c> of the repository.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a list of references.</exception>
    public static References Load(string? path = null)
    {
        path ??= DataFolder.Upwards(Path.Combine("data", "references.json"), File.Exists)
            ?? throw new FileNotFoundException($"No data/references.json above {Environment.CurrentDirectory} or {AppContext.BaseDirectory}.");
        if (!File.Exists(path)) throw new FileNotFoundException($"{Path.GetFullPath(path)} does not exist.", path);
        try
        {
            var read = JsonSerializer.Deserialize<List<Reference>>(File.ReadAllText(path), Options);
            return new References(read ?? throw new InvalidDataException($"{path}: expected a list of references, found null."));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: expected a list of references, found invalid JSON ({e.Message}).", e);
        }
    }
}
