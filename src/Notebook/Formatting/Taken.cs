using System.Collections;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>The first elements of a sequence that is computed as it is read, so that showing it in several formats computes it once.</summary>
internal sealed class Taken : IReadOnlyCollection<object?>
{
    private readonly List<object?> _items;

    private Taken(List<object?> items, bool hasMore) => (_items, HasMore) = (items, hasMore);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <summary>Whether others follow.</summary>
    public bool HasMore { get; }

    /// <summary>The value itself, or its first elements when it is a sequence that is not in memory.</summary>
    public static object Of(object value)
    {
        if (value is not IEnumerable sequence || value is ICollection || !Members.IsSequence(value) || Members.IsDictionary(value)
            || value.GetType().GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)))
        {
            return value;
        }
        List<object?> items = [];
        foreach (var item in sequence)
        {
            if (items.Count == Formatter.ListExpansionLimit)
                return new Taken(items, true);
            items.Add(item);
        }
        return new Taken(items, false);
    }

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
