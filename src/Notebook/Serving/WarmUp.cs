using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Serving;

/// <summary>Makes the first cell as fast as those after it, while the client is still saying hello.</summary>
internal static class WarmUp
{
    private const string Code = "var numbers = Enumerable.Range(0, 3).Select(n => n * 2).ToArray();\n$\"{numbers.Length}\"";

    /// <summary>Compiles and runs a small cell in a session of its own.</summary>
    /// <remarks>
    /// Most of the time goes into code that runs for the first time, so a second thread compiles the same cell against very few
    /// references: it gets ahead and prepares the code that the first thread needs next.
    /// </remarks>
    public static void Run()
    {
        new Thread(CellCompiler.CompileAhead) { IsBackground = true, Name = "warm-up" }.Start(Code);
        new CellRunner().Run(Code, "warm-up");
    }
}
