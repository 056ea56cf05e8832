using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Notebook.Scripting;

/// <summary>Compiler errors as a cell's author wants them: place, message, source line and a caret below it.</summary>
internal static class CompileErrors
{
    private const int Shown = 20;

    /// <summary>The exception that reports the errors among some diagnostics, or null when there is none.</summary>
    public static CellException? From(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)
            .OrderBy(one => one.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(one => one.Location.SourceSpan.Start)
            .ToList();
        if (errors.Count == 0)
            return null;
        var details = errors.Take(Shown).SelectMany(Lines).ToList();
        if (errors.Count > Shown)
            details.Add($"… and {errors.Count - Shown} more errors");
        return new CellException("CompilationError", Headline(errors[0]), details);
    }

    /// <summary>A source line and a caret line that marks some columns of it.</summary>
    /// <param name="line">The source line.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="start">First column marked, from 0.</param>
    /// <param name="length">How many columns are marked; at least one is.</param>
    public static IEnumerable<string> Marked(string line, int number, int start, int length)
    {
        var margin = $"{number,5} | ";
        yield return margin + line;
        var lead = line[..Math.Min(start, line.Length)].Select(symbol => symbol == '\t' ? '\t' : ' ');
        yield return new string(' ', margin.Length - 2) + "| " + string.Concat(lead) + new string('^', Math.Max(1, length));
    }

    private static string Headline(Diagnostic error) => $"{Place(error)}: error {error.Id}: {error.GetMessage()}";

    private static string Place(Diagnostic error)
    {
        var span = error.Location.GetLineSpan();
        return span.IsValid ? $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})" : "cell";
    }

    private static IEnumerable<string> Lines(Diagnostic error)
    {
        yield return Headline(error);
        if (error.Location.SourceTree?.GetText() is not { } text)
            yield break;
        var line = text.Lines.GetLineFromPosition(error.Location.SourceSpan.Start);
        var marked = error.Location.SourceSpan.Intersection(line.Span) ?? new TextSpan(error.Location.SourceSpan.Start, 0);
        foreach (var output in Marked(line.ToString(), line.LineNumber + 1, marked.Start - line.Start, marked.Length))
            yield return output;
    }
}
