using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebook.Scripting;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace Notebook.Tests.Packages;

/// <summary>A folder for a notebook, with a feed and a packages folder of its own that its nuget.config names.</summary>
public sealed class LocalFeed : IDisposable
{
    public LocalFeed()
    {
        Folder = Directory.CreateTempSubdirectory("feed-tests-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "feed"));
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="cache" /></config>
              <packageSources><clear /><add key="local" value="feed" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>Where the packages are.</summary>
    public string Source => Path.Combine(Folder, "feed");

    /// <summary>Publishes a package whose assembly holds a class of the package's name that tells its version.</summary>
    public void Add(string id, string version, string framework = "net8.0", params (string Id, string Range)[] dependencies)
    {
        var builder = new PackageBuilder { Id = id, Version = NuGetVersion.Parse(version), Description = "For tests." };
        builder.Authors.Add("tests");
        var target = NuGetFramework.Parse(framework);
        builder.DependencyGroups.Add(new PackageDependencyGroup(target, dependencies.Select(one => new PackageDependency(one.Id, VersionRange.Parse(one.Range)))));
        var assembly = Path.Combine(Folder, $"{id}.dll");
        var code = $"public static class {id} {{ public static string Version => \"{version}\"; }}";
        var compiled = CSharpCompilation.Create(id, [CSharpSyntaxTree.ParseText(code)], FrameworkReferences.Defining, new(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly);
        Assert.True(compiled.Success);
        builder.Files.Add(new PhysicalPackageFile { SourcePath = assembly, TargetPath = $"lib/{framework}/{id}.dll" });
        using var file = File.Create(Path.Combine(Source, $"{id}.{version}.nupkg"));
        builder.Save(file);
    }

    /// <summary>Publishes a package that extends the kernel.</summary>
    /// <param name="id">Its name, and that of its class.</param>
    /// <param name="script">The text of its <c>extension.dib</c>.</param>
    /// <param name="needs">The name of an assembly that its own mentions, or null.</param>
    public void AddExtension(string id, string script, string? needs = null)
    {
        var builder = new PackageBuilder { Id = id, Version = new NuGetVersion(1, 0, 0), Description = "For tests." };
        builder.Authors.Add("tests");
        builder.DependencyGroups.Add(new PackageDependencyGroup(NuGetFramework.Parse("net8.0"), needs is null ? [] : [new PackageDependency(needs, VersionRange.Parse("1.0.0"))]));
        var (assembly, dib) = (Path.Combine(Folder, $"{id}.dll"), Path.Combine(Folder, $"{id}.dib"));
        File.WriteAllText(dib, script);
        MetadataReference[] needed = needs is null ? [] : [CSharpCompilation.Create(needs, [CSharpSyntaxTree.ParseText("public class Needed;")],
            FrameworkReferences.Defining, new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference()];
        var code = $"public static class {id} {{ {(needs is null ? "" : "public static void Load(Needed kernel) { }")} public static string Greeting = \"Hello\"; }}";
        Assert.True(CSharpCompilation.Create(id, [CSharpSyntaxTree.ParseText(code)], [.. FrameworkReferences.Defining, .. needed], new(OutputKind.DynamicallyLinkedLibrary)).Emit(assembly).Success);
        builder.Files.Add(new PhysicalPackageFile { SourcePath = assembly, TargetPath = $"lib/net8.0/{id}.dll" });
        builder.Files.Add(new PhysicalPackageFile { SourcePath = dib, TargetPath = "interactive-extensions/dotnet/extension.dib" });
        using var file = File.Create(Path.Combine(Source, $"{id}.1.0.0.nupkg"));
        builder.Save(file);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
