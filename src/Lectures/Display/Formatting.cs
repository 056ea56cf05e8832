namespace Lectures;

/// <summary>Found by notebook kernels by its name, so that no kernel has to be referenced.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; init; }
}

/// <summary>Gives a kernel the formatters of every <see cref="Exhibit"/>.</summary>
internal sealed class ExhibitFormatters
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ExhibitFormatter("text/html", exhibit => exhibit.ToHtml()),
        new ExhibitFormatter("text/plain", exhibit => exhibit.ToText()),
    ];
}

internal sealed class ExhibitFormatter(string mimeType, Func<Exhibit, string> write)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Exhibit exhibit) return false;
        writer.Write(write(exhibit));
        return true;
    }
}
