using IoFile = System.IO.File;

namespace Notebook.Launching;

/// <summary>What the system is asked to run.</summary>
/// <param name="File">Full path of the program.</param>
/// <param name="Arguments">What comes before the user's arguments.</param>
internal sealed record Target(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Finds a program: an assembly by its path, anything else by path or, without a slash, where the shell would look.</summary>
    /// <exception cref="CannotStartException">It is not there, or not executable.</exception>
    public static Target Find(string program)
    {
        if (program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            return new(Dotnet(), [Existing(program)]);
        if (program.Contains('/'))
            return new(Executable(Existing(program)), []);
        var found = OnPath(program) ?? (IoFile.Exists(program) ? Path.GetFullPath(program) : null);
        return found is null ? throw new CannotStartException($"There is no program '{program}', neither here nor on PATH.") : new(Executable(found), []);
    }

    /// <summary>A program of the base system.</summary>
    /// <exception cref="CannotStartException">It is not there.</exception>
    public static string OfSystem(string program, string package) =>
        OnPath(program) ?? throw new CannotStartException($"'{program}' is missing. Install Debian's package:  apt-get install {package}");

    private static string Dotnet()
    {
        string?[] places = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"), InRoot(Environment.GetEnvironmentVariable("DOTNET_ROOT")), OnPath("dotnet")];
        return places.FirstOrDefault(IoFile.Exists) ?? throw new CannotStartException("The .NET host 'dotnet' is not on PATH; it runs assemblies.");
    }

    private static string? InRoot(string? folder) => string.IsNullOrEmpty(folder) ? null : Path.Combine(folder, "dotnet");

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(IoFile.Exists);

    private static string Existing(string file) =>
        IoFile.Exists(file) ? Path.GetFullPath(file) : throw new CannotStartException($"There is no program {Path.GetFullPath(file)}.");

    private static string Executable(string file) =>
        OperatingSystem.IsWindows() || (IoFile.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0
            ? file
            : throw new CannotStartException($"{file} is not executable.");
}
