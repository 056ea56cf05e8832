using Microsoft.CodeAnalysis;

namespace Notebook.Scripting;

/// <summary>Finds what <c>#load</c> names, relative to the working directory or to the file that loads it.</summary>
internal sealed class CellSourceResolver() : SourceFileResolver([], Environment.CurrentDirectory)
{
    /// <inheritdoc/>
    /// <remarks>A cell's name is no file name: it stays as it is.</remarks>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, baseFilePath is not null && Path.IsPathRooted(baseFilePath) ? baseFilePath : null);
}
