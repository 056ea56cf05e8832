namespace Charts.Display;

/// <summary>Writes values of one type in one MIME type.</summary>
/// <param name="mimeType">The MIME type.</param>
/// <param name="write">Gives the text of a value.</param>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> write)
{
    /// <summary>The MIME type written.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes <paramref name="instance"/> if it is a <typeparamref name="T"/>.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether something was written.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value)
            return false;
        writer.Write(write(value));
        return true;
    }
}
