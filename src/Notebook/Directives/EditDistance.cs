namespace Notebook.Directives;

/// <summary>How far two words are apart.</summary>
internal static class EditDistance
{
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
