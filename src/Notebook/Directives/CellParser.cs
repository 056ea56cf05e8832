using System.Text.RegularExpressions;
using Notebook.Documents;
using Notebook.Scripting;

namespace Notebook.Directives;

/// <summary>Splits a cell at its magic commands.</summary>
internal static partial class CellParser
{
    /// <summary>The magic commands and what they do.</summary>
    public static IReadOnlyDictionary<string, string> Commands => field ??= // not while the kernel starts
        Magics.All.Where(magic => magic.Name.StartsWith("#!", StringComparison.Ordinal)).OrderBy(magic => magic.Name, StringComparer.Ordinal)
            .ToDictionary(magic => magic.Name, magic => magic.Help);

    /// <summary>Splits a cell.</summary>
    /// <param name="code">The cell as entered.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <param name="language">The language in which it starts, as its metadata say; null means C#.</param>
    /// <exception cref="CellException">It holds an unknown magic command, or is in another language.</exception>
    public static Cell Parse(string code, string name, string? language = null)
    {
        var starts = Language.IsCSharp(language) ? null : "#!" + language;
        if (starts is null && !code.Contains("#!", StringComparison.Ordinal) && !code.Contains("nuget:", StringComparison.OrdinalIgnoreCase))
            return new Cell([new CodePart(code)], false);
        return new Splitting(code, name).Split(starts);
    }

    /// <summary>The magic command of a name, without regard to case.</summary>
    /// <exception cref="CellException">There is none.</exception>
    private static Magic Find(MagicLine line) =>
        Magics.All.FirstOrDefault(magic => magic.Names.Contains(line.Command, StringComparer.OrdinalIgnoreCase)) ?? throw Unknown(line);

    private static CellException Unknown(MagicLine line) => Language.IsElsewhere(line.Command[2..])
        ? line.Error($"this kernel runs C# only and does not know {line.Command}.", "UnknownCommand")
        : line.Error($"there is no command {line.Command}. " + (EditDistance.Nearest(line.Command, Magics.All.SelectMany(magic => magic.Names)) is { } nearest ? $"Did you mean {nearest}?" : "#!lsmagic lists those that there are."), "UnknownCommand");

    /// <summary>A line such as <c>#r "nuget: Id, version"</c> or <c>#i "nuget: source"</c>.</summary>
    [GeneratedRegex("""^\s*#(r|i)\s+("nuget:[^"]*"\s*;?\s*(//.*)?|nuget:[^"]*)$""", RegexOptions.IgnoreCase)]
    private static partial Regex PackageLine();

    private sealed class Splitting(string code, string name)
    {
        private readonly string[] _lines = code.ReplaceLineEndings("\n").Split('\n');
        private readonly List<CellPart> _parts = [];
        private readonly List<MagicLine> _shared = [];
        private (Magic Magic, MagicLine Line)? _open;
        private int _start;
        private bool _timed;

        public Cell Split(string? starts)
        {
            if (starts is not null)
                Open(new MagicLine(starts, 1, name));
            for (var at = 0; at < _lines.Length; at++)
            {
                if (!_lines[at].StartsWith("#!", StringComparison.Ordinal))
                    continue;
                var line = new MagicLine(_lines[at], at + 1, name);
                var magic = Find(line);
                _lines[at] = "";
                if (magic == Magics.Time)
                {
                    _timed = true;
                    continue;
                }
                if (_open is not null && (magic == Values.Share || magic == Values.Setting))
                {
                    _shared.Add(line);
                    continue;
                }
                if (!magic.TakesBody && _open is not null)
                    throw line.Error($"{line.Command} belongs to C#: write #!csharp on the line before it.");
                Close(at);
                _start = at + 1;
                if (magic == Magics.CSharp)
                    continue;
                if (magic.TakesBody)
                    Open(line);
                else
                    _parts.Add(new MagicPart(magic, line));
            }
            Close(_lines.Length);
            return new Cell(_parts, _timed);
        }

        private void Open(MagicLine line) => _open = (Find(line), line);

        private void Close(int end)
        {
            if (_open is var (magic, line))
                _parts.Add(new MagicPart(magic, line, string.Join('\n', _lines[_start..end])) { Others = [.. _shared] });
            else
                AddCode(end);
            _open = null;
            _shared.Clear();
        }

        /// <summary>Adds C#, behind the packages that it names.</summary>
        private void AddCode(int end)
        {
            List<MagicLine> packages = [];
            for (var at = _start; at < end; at++)
            {
                if (PackageLine().Match(_lines[at]) is not { Success: true } match)
                    continue;
                var line = new MagicLine(_lines[at], at + 1, name);
                _lines[at] = "";
                if (match.Groups[1].Value is "r" or "R")
                    packages.Add(line);
                else
                    _parts.Add(new MagicPart(Magics.Source, line));
            }
            if (packages.Count > 0)
                _parts.Add(new MagicPart(Magics.Package, packages[0]) { Others = packages[1..] });
            var text = string.Join('\n', _lines[_start..end]);
            if (!string.IsNullOrWhiteSpace(text))
                _parts.Add(new CodePart(new string('\n', _start) + text));
        }
    }
}
