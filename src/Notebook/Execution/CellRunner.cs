using System.Diagnostics;
using Microsoft.DotNet.Interactive;
using Notebook.Directives;
using Notebook.Display;
using Notebook.Formatting;
using Notebook.Scripting;

namespace Notebook.Execution;

/// <summary>How a cell ended.</summary>
/// <param name="Result">The value of its last expression in all its MIME types; null when it has none.</param>
internal sealed record CellResult(IReadOnlyDictionary<string, string>? Result);

/// <summary>Runs cells: magic commands, compiling, executing and formatting. Used by one thread at a time.</summary>
internal sealed class CellRunner
{
    private readonly CellThread _thread = new();
    private readonly Lazy<ScriptSession> _session = new(() => new ScriptSession()); // reads many files: not while the kernel starts

    /// <summary>What has to end before the first cell runs.</summary>
    public Task Ready { get; init; } = Task.CompletedTask;

    /// <summary>The variables and declarations of the cells run so far.</summary>
    public ScriptSession Session => _session.Value;

    /// <summary>Stops the running cell, if there is one.</summary>
    /// <returns>Whether none is running any more.</returns>
    public bool Interrupt() => _thread.Interrupt();

    /// <summary>Runs a cell.</summary>
    /// <param name="code">The cell as entered.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="language">The language that its metadata name; null means C#.</param>
    /// <exception cref="CellException">It can't be run.</exception>
    /// <exception cref="CellInterruptedException">It was stopped.</exception>
    /// <remarks>Whatever else the cell throws comes out as it is.</remarks>
    public CellResult Run(string code, string name, string? language = null)
    {
        _thread.Prepare();
        Ready.Wait();
        var cell = CellParser.Parse(code, name, language);
        var clock = Stopwatch.StartNew();
        var result = Run(cell.Parts, name);
        if (cell.IsTimed)
            Kernel.display($"Wall time: {clock.Elapsed.TotalMilliseconds:0.0} ms");
        return new CellResult(result);
    }

    /// <summary>Runs parts in turn, and what magic commands among them leave to be run. All results but the last are shown at once.</summary>
    private IReadOnlyDictionary<string, string>? Run(IEnumerable<CellPart> parts, string name)
    {
        IReadOnlyDictionary<string, string>? result = null;
        foreach (var part in parts)
        {
            if (result is not null)
                Screen.Current.Show(result, Guid.NewGuid().ToString("N"), update: false);
            result = part is CodePart code ? RunCode(code.Text, code.Origin ?? name, keep: true) : Run(Execute((MagicPart)part), name);
        }
        return result;
    }

    private IEnumerable<CellPart> Execute(MagicPart part) =>
        (IEnumerable<CellPart>)_thread.Execute(async () => await part.Magic.Run(new MagicCall(part, Session)))!;

    /// <summary>Evaluates an expression without leaving a trace in the session.</summary>
    /// <param name="code">A C# expression.</param>
    public IReadOnlyDictionary<string, string>? Evaluate(string code)
    {
        _thread.Prepare();
        return RunCode(code, "expression", keep: false);
    }

    private IReadOnlyDictionary<string, string>? RunCode(string code, string name, bool keep)
    {
        var compiled = Session.Compile(code, name);
        return (IReadOnlyDictionary<string, string>?)_thread.Execute(async () =>
        {
            var returned = await Session.RunAsync(compiled, keep);
            var value = await Awaited.Of(returned);
            return value is not null || returned is null && compiled.EndsInValue() ? (object)Bundle.Of(value) : null;
        });
    }
}
