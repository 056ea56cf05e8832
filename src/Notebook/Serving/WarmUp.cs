using Notebook.Execution;

namespace Notebook.Serving;

/// <summary>Makes the first cell as fast as those after it, while the client is still saying hello.</summary>
internal static class WarmUp
{
    private const string Code = "var numbers = Enumerable.Range(0, 3).Select(n => n * 2).ToArray();\n$\"{numbers.Length}\"";

    /// <summary>Compiles and runs a small cell in a session of its own.</summary>
    public static void Run() => new CellRunner().Run(Code, "warm-up");
}
