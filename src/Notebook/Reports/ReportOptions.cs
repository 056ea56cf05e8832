namespace Notebook.Reports;

/// <summary>What to make pages of, and how.</summary>
/// <param name="Notebooks">Paths of the notebooks, in reading order.</param>
/// <param name="Output">Folder for the pages; made if it does not exist.</param>
/// <param name="Templates">Folder with <c>report/</c>, <c>slides/</c> and <c>node_modules/</c>.</param>
internal sealed record ReportOptions(IReadOnlyList<string> Notebooks, string Output, string Templates)
{
    /// <summary>What to make: "report" for pages, "slides" for walkthroughs. Also the folder of the template.</summary>
    public string Template { get; init; } = "report";

    /// <summary>Everything a page needs inside the page.</summary>
    public bool SingleFile { get; init; }

    /// <summary>Notebooks running at the same time, at least 1.</summary>
    public int Jobs { get; init; } = 2;

    /// <summary>
    /// OMP_NUM_THREADS of each notebook: as it is set, else its share of the cores. Two notebooks with two threads each on two cores wait for each other
    /// in every small operation; with one each, all took 0.7 of the time.
    /// </summary>
    public string Threads => Environment.GetEnvironmentVariable("OMP_NUM_THREADS")
        ?? $"{Math.Max(1, Environment.ProcessorCount / Math.Min(Jobs, Notebooks.Count))}";

    /// <summary>"smoke", "lecture" or "paper": given to the notebooks as NOTEBOOK_SCALE.</summary>
    public string Scale { get; init; } = "lecture";

    /// <summary>Folder for the executed notebooks.</summary>
    public string Executed { get; init; } = DefaultExecuted;

    /// <summary>The kernel to run with; null: the one each notebook names.</summary>
    public string? Kernel { get; init; }

    /// <summary>Run notebooks again whose source, library and data have not changed.</summary>
    public bool Force { get; init; }

    /// <summary>The notebooks have been executed already: only make pages of them.</summary>
    public bool NoExecute { get; init; }

    /// <summary><c>artifacts/executed</c> where there is an <c>artifacts</c> folder, else a temporary folder.</summary>
    public static string DefaultExecuted => Directory.Exists("artifacts")
        ? Path.GetFullPath("artifacts/executed")
        : Path.Combine(Path.GetTempPath(), $"notebooks-executed-{Environment.UserName}");
}
