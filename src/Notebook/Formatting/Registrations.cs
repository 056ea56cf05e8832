namespace Notebook.Formatting;

/// <summary>The formatting functions that cells registered.</summary>
internal static class Registrations
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Type, Dictionary<string, Action<object, TextWriter>>> ByType = [];

    public static void Add(Type type, string mimeType, Action<object, TextWriter> formatter)
    {
        lock (Gate)
        {
            if (!ByType.TryGetValue(type, out var byMime))
                ByType[type] = byMime = [];
            byMime[mimeType] = formatter;
        }
    }

    public static void Clear()
    {
        lock (Gate)
            ByType.Clear();
    }

    /// <summary>The functions for a type: its own before its bases', those before its interfaces'.</summary>
    public static IReadOnlyDictionary<string, Action<object, TextWriter>> For(Type type)
    {
        Dictionary<string, Action<object, TextWriter>> found = [];
        lock (Gate)
        {
            if (ByType.Count == 0)
                return found;
            foreach (var candidate in Lineage(type))
            {
                foreach (var (mime, formatter) in ByType.GetValueOrDefault(candidate) ?? [])
                    found.TryAdd(mime, formatter);
            }
        }
        return found;
    }

    /// <summary>A type, its bases up to object, then its interfaces; each generic one also as open type.</summary>
    public static IEnumerable<Type> Lineage(Type type)
    {
        IEnumerable<Type> bases = Bases(type);
        return bases.Where(one => one != typeof(object)).Concat(type.GetInterfaces()).Append(typeof(object))
            .SelectMany(one => one.IsGenericType ? [one, one.GetGenericTypeDefinition()] : new[] { one });
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
            yield return one;
    }
}
