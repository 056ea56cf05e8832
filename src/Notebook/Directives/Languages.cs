using Microsoft.DotNet.Interactive;
using Notebook.Formatting;

namespace Notebook.Directives;

/// <summary>Cells that are shown by the front end rather than run.</summary>
internal static class Languages
{
    /// <summary>The commands.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        Magic.Of(["#!html"], "", "show the lines that follow as HTML", call => Kernel.display(Kernel.HTML(call.Body)), takesBody: true),
        Magic.Of(["#!markdown", "#!md"], "", "show the lines that follow as Markdown", call => Kernel.display(Kernel.Markdown(call.Body)), takesBody: true),
        Magic.Of(["#!javascript", "#!js"], "", "run the lines that follow in the front end", Run, takesBody: true),
        Magic.Of(["#!mermaid"], "", "draw the diagram that the lines that follow describe", call => Kernel.display(new MermaidDiagram(call.Body)), takesBody: true),
        Magic.Of(["#!raw"], "", "skip the lines that follow", _ => { }, takesBody: true),
    ];

    /// <summary>Runs a script. The variables that it shares come before it as constants.</summary>
    private static void Run(MagicCall call)
    {
        var constants = call.Part.Others.Select(line => Values.SharedWithScript(call.Session, line));
        Kernel.Javascript(string.Concat(constants) + call.Body);
    }
}
