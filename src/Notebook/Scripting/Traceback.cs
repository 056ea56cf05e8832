using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Notebook.Scripting;

/// <summary>Exceptions as a cell's author wants them: the frames of the kernel left out, cells and lines named, the failing line shown.</summary>
/// <param name="session">Knows which assemblies are cells, and their source.</param>
internal sealed partial class Traceback(ScriptSession session)
{
    private const int MaxFrames = 40;

    /// <summary>The exception worth showing: what a wrapper of reflection or of a task holds.</summary>
    public static Exception Unwrap(Exception error) => error switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        _ => error,
    };

    /// <summary>The lines of a traceback: messages, frames, and the source line that failed.</summary>
    public IReadOnlyList<string> Of(Exception error)
    {
        var lines = new List<string>();
        for (var (one, prefix) = (error, ""); one is not null; (one, prefix) = (one.InnerException, " ---> "))
            lines.Add($"{prefix}{one.GetType().FullName}: {one.Message}");
        List<StackFrame> frames = [];
        foreach (var one in Chain(error).Reverse())
        {
            var (inner, leftOut, outer) = Frames(one);
            lines.AddRange(inner.Select(frame => "   at " + Describe(frame)));
            if (leftOut > 0)
                lines.Add($"   … {leftOut} more calls");
            lines.AddRange(outer.Select(frame => "   at " + Describe(frame)));
            frames.AddRange([.. inner, .. outer]);
        }
        if (frames.FirstOrDefault(frame => SourceLine(frame) is not null) is { } failing)
        {
            lines.Add("");
            lines.Add($"{failing.GetFileName()}, line {failing.GetFileLineNumber()}:");
            lines.Add($"{failing.GetFileLineNumber(),5} | {SourceLine(failing)}");
        }
        return lines;
    }

    private static IEnumerable<Exception> Chain(Exception error)
    {
        for (var one = error; one is not null; one = one.InnerException)
            yield return one;
    }

    /// <summary>The frames down to the lowest that belongs to a cell; of very many, those in the middle are left out.</summary>
    private (List<StackFrame> Inner, int LeftOut, List<StackFrame> Outer) Frames(Exception error)
    {
        var frames = new StackTrace(error, fNeedFileInfo: true).GetFrames();
        var lowest = Array.FindLastIndex(frames, IsCell);
        var shown = frames.AsSpan(0, lowest < 0 ? frames.Length : lowest + 1);
        var leftOut = shown.Length > MaxFrames ? shown.Length - MaxFrames : 0;
        var inner = leftOut > 0 ? MaxFrames / 2 : shown.Length;
        return (Visible(shown[..inner]), leftOut, Visible(shown[(inner + leftOut)..]));
    }

    private static List<StackFrame> Visible(ReadOnlySpan<StackFrame> frames) => [.. frames.ToArray().Where(IsVisible)];

    private bool IsCell(StackFrame frame) => frame.GetMethod()?.Module.Assembly is { } assembly && session.Context.IsCell(assembly);

    private static bool IsVisible(StackFrame frame)
    {
        var method = frame.GetMethod();
        return method is not null
            && method.Module.Assembly != typeof(Traceback).Assembly
            && !method.IsDefined(typeof(StackTraceHiddenAttribute), false)
            && method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute), false) != true
            && method.DeclaringType?.Namespace is not
                ("System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Threading" or "System.Threading.Tasks");
    }

    private string Describe(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        var place = frame.GetFileName() is { } file ? $"{file}, line {frame.GetFileLineNumber()}" : null;
        if (!IsCell(frame))
            return $"{Name(method)}({Parameters(method)})" + (place is null ? "" : $" in {place}");
        var name = Name(method);
        return name.Length == 0 ? place ?? "cell" : $"{name}({Parameters(method)}) in {place}";
    }

    /// <summary>The name as it is in the source: no submission class, no state machine; empty for the cell's own statements.</summary>
    private string Name(MethodBase method)
    {
        var (type, name) = (method.DeclaringType, method.Name);
        if (name == "MoveNext" && type is not null && Generated().Match(type.Name) is { Success: true } machine)
            (type, name) = (type.DeclaringType, machine.Groups[1].Value);
        if (Generated().Match(name) is { Success: true } generated)
        {
            var inner = generated.Groups[3].Value;
            name = generated.Groups[2].Value == "g" ? inner.Split('|')[0] : $"{generated.Groups[1].Value} lambda".Trim();
        }
        while (type is not null && type.Name.StartsWith('<'))
            type = type.DeclaringType;
        name = name.Trim('<', '>') is "Initialize" or "Factory" ? "" : name.Replace("<Initialize> ", "", StringComparison.Ordinal);
        var owner = type?.FullName ?? "";
        if (type is not null && session.Context.IsCell(type.Assembly))
            owner = owner.Contains('+', StringComparison.Ordinal) ? owner[(owner.IndexOf('+', StringComparison.Ordinal) + 1)..] : "";
        return owner.Length == 0 ? name : $"{owner.Replace('+', '.')}.{name}";
    }

    private static string Parameters(MethodBase method) =>
        method.Name == "MoveNext" ? "" : string.Join(", ", method.GetParameters().Select(one => $"{Formatting.TypeNames.Of(one.ParameterType)} {one.Name}"));

    private string? SourceLine(StackFrame frame)
    {
        var (file, line) = (frame.GetFileName(), frame.GetFileLineNumber());
        if (file is null || line < 1 || !IsCell(frame))
            return null;
        var text = session.Sources.GetValueOrDefault(file) ?? (File.Exists(file) ? File.ReadAllText(file) : "");
        return text.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r');
    }

    [GeneratedRegex(@"^<(.*)>([a-z])__(.*)$")]
    private static partial Regex Generated();
}
