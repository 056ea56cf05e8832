using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebook.Execution;

namespace Notebook.Serving;

/// <summary>Makes the first cell as fast as those after it, while the client is still saying hello.</summary>
internal static class WarmUp
{
    private const string Cell = "var numbers = Enumerable.Range(0, 3).Select(n => n * 2).ToArray();\n$\"{numbers.Length}\"";

    /// <summary>What a cell becomes: an asynchronous method that captures and yields.</summary>
    private const string Class =
        "class C { int n; async System.Threading.Tasks.Task<object> M(int[] a) { System.Func<int, int> f = k => k * n; foreach (var k in a) n += f(k); return n; } }";

    /// <summary>
    /// Compiles and runs a small cell in a session of its own. Most of the time goes into loading the compiler's code, so its later half is
    /// loaded at the same time as its first, by a class that needs hardly any references.
    /// </summary>
    /// <returns>Ends when cells are fast.</returns>
    public static Task Start()
    {
        _ = Task.Factory.StartNew(Emit, TaskCreationOptions.LongRunning);
        return Task.Factory.StartNew(() => new CellRunner().Run(Cell, "warm-up"), TaskCreationOptions.LongRunning);
    }

    private static void Emit()
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        CSharpCompilation.Create(
            "Warm", [CSharpSyntaxTree.ParseText(Class)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false))
            .Emit(assembly, symbols);
    }
}
