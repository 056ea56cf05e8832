using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Notebook.Formatting;
using Notebook.Scripting;

namespace Notebook.Directives;

/// <summary>
/// Commands that pass values between languages. Here there is one, C#: its variables are shared as they are, and texts that
/// <c>#!value</c> stores become variables of type string.
/// </summary>
internal static class Values
{
    private const string Setting = "--name NAME --value VALUE|@csharp:NAME|@value:NAME|@input:PROMPT|@password:PROMPT";
    private const string Storing = "--name NAME [--from-file FILE] [--mime-type TYPE]";

    /// <summary>The commands.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        new(["#!set"], Setting, "set a variable", false, Set),
        Magic.Of(["#!value"], Storing, "store the lines that follow, or a file, under a name", Store, takesBody: true),
        new(["#!share"], "--from csharp|value NAME [--as NEW]", "take over a stored value as a variable", false, call => Task.FromResult<IEnumerable<CellPart>>(Share(call))),
    ];

    private static async Task<IEnumerable<CellPart>> Set(MagicCall call)
    {
        var name = Variable(call.Line, call.Line.Required("--name", Setting));
        var value = call.Line.Required("--value", Setting);
        return [new CodePart($"var {name} = {await Expression(call, value)};")];
    }

    private static async Task<string> Expression(MagicCall call, string value)
    {
        if (value is not ['@', ..])
            return Literal(value);
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var (source, rest) = colon < 0 ? (value[1..], "") : (value[1..colon], value[(colon + 1)..]);
        return source switch
        {
            "input" => Literal(await Kernel.GetInputAsync(rest)),
            "password" => Literal((await Kernel.GetPasswordAsync(rest)).GetClearTextPassword()),
            _ => Shared(call, source, rest),
        };
    }

    private static CodePart[] Share(MagicCall call)
    {
        var source = call.Line.Required("--from", "--from csharp|value NAME");
        if (call.Line.Arguments() is not [var name])
            throw call.Line.Error("#!share takes the name of one variable. Write: #!share --from value NAME [--as NEW]");
        var target = Variable(call.Line, call.Line.Option("--as") ?? name);
        return CellLanguage.IsCSharp(source) && target == name ? [] : [new CodePart($"var {target} = {Shared(call, source, name)};")];
    }

    private static string Shared(MagicCall call, string source, string name)
    {
        if (CellLanguage.IsCSharp(source))
            return Variable(call.Line, name);
        if (source != "value")
            throw call.Line.Error($"values come from csharp and value only: this kernel has no {source} to ask for {name}.");
        return call.Session.Values.TryGetValue(name, out var text)
            ? Literal(text)
            : throw call.Line.Error($"no value is stored as {name}; #!value --name {name} stores one.");
    }

    private static void Store(MagicCall call)
    {
        var name = call.Line.Required("--name", Storing);
        if (call.Line.Option("--from-url") is { } url)
            throw call.Line.Error($"this kernel does not fetch {url}. Save it to a file and use --from-file, or use HttpClient.");
        var text = call.Line.Option("--from-file") is { } file ? Read(call.Line, file) : call.Body;
        call.Session.Values[name] = text;
        if (call.Line.Option("--mime-type") is { } mime)
            Kernel.display(text, mime);
    }

    private static string Read(MagicLine line, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw line.Error($"{Path.GetFullPath(file)} can't be read: {error.Message}", "FileNotFound");
        }
    }

    private static string Variable(MagicLine line, string name) => SyntaxFacts.IsValidIdentifier(name)
        ? (SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name)
        : throw line.Error($"'{name}' can't be the name of a variable.");

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
