using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests.Interop;

/// <summary>The switch to the genuine package, restored in a copy, with a source that lacks it and with one that has it.</summary>
public sealed class ProviderTests : IDisposable
{
    private const string Hint = "leave TorchProvider out to build with src/Torch";
    private readonly string _folder = Directory.CreateTempSubdirectory("torch-provider").FullName;

    public ProviderTests()
    {
        var root = Root();
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "src/Latent/Latent.csproj"])
            File.Copy(Path.Combine(root, file), Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!) + "/" + Path.GetFileName(file));
        Directory.CreateDirectory(Path.Combine(_folder, "source"));
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        Directory.CreateDirectory(Path.Combine(_folder, "here"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "here/mathnet.numerics"), Path.Combine(packages, "mathnet.numerics"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_the_package_NuGets_error_and_a_hint_are_seen()
    {
        var (code, output) = Restore("nuget");
        Assert.NotEqual(0, code);
        Assert.Contains("NU1101: Unable to find package TorchSharp-cpu", output);
        Assert.Contains("warning TORCH001", output);
        Assert.Contains(Hint, output);
    }

    [Fact]
    public void With_the_package_it_is_taken()
    {
        using (var package = ZipFile.Open(Path.Combine(_folder, "source/TorchSharp-cpu.0.107.0.nupkg"), ZipArchiveMode.Create))
        using (var description = new StreamWriter(package.CreateEntry("TorchSharp-cpu.nuspec").Open()))
            description.Write(
                "<package xmlns=\"http://schemas.microsoft.com/packaging/2010/07/nuspec.xsd\"><metadata><id>TorchSharp-cpu</id><version>0.107.0</version>"
                + "<authors>test</authors><description>test</description></metadata></package>");
        var (code, output) = Restore("nuget");
        Assert.True(code == 0, output);
        var assets = File.ReadAllText(Directory.GetFiles(_folder, "project.assets.json", SearchOption.AllDirectories).Single());
        Assert.Contains("TorchSharp-cpu/0.107.0", assets);
        (_, output) = Restore("nuget", "--force");
        Assert.DoesNotContain(Hint, output);
    }

    /// <summary>Every project that uses tensors takes them from src/Latent, where the switch is, or tests src/Torch itself.</summary>
    [Fact]
    public void One_project_chooses_the_provider()
    {
        var projects = Directory.GetFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories);
        var direct = projects.Where(p => File.ReadAllText(p).Contains("Torch.csproj", StringComparison.Ordinal)).Select(Path.GetFileName);
        Assert.Equal(["Latent.csproj"], direct);
    }

    /// <summary>Restores with one folder as the only source, to packages of its own; the other package comes from this machine's.</summary>
    private (int Code, string Output) Restore(string provider, params string[] more)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "restore", Path.Combine(_folder, "src/Latent"), "-p:TorchProvider=" + provider, "-p:RestoreSources=" + Path.Combine(_folder, "source"),
                "-p:RestorePackagesPath=" + Path.Combine(_folder, "packages"), "-p:RestoreFallbackFolders=" + Path.Combine(_folder, "here"), "-p:NuGetAudit=false", "-nodeReuse:false", .. more,
            ])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(TimeSpan.FromMinutes(5)))
            return (process.ExitCode, output.Result);
        process.Kill(entireProcessTree: true);
        throw new TimeoutException("The restore did not end in five minutes.");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
