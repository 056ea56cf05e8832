using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Notebook.Formatting;

/// <summary>What there is to see of an object: its public properties and fields.</summary>
internal static class Members
{
    /// <summary>A property or field that can be read.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Read">Its value, or the exception that reading it threw.</param>
    internal sealed record Member(string Name, Func<object, object?> Read);

    /// <summary>
    /// Whether an object is shown by its members: records, anonymous objects, tuples, and classes and structs of the user's that have
    /// no text of their own. All others are shown by their <see cref="object.ToString"/>.
    /// </summary>
    public static bool ShowsMembers(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsByRefLike || typeof(Delegate).IsAssignableFrom(type))
            return false;
        if (typeof(ITuple).IsAssignableFrom(type) || IsPair(type))
            return true;
        if (type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal)))
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
