using Notebook.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values are turned into what a notebook shows.</summary>
public static class Formatter
{
    private const int ListExpansionAtFirst = 20, RecursionAtFirst = 6;

    /// <summary>How many elements of a sequence are shown; the rest is counted. 20 at first, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value given is below 1.</exception>
    public static int ListExpansionLimit
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = ListExpansionAtFirst;

    /// <summary>How many levels of nested objects are shown. 6 at first, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value given is below 1.</exception>
    public static int RecursionLimit
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = RecursionAtFirst;

    /// <summary>
    /// The MIME type in which values are shown that have it, unless something else is preferred for their type: <c>text/html</c> at first.
    /// <c>text/plain</c> shows all plainly.
    /// </summary>
    /// <exception cref="ArgumentException">The value given is empty.</exception>
    public static string DefaultMimeType
    {
        get;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    } = HtmlFormatter.MimeType;

    /// <summary>Formats values of a type, and of types derived from it, with a function of yours.</summary>
    /// <typeparam name="T">The type; an interface is allowed.</typeparam>
    /// <param name="formatter">Writes the value.</param>
    /// <param name="mimeType">What it writes.</param>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);
    }

    /// <inheritdoc cref="Register{T}(Action{T, TextWriter}, string)"/>
    /// <param name="formatter">Gives the text of a value.</param>
    /// <param name="mimeType">What it gives.</param>
    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => writer.Write(formatter((T)value)), mimeType);
    }

    /// <inheritdoc cref="Register{T}(Action{T, TextWriter}, string)"/>
    /// <param name="formatter">Writes the value; false when it has nothing to say about it.</param>
    /// <param name="mimeType">What it writes.</param>
    public static void Register<T>(Func<T, FormatContext, bool> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, context) => formatter((T)value, context), mimeType);
    }

    /// <summary>Formats values of a type with a function of yours; the type may be an open generic one.</summary>
    /// <param name="type">The type, such as <c>typeof(List&lt;&gt;)</c>.</param>
    /// <param name="formatter">Writes the value.</param>
    /// <param name="mimeType">What it writes.</param>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(type, (value, context) =>
        {
            formatter(value, context.Writer);
            return true;
        }, mimeType);
    }

    /// <inheritdoc cref="Register(Type, Action{object, TextWriter}, string)"/>
    /// <param name="type">The type, such as <c>typeof(List&lt;&gt;)</c>.</param>
    /// <param name="formatter">Writes the value; false when it has nothing to say about it.</param>
    /// <param name="mimeType">What it writes.</param>
    public static void Register(Type type, Func<object, FormatContext, bool> formatter, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(formatter);
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        Registrations.Add(type, mimeType, formatter);
    }

    /// <summary>Shows values of a type, and of types derived from it, in one MIME type only.</summary>
    /// <param name="type">The type; <see cref="object"/> stands for all.</param>
    /// <param name="preferredMimeType">The MIME type.</param>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    public static void SetPreferredMimeTypeFor(Type type, string preferredMimeType) => SetPreferredMimeTypesFor(type, preferredMimeType);

    /// <summary>Shows values of a type, and of types derived from it, in some MIME types only.</summary>
    /// <param name="type">The type; <see cref="object"/> stands for all.</param>
    /// <param name="preferredMimeTypes">The MIME types, the best first; none takes back what was set.</param>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(preferredMimeTypes);
        foreach (var mime in preferredMimeTypes)
            ArgumentException.ThrowIfNullOrEmpty(mime, nameof(preferredMimeTypes));
        Registrations.Prefer(type, preferredMimeTypes);
    }

    /// <summary>The MIME types set for a type or its nearest base.</summary>
    /// <param name="type">The type.</param>
    /// <returns>What was set, else <see cref="DefaultMimeType"/> alone.</returns>
    public static IReadOnlyCollection<string> GetPreferredMimeTypesFor(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Registrations.Preferred(type) ?? [DefaultMimeType];
    }

    /// <summary>Forgets all registered functions and settings.</summary>
    public static void ResetToDefault()
    {
        Registrations.Clear();
        (ListExpansionLimit, RecursionLimit, DefaultMimeType) = (ListExpansionAtFirst, RecursionAtFirst, HtmlFormatter.MimeType);
    }

    /// <summary>The text by which a value is shown as a MIME type.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeType">The MIME type wanted.</param>
    /// <exception cref="ArgumentException">The value can't be shown as that type.</exception>
    public static string ToDisplayString(this object? value, string mimeType = PlainTextFormatter.MimeType) => Bundle.Of(value, mimeType)[mimeType];

    /// <summary>Writes the text by which a value is shown as a MIME type, as a part of something larger.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="context">Takes it.</param>
    /// <param name="mimeType">The MIME type wanted.</param>
    /// <exception cref="ArgumentException">The value can't be shown as that type.</exception>
    public static void FormatTo<T>(this T value, FormatContext context, string mimeType = PlainTextFormatter.MimeType)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Writer.Write(value.ToDisplayString(mimeType));
    }
}
