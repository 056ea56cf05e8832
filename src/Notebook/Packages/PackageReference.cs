using NuGet.Versioning;

namespace Notebook.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Range">The versions that will do; the lowest is taken unless it floats.</param>
internal sealed record PackageReference(string Id, VersionRange Range)
{
    /// <summary>Reads what stands between the quotes of <c>#r</c>.</summary>
    /// <param name="text">Such as <c>nuget: Id, 1.2.3</c>, <c>nuget:Id</c>, <c>nuget:Id,[1.0,2.0)</c>, <c>nuget:Id,*-*</c>.</param>
    /// <exception cref="FormatException">It can't be read.</exception>
    public static PackageReference Parse(string text)
    {
        var parts = text["nuget:".Length..].Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0 || parts[0].Any(symbol => !char.IsLetterOrDigit(symbol) && symbol is not ('.' or '_' or '-')))
            throw new FormatException($"'{parts[0]}' is no package id. Write: #r \"nuget: Id, version\"");
        var version = parts is [_, { Length: > 0 } given] ? given : "*";
        return VersionRange.TryParse(version, out var range)
            ? new PackageReference(parts[0], range)
            : throw new FormatException($"'{version}' is no version of a package. Write 1.2.3, [1.0,2.0), 1.*, * (the newest) or *-* (also previews).");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Id}, {Range.OriginalString}";
}

/// <summary>A package as it was resolved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
internal sealed record ResolvedPackage(string Id, NuGetVersion Version);

/// <summary>A package that can't be had. The message says what was asked of which source.</summary>
internal sealed class PackageException(string message) : Exception(message);
