using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Notebook.Directives;

namespace Notebook.Commands;

/// <summary>
/// The commands of <c>dotnet notebook</c> and what they have in common: examples in their help, one line for what went wrong, and
/// exit codes (0 done, 1 something failed, 2 could not start, 130 stopped by the user).
/// </summary>
internal static class CommandLine
{
    private const string ExitCodes = "Exit codes:\n  0 done; 1 something failed, and the output says what; 2 could not start, and what to install or type.";

    /// <summary>Parses and runs.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("C# notebooks: a Jupyter kernel, and what one does with notebooks beside it.")
        {
            InstallCommand.Create(), UninstallCommand.Create(), DoctorCommand.Create(), RunCommand.Create(), ExportCommand.Create(),
            ConvertCommand.Create(), StripCommand.Create(), ReportCommand.Create(), SlidesCommand.Create(), LaunchCommand.Create(), KernelCommand.Create(),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        var parsed = root.Parse(arguments.Count == 0 ? ["--help"] : LaunchCommand.Delimit(arguments));
        if (parsed.Errors.Count == 0 || parsed.Action is not ParseErrorAction)
            return parsed.Invoke(); // --help stands beside an argument that is missing
        if (parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [var unknown, ..])
            Console.Error.WriteLine($"There is no command '{unknown}'." + (EditDistance.Nearest(unknown, root.Subcommands.Select(one => one.Name)) is { } nearest ? $" Did you mean {nearest}?" : ""));
        else
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine($"Type  dotnet notebook {string.Join(' ', Path(parsed.CommandResult.Command, root))}--help  for what can be given.");
        return 2;
    }

    /// <summary>A command with examples in its help.</summary>
    public static Command WithExamples(this Command command, params string[] examples)
    {
        HelpWithExamples.Of[command.Name] = examples;
        return command;
    }

    /// <summary>Runs a command's work: what went wrong becomes one line on standard error and an exit code.</summary>
    public static async Task<int> Guard(string name, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (CannotStartException problem)
        {
            await Console.Error.WriteLineAsync($"{name}: {problem.Message}");
            return 2;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{name}: {problem.Message}");
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{name}: stopped.");
            return 130;
        }
    }

    /// <summary>The file to write.</summary>
    /// <exception cref="CannotStartException">It exists and may not be replaced, or its folder does not exist.</exception>
    public static string Target(string path, bool force)
    {
        if (Directory.Exists(path))
            throw new CannotStartException($"{path} is a folder; give the name of a file.");
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new CannotStartException($"{path} cannot be written: there is no folder {folder}.");
        return !File.Exists(path) || force ? path
            : throw new CannotStartException($"{path} exists already; --force replaces it.");
    }

    public static Option<bool> ForceOption() => new("--force", "-f") { Description = "Replace the output if it exists." };

    private static IEnumerable<string> Path(Command command, Command root) => command == root ? [] : [command.Name, ""];

    private sealed class HelpWithExamples(HelpAction standard) : SynchronousCommandLineAction
    {
        public static Dictionary<string, string[]> Of { get; } = [];

        public override int Invoke(ParseResult parseResult)
        {
            var code = standard.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            if (Of.TryGetValue(parseResult.CommandResult.Command.Name, out var examples))
                output.WriteLine($"Examples:\n  {string.Join("\n  ", examples)}\n");
            output.WriteLine(ExitCodes);
            return code;
        }
    }
}
