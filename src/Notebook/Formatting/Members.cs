using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Formatting;

/// <summary>What there is to see of an object: its public properties and fields.</summary>
internal static class Members
{
    /// <summary>A property or field that can be read.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Read">Its value, or the exception that reading it threw.</param>
    internal sealed record Member(string Name, Func<object, object?> Read);

    /// <summary>Namespaces of .NET whose types are machinery: their members say nothing.</summary>
    private static readonly string[] Opaque = ["System.Reflection", "System.Threading", "System.Runtime", "System.IO", "Microsoft.CodeAnalysis"];

    /// <summary>
    /// Whether an object is shown by its members: records, anonymous objects, tuples, and classes and structs that have no
    /// text of their own. All others are shown by their <see cref="object.ToString"/>.
    /// </summary>
    public static bool ShowsMembers(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsByRefLike || typeof(Delegate).IsAssignableFrom(type))
            return false;
        if (typeof(ITuple).IsAssignableFrom(type) || IsPair(type))
            return true;
        if (Opaque.Any(name => type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true))
            return false;
        return !HasOwnText(type) && Of(type).Count > 0;
    }

    /// <summary>Whether a type overrides <see cref="object.ToString"/> by hand.</summary>
    public static bool HasOwnText(Type type)
    {
        var method = type.GetMethod("ToString", Type.EmptyTypes)!;
        return method.DeclaringType != typeof(object) && method.DeclaringType != typeof(ValueType)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute))
            && !method.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute));
    }

    /// <summary>The members of a type in the order of their declaration, those of the base first.</summary>
    public static IReadOnlyList<Member> Of(Type type)
    {
        var bound = BindingFlags.Public | BindingFlags.Instance;
        var properties = type.GetProperties(bound)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRef
                && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer)
            .Select(property => (property.DeclaringType, Member: new Member(property.Name, value => Try(() => property.GetValue(value)))));
        var fields = type.GetFields(bound)
            .Where(field => !field.FieldType.IsPointer)
            .Select(field => (field.DeclaringType, Member: new Member(field.Name, value => Try(() => field.GetValue(value)))));
        return [.. properties.Concat(fields).OrderBy(pair => Depth(pair.DeclaringType)).Select(pair => pair.Member)];
    }

    /// <summary>Whether a value is a sequence that is shown element by element.</summary>
    public static bool IsSequence(object value) =>
        value is IEnumerable and not string && !HasOwnText(value.GetType());

    /// <summary>Whether a value is a sequence of keys and values.</summary>
    public static bool IsDictionary(object value) => value is IDictionary
        || value is IEnumerable && value.GetType().GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));

    /// <summary>Key and value of an entry of a dictionary.</summary>
    public static (object? Key, object? Value) KeyAndValue(object entry)
    {
        if (entry is DictionaryEntry pair)
            return (pair.Key, pair.Value);
        var type = entry.GetType();
        return (type.GetProperty("Key")?.GetValue(entry), type.GetProperty("Value")?.GetValue(entry));
    }

    /// <summary>The elements of a sequence that are shown, and what to say about the rest: how many, where that is known without reading it.</summary>
    public static (List<object?> Items, string? More) Take(IEnumerable sequence)
    {
        List<object?> items = [];
        foreach (var item in sequence)
        {
            if (items.Count == Formatter.ListExpansionLimit)
                return (items, Count(sequence) is { } count ? $"… ({count - items.Count} more)" : "…");
            items.Add(item);
        }
        return (items, sequence is Taken { HasMore: true } ? "…" : null);
    }

    private static int? Count(IEnumerable sequence) => sequence switch
    {
        ICollection collection => collection.Count,
        IEnumerable<object> typed when typed.TryGetNonEnumeratedCount(out var count) => count,
        _ => sequence.GetType().GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ?.GetProperty("Count")?.GetValue(sequence) as int?,
    };

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static int Depth(Type? type) => type is null ? 0 : 1 + Depth(type.BaseType);

    private static object? Try(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException error)
        {
            return error.InnerException;
        }
    }
}
