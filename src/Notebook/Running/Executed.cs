using Notebook.Documents;

namespace Notebook.Running;

/// <summary>A notebook after its run.</summary>
/// <param name="Notebook">With outputs: all of them, or those up to the error.</param>
/// <param name="Elapsed">How long the run took.</param>
internal sealed record Executed(NotebookFile Notebook, TimeSpan Elapsed)
{
    /// <summary>What stopped the run, in one line; null if nothing did.</summary>
    public string? Failure { get; } = Notebook.Failure() is var (_, error)
        ? $"{NotebookFile.Text(error["ename"])}: {NotebookFile.Text(error["evalue"])}".Split('\n')[0].TrimEnd(':', ' ')
        : null;
}
