using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>The formatting functions that cells registered, and the MIME types that they prefer.</summary>
internal static class Registrations
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Type, Dictionary<string, Func<object, FormatContext, bool>>> ByType = [];
    private static readonly Dictionary<Type, string[]> Preferences = [];

    public static void Add(Type type, string mimeType, Func<object, FormatContext, bool> formatter)
    {
        lock (Gate)
        {
            if (!ByType.TryGetValue(type, out var byMime))
                ByType[type] = byMime = [];
            byMime[mimeType] = formatter;
        }
    }

    public static void Prefer(Type type, string[] mimeTypes)
    {
        lock (Gate)
        {
            if (mimeTypes.Length == 0)
                Preferences.Remove(type);
            else
                Preferences[type] = mimeTypes;
        }
    }

    public static void Clear()
    {
        lock (Gate)
        {
            ByType.Clear();
            Preferences.Clear();
        }
    }

    /// <summary>The functions for a type: its own before its bases', those before its interfaces'.</summary>
    public static IReadOnlyDictionary<string, Func<object, FormatContext, bool>> For(Type type)
    {
        Dictionary<string, Func<object, FormatContext, bool>> found = [];
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

    /// <summary>The text that a registered function gives for a value; null when there is none.</summary>
    public static string? Format(object value, string mimeType)
    {
        if (!For(value.GetType()).TryGetValue(mimeType, out var formatter))
            return null;
        using var writer = new StringWriter();
        return formatter(value, new FormatContext(writer)) ? writer.ToString() : null;
    }

    /// <summary>The MIME types preferred for a type or the nearest of its bases and interfaces; null when none are.</summary>
    public static string[]? Preferred(Type type)
    {
        lock (Gate)
            return Preferences.Count == 0 ? null : Lineage(type).Select(Preferences.GetValueOrDefault).FirstOrDefault(one => one is not null);
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
