namespace Notebook.Running;

/// <summary>How to run a notebook.</summary>
/// <param name="Kernel">The kernel to run with; null: the one the notebook names.</param>
/// <param name="Timeout">The longest that a cell may take; null: no limit.</param>
/// <param name="KeepGoing">Whether the cells after a failing one run too.</param>
internal sealed record RunOptions(string? Kernel = null, TimeSpan? Timeout = null, bool KeepGoing = false)
{
    /// <summary>Environment variables for the kernel.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; init; } = [];
}

/// <summary>Where a run is.</summary>
/// <param name="Cell">The cell, as JSON.</param>
/// <param name="Number">Which of the cells that run it is, from 1.</param>
/// <param name="Count">How many cells run.</param>
/// <param name="Took">How long it took; null: it begins.</param>
/// <param name="Failed">Whether it stopped at an error that was not meant.</param>
internal sealed record CellProgress(System.Text.Json.Nodes.JsonObject Cell, int Number, int Count, TimeSpan? Took, bool Failed);
