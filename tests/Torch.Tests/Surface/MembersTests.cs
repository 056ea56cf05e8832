using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Xml.Linq;

namespace TorchSharp.Tests.Surface;

/// <summary>What users can call is written down in members.txt, one documentation id a line, to be compared with TorchSharp's.</summary>
public class MembersTests
{
    private const string Rewrite = "REWRITE_MEMBERS", Genuine = "TORCHSHARP_ASSEMBLY";
    private const string Command = $"{Rewrite}=1 artifacts/bin/Torch.Tests/release/Torch.Tests -class TorchSharp.Tests.Surface.MembersTests";
    private static readonly Assembly Ours = typeof(torch).Assembly;

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);

    [Fact]
    public void The_list_of_members_is_that_of_the_assembly()
    {
        var file = Beside("members.txt");
        var members = DocumentationId.Usable(Ours);
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            File.WriteAllLines(file, members);
        var listed = File.ReadAllLines(file);
        string[] differences = [.. members.Except(listed).Select(m => "+ " + m), .. listed.Except(members).Select(m => "- " + m)];
        if (differences.Length > 0 || !members.SequenceEqual(listed))
            Assert.Fail($"{file} is out of date (+ new, - gone). Rewrite it with\n  {Command}\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void The_compiler_writes_the_same_ids()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Ours.Location, ".xml")).Descendants("member").Select(m => m.Attribute("name")!.Value).ToArray();
        Assert.True(documented.Length > 1000);
        Assert.Empty(documented.Except(DocumentationId.All(Ours)));
    }

    /// <summary>
    /// Compares with the genuine assembly, where there is one: <c>TORCHSHARP_ASSEMBLY=…/TorchSharp.dll</c>. beyond.txt says what we have besides.
    /// </summary>
    [Fact]
    public void TorchSharp_has_what_we_have()
    {
        var path = Environment.GetEnvironmentVariable(Genuine);
        Assert.SkipUnless(path is not null, $"Set {Genuine} to the path of the genuine TorchSharp.dll.");
        var beyond = File.ReadAllLines(Beside("beyond.txt")).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        var lacking = DocumentationId.Usable(Ours).Except(DocumentationId.Usable(Load(path!)))
            .Where(id => !beyond.Any(prefix => id[2..].StartsWith(prefix, StringComparison.Ordinal))).ToArray();
        Assert.True(lacking.Length == 0, $"{lacking.Length} members that TorchSharp lacks:\n{string.Join('\n', lacking)}");
    }

    /// <summary>
    /// Names and defaults of parameters matter too: calls name arguments and leave some out. Three ways to write a tensor differ on purpose:
    /// they have no fltFormat unless it is given, where TorchSharp writes five digits.
    /// </summary>
    [Fact]
    public void Parameters_have_TorchSharps_names_and_defaults()
    {
        var path = Environment.GetEnvironmentVariable(Genuine);
        Assert.SkipUnless(path is not null, $"Set {Genuine} to the path of the genuine TorchSharp.dll.");
        var theirs = DocumentationId.Parameters(Load(path!));
        var different = DocumentationId.Parameters(Ours)
            .Where(m => theirs.TryGetValue(m.Key, out var list) && list != m.Value && !theirs[m.Key].Contains("fltFormat = g5", StringComparison.Ordinal)).Select(m => $"{m.Key}\n  {m.Value}\n  {theirs[m.Key]}").ToArray();
        Assert.True(different.Length == 0, $"{different.Length} members with other parameters (ours, theirs):\n{string.Join('\n', different)}");
    }

    /// <summary>Loads an assembly of NuGet's packages folder, and what it needs from there, apart from ours.</summary>
    private static Assembly Load(string path)
    {
        var context = new AssemblyLoadContext(path);
        var packages = path.Split("/torchsharp/")[0];
        context.Resolving += (_, name) => Directory.GetFiles(packages, name.Name + ".dll", SearchOption.AllDirectories)
            .FirstOrDefault(file => file.Contains("/lib/net", StringComparison.Ordinal)) is { } found ? context.LoadFromAssemblyPath(found) : null;
        return context.LoadFromAssemblyPath(path);
    }
}
