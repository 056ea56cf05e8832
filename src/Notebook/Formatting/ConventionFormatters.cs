using System.Runtime.CompilerServices;

namespace Notebook.Formatting;

/// <summary>
/// Formatters that a library brings for its own types, found by name: an attribute called <c>TypeFormatterSourceAttribute</c> on
/// the type names a source with <c>CreateTypeFormatters()</c>, whose items have <c>MimeType</c> and <c>Format(object, TextWriter)</c>.
/// </summary>
internal static class ConventionFormatters
{
    private const string AttributeName = "TypeFormatterSourceAttribute";

    private static readonly ConditionalWeakTable<Type, IReadOnlyList<ConventionFormatter>> Known = [];

    /// <summary>The formatters of a type, of its bases or of its interfaces; the nearest that has some.</summary>
    /// <exception cref="InvalidOperationException">The source does not keep the convention.</exception>
    public static IReadOnlyList<ConventionFormatter> For(Type type) => Known.GetValue(type, Find);

    private static IReadOnlyList<ConventionFormatter> Find(Type type)
    {
        foreach (var candidate in Registrations.Lineage(type))
        {
            var attribute = candidate.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == AttributeName);
            if (attribute is null)
                continue;
            if (attribute.ConstructorArguments is not [{ Value: Type source }, ..])
                throw new InvalidOperationException($"{AttributeName} on {candidate} names no formatter source type.");
            return Create(source);
        }
        return [];
    }

    private static List<ConventionFormatter> Create(Type source)
    {
        var factory = source.GetMethod("CreateTypeFormatters", Type.EmptyTypes)
            ?? throw new InvalidOperationException($"{source} has no public method CreateTypeFormatters().");
        var instance = Activator.CreateInstance(source, nonPublic: true)!;
        var formatters = (IEnumerable<object>)factory.Invoke(instance, null)!;
        return [.. formatters.Select(ConventionFormatter.Of)];
    }
}

/// <summary>One formatter of a library.</summary>
/// <param name="MimeType">What it writes.</param>
/// <param name="Format">Writes an object; false when it has nothing to say about it.</param>
internal sealed record ConventionFormatter(string MimeType, Func<object, TextWriter, bool> Format)
{
    /// <summary>Wraps an object that has the members of a formatter.</summary>
    /// <exception cref="InvalidOperationException">A member is missing.</exception>
    public static ConventionFormatter Of(object formatter)
    {
        var type = formatter.GetType();
        var mime = type.GetProperty("MimeType")?.GetValue(formatter) as string
            ?? throw new InvalidOperationException($"{type} has no property MimeType.");
        var format = type.GetMethod("Format", [typeof(object), typeof(TextWriter)])
            ?? throw new InvalidOperationException($"{type} has no method Format(object, TextWriter).");
        return new ConventionFormatter(mime, format.CreateDelegate<Func<object, TextWriter, bool>>(formatter));
    }
}
