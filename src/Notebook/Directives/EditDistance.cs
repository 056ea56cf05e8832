namespace Notebook.Directives;

/// <summary>How far two words are apart.</summary>
internal static class EditDistance
{
    /// <summary>The name most like a word; null if none is much like it.</summary>
    public static string? Nearest(string word, IEnumerable<string> names) =>
        names.Select(name => (Name: name, Distance: Between(word, name))).Where(one => one.Distance <= Math.Max(1, word.Length / 3))
            .OrderBy(one => one.Distance).Select(one => one.Name).FirstOrDefault();

    /// <summary>The number of letters to insert, delete or replace; case does not count.</summary>
    public static int Between(string one, string other)
    {
        var distances = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var diagonal = distances[0];
            distances[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(one[row - 1]) == char.ToLowerInvariant(other[column - 1]) ? 0 : 1);
                diagonal = distances[column];
                distances[column] = Math.Min(replaced, 1 + Math.Min(distances[column], distances[column - 1]));
            }
        }
        return distances[^1];
    }
}
