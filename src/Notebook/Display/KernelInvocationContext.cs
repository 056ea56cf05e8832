using Notebook.Execution;

namespace Microsoft.DotNet.Interactive;

/// <summary>The running cell, as code in it sees it.</summary>
public sealed class KernelInvocationContext
{
    private KernelInvocationContext()
    {
    }

    /// <summary>That of the running cell.</summary>
    public static KernelInvocationContext Current { get; } = new();

#pragma warning disable CA1822 // Cells call them on Current.
    /// <summary>Is cancelled when the user interrupts the cell.</summary>
    public CancellationToken CancellationToken => Stopping.Token;

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">MIME types in which to show it; none means all that it has.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    /// <exception cref="ArgumentException">The value can't be shown as one of the types.</exception>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows text as what a MIME type says.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type, such as <c>text/html</c>.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    public DisplayedValue DisplayAs(string value, string mimeType) => DisplayedValue.Show(value, [mimeType]);
#pragma warning restore CA1822
}
