using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Notebook.Documents;
using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Directives;

/// <summary>
/// Commands that pass values between languages. Here there is one, C#: its variables are shared as they are, and texts that
/// <c>#!value</c> stores become variables of type string.
/// </summary>
internal static class Values
{
    private const string SettingUsage = "--name NAME --value VALUE|@csharp:NAME|@value:NAME|@input:PROMPT|@password:PROMPT";
    private const string Storing = "--name NAME [--from-file FILE | --from-url URL | --from-value @input:PROMPT] [--mime-type TYPE]";

    /// <summary>Takes over a value.</summary>
    public static readonly Magic Share = new(["#!share"], "--from csharp|value NAME [--as NEW]", "take over a stored value as a variable", false,
        call => Task.FromResult<IEnumerable<CellPart>>(Variable(call)));

    /// <summary>Sets a variable.</summary>
    public static readonly Magic Setting = new(["#!set"], SettingUsage, "set a variable", false, Set);

    /// <summary>The commands.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        Setting,
        new(["#!value"], Storing, "store the lines that follow, a file or a page under a name", true, Store),
        Share,
    ];

    private static async Task<IEnumerable<CellPart>> Set(MagicCall call)
    {
        var name = Variable(call.Line, call.Line.Required("--name", SettingUsage));
        var value = call.Line.Required("--value", SettingUsage);
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

    private static CodePart[] Variable(MagicCall call)
    {
        var (source, name, target) = Names(call.Line);
        return Language.IsCSharp(source) && target == name ? [] : [new CodePart($"var {target} = {Shared(call, source, name)};")];
    }

    /// <summary>The statement that declares a shared value in JavaScript.</summary>
    /// <param name="session">Has the value.</param>
    /// <param name="line">The line <c>#!share</c> or <c>#!set</c> in the script.</param>
    /// <exception cref="CellException">There is no such value.</exception>
    public static string SharedWithScript(ScriptSession session, MagicLine line)
    {
        var isSet = Setting.Names.Contains(line.Command, StringComparer.OrdinalIgnoreCase);
        var given = isSet ? line.Required("--value", SettingUsage) : "";
        if (isSet && given is not ['@', ..])
            return $"const {line.Required("--name", SettingUsage)} = {JsonSerializer.Serialize(given)};\n";
        var (source, name, target) = isSet ? Named(given, line.Required("--name", SettingUsage)) : Names(line);
        if (source == "value" && session.Values.TryGetValue(name, out var text))
            return $"const {target} = {JsonSerializer.Serialize(text)};\n";
        if (!Language.IsCSharp(source) || session.Variables().FirstOrDefault(one => one.Name == name) is not { Name: not null } variable)
            throw line.Error($"there is no {name} in {source} to share.");
        return $"const {target} = {variable.Value.ToDisplayString(JsonFormatter.MimeType)};\n";
    }

    private static (string Source, string Name, string Target) Named(string value, string target) =>
        value[1..].Split(':', 2) is [var source, var name] ? (source, name, target) : (value[1..], target, target);

    private static (string Source, string Name, string Target) Names(MagicLine line)
    {
        var source = line.Required("--from", Share.Usage);
        if (line.Arguments() is not [var name])
            throw line.Error($"#!share takes the name of one variable. Write: #!share {Share.Usage}");
        return (source, name, Variable(line, line.Option("--as") ?? name));
    }

    private static string Shared(MagicCall call, string source, string name)
    {
        if (Language.IsCSharp(source))
            return Variable(call.Line, name);
        if (source != "value")
            throw call.Line.Error($"values come from csharp and value only: this kernel has no {source} to ask for {name}.");
        return call.Session.Values.TryGetValue(name, out var text)
            ? Literal(text)
            : throw call.Line.Error($"no value is stored as {name}; #!value --name {name} stores one.");
    }

    private static async Task<IEnumerable<CellPart>> Store(MagicCall call)
    {
        var name = call.Line.Required("--name", Storing);
        var text = call.Session.Values[name] = await Text(call.Line) ?? call.Body;
        if (call.Line.Option("--mime-type") is { } mime)
            Kernel.display(text, mime);
        return [];
    }

    /// <summary>The text that an option of <c>#!value</c> names; null when none does.</summary>
    private static async Task<string?> Text(MagicLine line)
    {
        if (line.Option("--from-value") is { } value)
            return value.StartsWith("@input:", StringComparison.Ordinal) ? await Kernel.GetInputAsync(value["@input:".Length..]) : value;
        var (place, read) = line.Option("--from-file") is { } file
            ? (Path.GetFullPath(file), File.ReadAllTextAsync(file, Stopping.Token))
            : line.Option("--from-url") is { } url ? (url, Fetch(url)) : ("", Task.FromResult(""));
        try
        {
            return place.Length == 0 ? null : await read;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or HttpRequestException or UriFormatException or NotSupportedException)
        {
            throw line.Error($"{place} can't be read: {error.Message}", "FileNotFound");
        }
    }

    private static async Task<string> Fetch(string url)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(url), Stopping.Token);
    }

    private static string Variable(MagicLine line, string name) => SyntaxFacts.IsValidIdentifier(name)
        ? (SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name)
        : throw line.Error($"'{name}' can't be the name of a variable.");

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
