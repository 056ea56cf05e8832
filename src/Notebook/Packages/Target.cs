using System.Runtime.InteropServices;
using NuGet.Frameworks;
using NuGet.RuntimeModel;

namespace Notebook.Packages;

/// <summary>What packages have to fit: this .NET, on this system.</summary>
internal static class Target
{
    /// <summary>The framework that the kernel runs on; lower ones and .NET Standard fit it, too.</summary>
    public static NuGetFramework Framework { get; } = NuGetFramework.Parse($"net{Environment.Version.Major}.{Environment.Version.Minor}");

    /// <summary>What is taken where a package has nothing else: .NET Framework, newest first, as the SDK does.</summary>
    public static IReadOnlyList<NuGetFramework> Fallbacks { get; } =
        [.. new[] { "net481", "net48", "net472", "net471", "net47", "net462", "net461" }.Select(NuGetFramework.Parse)];

    /// <summary>The system, such as <c>linux-x64</c>.</summary>
    public static string Runtime { get; } = $"{System}-{Architecture}";

    /// <summary>What else runs on it: <c>linux</c>, <c>unix-x64</c>, <c>unix</c>, <c>any</c>.</summary>
    public static RuntimeGraph Runtimes { get; } = new(OperatingSystem.IsWindows()
        ? [new RuntimeDescription(Runtime, ["win"]), new RuntimeDescription("win", ["any"]), new RuntimeDescription("any")]
        :
        [
            new RuntimeDescription(Runtime, [System, $"unix-{Architecture}"]), new RuntimeDescription(System, ["unix"]),
            new RuntimeDescription($"unix-{Architecture}", ["unix"]), new RuntimeDescription("unix", ["any"]), new RuntimeDescription("any"),
        ]);

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    private static string Architecture => RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
}
