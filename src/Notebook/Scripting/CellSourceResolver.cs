using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Notebook.Scripting;

/// <summary>Finds what <c>#load</c> names, relative to the working directory or to the file that loads it, and puts checkpoints into it.</summary>
/// <param name="level">Where the checkpoints go.</param>
internal sealed class CellSourceResolver(CheckpointLevel level) : SourceFileResolver([], Environment.CurrentDirectory)
{
    /// <inheritdoc/>
    /// <remarks>A cell's name is no file name: it stays as it is.</remarks>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, baseFilePath is not null && Path.IsPathRooted(baseFilePath) ? baseFilePath : null);

    /// <inheritdoc/>
    public override SourceText ReadText(string resolvedPath)
    {
        var text = base.ReadText(resolvedPath);
        var tree = Parse(text);
        if (ExtensionClasses.Forward(tree) is { } forwarding)
            tree = Parse(text = SourceText.From(forwarding, Encoding.UTF8));
        return Checkpoints.Insert(tree, level) is { } changed ? SourceText.From(changed, Encoding.UTF8) : text;

        SyntaxTree Parse(SourceText source) => CSharpSyntaxTree.ParseText(source, CellCompiler.ParseOptions, resolvedPath);
    }
}
