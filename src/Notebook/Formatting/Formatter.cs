using Notebook.Formatting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values are turned into what a notebook shows.</summary>
public static class Formatter
{
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
    } = 20;

    /// <summary>Formats values of a type, and of types derived from it, with a function of yours.</summary>
    /// <typeparam name="T">The type; an interface is allowed.</typeparam>
    /// <param name="formatter">Writes the value.</param>
    /// <param name="mimeType">What it writes.</param>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);
    }

    /// <inheritdoc cref="Register{T}(Action{T, TextWriter}, string)"/>
    /// <param name="formatter">Gives the text of a value.</param>
    /// <param name="mimeType">What it gives.</param>
    public static void Register<T>(Func<T, string> formatter, string mimeType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => writer.Write(formatter((T)value)), mimeType);
    }

    /// <summary>Formats values of a type with a function of yours; the type may be an open generic one.</summary>
    /// <param name="type">The type, such as <c>typeof(List&lt;&gt;)</c>.</param>
    /// <param name="formatter">Writes the value.</param>
    /// <param name="mimeType">What it writes.</param>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(formatter);
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        Registrations.Add(type, mimeType, formatter);
    }

    /// <summary>Forgets all registered functions and settings.</summary>
    public static void ResetToDefault()
    {
        Registrations.Clear();
        ListExpansionLimit = 20;
    }

    /// <summary>The text by which a value is shown as a MIME type.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeType">The MIME type wanted.</param>
    /// <exception cref="ArgumentException">The value can't be shown as that type.</exception>
    public static string ToDisplayString(this object? value, string mimeType = "text/plain") => Bundle.Of(value, mimeType)[mimeType];
}
