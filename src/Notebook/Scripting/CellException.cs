namespace Notebook.Scripting;

/// <summary>A cell that could not be run, with an explanation for its author.</summary>
/// <param name="name">Kind of the error, shown as its name.</param>
/// <param name="message">One line that says what is wrong.</param>
/// <param name="details">Further lines, such as the offending source.</param>
internal sealed class CellException(string name, string message, params IReadOnlyList<string> details) : Exception(message)
{
    /// <summary>Kind of the error.</summary>
    public string Name { get; } = name;

    /// <summary>Lines below the message.</summary>
    public IReadOnlyList<string> Details { get; } = details;
}
