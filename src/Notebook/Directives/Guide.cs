using System.Runtime.InteropServices;
using Microsoft.DotNet.Interactive;
using Notebook.Formatting;

namespace Notebook.Directives;

/// <summary>Commands that explain the kernel.</summary>
internal static class Guide
{
    /// <summary>Shows versions.</summary>
    public static void About(MagicCall call) => Kernel.display(
        $"C# 14 kernel {typeof(Guide).Assembly.GetName().Version!.ToString(3)} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");

    /// <summary>Lists the commands.</summary>
    public static void List(MagicCall call)
    {
        List<string[]> rows = [.. Magics.All.OrderBy(magic => magic.Name, StringComparer.Ordinal).Select(magic => new[] { magic.Name, Help(magic) })];
        Kernel.display(TextTable.Of(["Command", "What it does"], rows) + "\n\n#!help COMMAND says what can follow one.");
    }

    /// <summary>Explains one command, or lists all.</summary>
    public static void Explain(MagicCall call)
    {
        var wanted = call.Line.Rest.TrimStart('#', '!');
        if (wanted.Length == 0)
        {
            List(call);
            return;
        }
        var magic = Magics.All.FirstOrDefault(magic => magic.Names.Any(name => name.TrimStart('#', '!').Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            ?? throw call.Line.Error($"there is no command #!{wanted}; #!lsmagic lists those that there are.");
        Kernel.display($"{magic.Name} {magic.Usage}".TrimEnd() + $"\n    {Help(magic)}");
    }

    private static string Help(Magic magic) => magic.Help + (magic.Names.Count > 1 ? $" (also {string.Join(", ", magic.Names.Skip(1))})" : "");
}
