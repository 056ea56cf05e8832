using Notebook.Scripting;

namespace Notebook.Directives;

/// <summary>A magic command.</summary>
/// <param name="Names">Its name, then other names for it.</param>
/// <param name="Usage">What can follow the name.</param>
/// <param name="Help">What it does, in one line.</param>
/// <param name="TakesBody">Whether the lines that follow are its own, up to the next command that takes them.</param>
/// <param name="Run">Does it. What it returns is run next.</param>
internal sealed record Magic(
    IReadOnlyList<string> Names, string Usage, string Help, bool TakesBody, Func<MagicCall, Task<IEnumerable<CellPart>>> Run)
{
    /// <summary>Its name with <c>#!</c>.</summary>
    public string Name => Names[0];

    /// <summary>A command that leaves nothing to be run.</summary>
    public static Magic Of(IReadOnlyList<string> names, string usage, string help, Action<MagicCall> run, bool takesBody = false) =>
        new(names, usage, help, takesBody, call =>
        {
            run(call);
            return Task.FromResult<IEnumerable<CellPart>>([]);
        });
}

/// <summary>A magic command that is being executed.</summary>
/// <param name="Part">What is in the cell.</param>
/// <param name="Session">The cells run so far.</param>
internal sealed record MagicCall(MagicPart Part, ScriptSession Session)
{
    /// <summary>The lines that follow the command.</summary>
    public string Body => Part.Body;

    /// <summary>What stands behind its name.</summary>
    public MagicLine Line => Part.Line;
}
