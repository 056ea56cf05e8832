using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Tests.Scripting;

/// <summary><c>#r</c> and <c>#load</c>, with libraries built on the spot.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notebook-library-").FullName;
    private readonly CellRunner _runner = new();

    public LibraryTests()
    {
        var points = Build("Points", "namespace Geometry; public record Point(double X, double Y);");
        Build("Shapes", """
            using System.Runtime.InteropServices;
            namespace Geometry;
            public static class Shapes
            {
                public static Point Middle(Point a, Point b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
                public static int NativeVersion() { version(out var major, out _, out _); return major; }
                [DllImport("beside", EntryPoint = "zmq_version")] static extern void version(out int major, out int minor, out int patch);
            }
            """, points);
        var native = Directory.CreateDirectory(Path.Combine(_folder, "runtimes", "linux-x64", "native")).FullName;
        File.CreateSymbolicLink(Path.Combine(native, "libbeside.so"), Directory.GetFiles("/usr/lib/x86_64-linux-gnu", "libzmq.so.5")[0]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Library_brings_its_dependencies()
    {
        _runner.Run($"#r \"{_folder}/Shapes.dll\"\nusing Geometry;", "cell 1");
        Assert.Equal("Point { X = 1, Y = 2 }", Text("Shapes.Middle(new Point(0, 0), new Point(2, 4))"));
        Assert.Equal("4", Text("Shapes.NativeVersion()"));
    }

    [Fact]
    public void Reference_may_follow_code() =>
        Assert.Equal("Point { X = 5, Y = 6 }", Text($"var five = 5;\n#r \"{_folder}/Points.dll\"\nnew Geometry.Point(five, 6)"));

    [Fact]
    public void Missing_library_is_named_with_its_line()
    {
        var error = Assert.Throws<CellException>(() => Text("#r \"nowhere/Missing.dll\"\n1"));
        Assert.StartsWith("cell(1,1): error CS0006", error.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere/Missing.dll", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rebuilt_library_asks_for_a_restart()
    {
        Text($"#r \"{_folder}/Points.dll\"\n1");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "Points.dll"), DateTime.UtcNow.AddMinutes(1));
        var error = Assert.Throws<CellException>(() => Text($"#r \"{_folder}/Points.dll\"\n1"));
        Assert.Contains("Restart the kernel", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loaded_file_runs_and_its_declarations_stay()
    {
        var file = Path.Combine(_folder, "script.csx");
        File.WriteAllText(file, "int Triple(int n) => 3 * n;\nvar loaded = Triple(5);");
        Assert.Equal("15", Text($"#load \"{file}\"\nloaded"));
        Assert.Equal("6", Text("Triple(2)"));
    }

    [Fact]
    public void Error_in_a_loaded_file_names_that_file()
    {
        var file = Path.Combine(_folder, "broken.csx");
        File.WriteAllText(file, "\nint n = nothing;");
        var error = Assert.Throws<CellException>(() => Text($"#load \"{file}\""));
        Assert.StartsWith($"{file}(2,9): error CS0103", error.Message, StringComparison.Ordinal);
    }

    private string? Text(string code) => _runner.Run(code, "cell").Result?["text/plain"];

    private string Build(string name, string code, params IEnumerable<string> references)
    {
        var path = Path.Combine(_folder, name + ".dll");
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)],
            [.. FrameworkReferences.Defining, .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return path;
    }
}
