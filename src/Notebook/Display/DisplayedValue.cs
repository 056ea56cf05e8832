using Notebook.Display;
using Notebook.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>An output that is on the page and can be replaced.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    private DisplayedValue(string[] mimeTypes) => _mimeTypes = mimeTypes;

    /// <summary>The id by which front ends know the output.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Puts another value in its place.</summary>
    /// <param name="value">Any value; shown in the MIME types of the first one.</param>
    /// <exception cref="ArgumentException">The value can't be shown as one of those types.</exception>
    public void Update(object? value) => Screen.Current.Show(Bundle.Of(value, _mimeTypes), DisplayId, update: true);

    internal static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        var displayed = new DisplayedValue(mimeTypes);
        Screen.Current.Show(Bundle.Of(value, mimeTypes), displayed.DisplayId, update: false);
        return displayed;
    }
}
