namespace Notebook.Formatting;

/// <summary>A value of the kernel's own that knows all its formats.</summary>
internal interface IBundle
{
    /// <summary>MIME types and texts; <c>text/plain</c> is among them.</summary>
    IReadOnlyDictionary<string, string> Formats();
}
