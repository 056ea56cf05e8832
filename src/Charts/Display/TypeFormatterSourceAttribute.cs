namespace Charts.Display;

/// <summary>
/// Names the type that knows how to show values of the marked type. Notebook kernels find it by its name, so neither side needs
/// the other's assembly.
/// </summary>
/// <param name="formatterSourceType">A type with a constructor without parameters and a method <c>CreateTypeFormatters</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>MIME types, the preferred one first.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
