using Notebook.Scripting;

namespace Notebook.Directives;

/// <summary>Splits a cell at its magic commands.</summary>
internal static class CellParser
{
    /// <summary>The magic commands and what they do.</summary>
    public static readonly IReadOnlyDictionary<string, string> Commands = new Dictionary<string, string>
    {
        ["#!about"] = "show the versions of the kernel and of .NET",
        ["#!csharp"] = "go on with C# (also #!c#, #!cs)",
        ["#!html"] = "show the lines that follow as HTML",
        ["#!javascript"] = "run the lines that follow in the front end (also #!js)",
        ["#!lsmagic"] = "list these commands",
        ["#!markdown"] = "show the lines that follow as Markdown",
        ["#!time"] = "show how long the cell takes",
    };

    /// <summary>Splits a cell.</summary>
    /// <param name="code">The cell as entered.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <exception cref="CellException">It holds an unknown magic command.</exception>
    public static Cell Parse(string code, string name)
    {
        if (!code.Contains("#!", StringComparison.Ordinal))
            return new Cell([new CellPart(PartKind.Code, code)], false);
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        List<CellPart> parts = [];
        var (kind, start, timed) = (PartKind.Code, 0, false);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("#!", StringComparison.Ordinal))
                continue;
            var command = lines[at].Split([' ', '\t'], 2)[0].Trim();
            if (command == "#!time")
            {
                timed = true;
                lines[at] = "";
                continue;
            }
            Add(at);
            start = at + 1;
            kind = KindOf(command) ?? throw Unknown(command, lines[at], at, name);
            if (kind is PartKind.About or PartKind.ListMagic)
            {
                parts.Add(new CellPart(kind, ""));
                kind = PartKind.Code;
            }
        }
        Add(lines.Length);
        return new Cell(parts, timed);

        void Add(int end)
        {
            var text = string.Join('\n', lines[start..end]);
            if (!string.IsNullOrWhiteSpace(text))
                parts.Add(new CellPart(kind, kind == PartKind.Code ? new string('\n', start) + text : text));
        }
    }

    private static PartKind? KindOf(string command) => command switch
    {
        "#!csharp" or "#!c#" or "#!cs" => PartKind.Code,
        "#!html" => PartKind.Html,
        "#!markdown" or "#!md" => PartKind.Markdown,
        "#!javascript" or "#!js" => PartKind.Javascript,
        "#!about" => PartKind.About,
        "#!lsmagic" => PartKind.ListMagic,
        _ => null,
    };

    private static CellException Unknown(string command, string line, int at, string name) => new(
        "UnknownCommand",
        $"{name}({at + 1},1): this kernel runs C# only and does not know {command}; #!lsmagic lists what it knows.",
        [.. CompileErrors.Marked(line, at + 1, 0, command.Length)]);
}
