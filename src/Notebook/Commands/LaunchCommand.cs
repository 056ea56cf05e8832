using System.CommandLine;
using System.CommandLine.Parsing;
using Notebook.Launching;

namespace Notebook.Commands;

/// <summary><c>launch -n N PROGRAM [ARGUMENT…]</c>: runs one program as several ranks that train together.</summary>
internal static class LaunchCommand
{
    private const string Help =
        """
        Run a program as several processes (ranks) that train together with torch.distributed.

        Each rank finds in its environment who it is and where the ranks meet (RANK, WORLD_SIZE, LOCAL_RANK, MASTER_ADDR, MASTER_PORT), and
        OMP_NUM_THREADS: its share of the cores, unless set. What the ranks write comes out line by line after their number. When one fails, the
        others are stopped, and its exit code is that of the launcher.
        """;

    private static readonly Option<int> _ranks = Number("--ranks", "Ranks on this machine.", 1, 1, "-n");
    private static readonly Option<int> _nodes = Number("--nnodes", "Machines; the launcher is started on each.", 1, 1);
    private static readonly Option<int> _nodeRank = Number("--node-rank", "Number of this machine, from 0.", 0, 0);
    private static readonly Option<string?> _rendezvous = new("--rendezvous")
    {
        Description = "Where the ranks meet: an address of machine 0, and a port that is free there (default: this machine, any free port).",
        HelpName = "HOST:PORT",
    };

    private static readonly Option<double> _grace = new("--grace")
    {
        Description = "Seconds that a rank may take to stop before it is killed.", DefaultValueFactory = _ => 5, HelpName = "SECONDS",
    };

    public static Command Create()
    {
        var program = new Argument<string[]>("program")
        {
            Description = "The program or .NET assembly (.dll), and its arguments.", Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("launch", Help) { _ranks, _nodes, _nodeRank, _rendezvous, _grace, program };
        command.Validators.Add(result =>
        {
            var (nodes, node) = (Given(result, _nodes, 1), Given(result, _nodeRank, 0));
            if (node >= nodes)
                result.AddError($"With {nodes} machine{(nodes > 1 ? "s" : "")}, --node-rank must be from 0 to {nodes - 1}, not {node}.");
            if (result.GetValue(_rendezvous) is { } text ? Meeting.Parse(text) is null : nodes > 1)
                result.AddError("--rendezvous must be HOST:PORT, an address of machine 0 and a port from 1 to 65535; several machines need it.");
            if (Given(result, _grace, 0) is < 0 or > 3600)
                result.AddError("--grace must be from 0 to 3600 seconds.");
        });
        command.SetAction(result => Launch(new(result.GetValue(program)![0], result.GetValue(program)![1..])
        {
            Ranks = result.GetValue(_ranks), Nodes = result.GetValue(_nodes), NodeRank = result.GetValue(_nodeRank),
            Rendezvous = result.GetValue(_rendezvous) is { } text ? Meeting.Parse(text) : null,
            Grace = TimeSpan.FromSeconds(result.GetValue(_grace)),
        }));
        return command.WithExamples(
            "dotnet notebook launch -n 2 train.dll --epochs 3",
            "dotnet notebook launch -n 4 --nnodes 2 --node-rank 0 --rendezvous 10.0.0.1:29500 train.dll    (on machine 10.0.0.1)",
            "dotnet notebook launch -n 4 --nnodes 2 --node-rank 1 --rendezvous 10.0.0.1:29500 train.dll    (on the other one)");
    }

    /// <summary>Puts <c>--</c> before the program, so that its own options are not taken for the launcher's.</summary>
    public static IReadOnlyList<string> Delimit(IReadOnlyList<string> arguments)
    {
        if (arguments is not ["launch", ..])
            return arguments;
        string[] valued = [.. new Option[] { _ranks, _nodes, _nodeRank, _rendezvous, _grace }.SelectMany(option => option.Aliases.Append(option.Name))];
        var i = 1;
        while (i < arguments.Count && arguments[i].StartsWith('-') && arguments[i] != "--")
            i += valued.Contains(arguments[i]) ? 2 : 1;
        return i < arguments.Count && arguments[i] != "--" ? [.. arguments.Take(i), "--", .. arguments.Skip(i)] : arguments;
    }

    private static T Given<T>(CommandResult result, Option<T> option, T otherwise) where T : struct =>
        result.GetResult(option) is { Implicit: false } given ? given.GetValueOrDefault<T>() : otherwise;

    private static Option<int> Number(string name, string description, int value, int least, params string[] aliases)
    {
        var option = new Option<int>(name, aliases) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetValueOrDefault<int>() < least)
                result.AddError($"{name} must be at least {least}.");
        });
        return option;
    }

    // On the main thread to the end: signals are the launcher's own to handle.
    private static int Launch(LaunchOptions options)
    {
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var run = new LaunchRun(options, Console.Out, Console.Error, (!plain && !Console.IsOutputRedirected, !plain && !Console.IsErrorRedirected));
        return CommandLine.Guard("launch", () => Task.FromResult(run.Run())).GetAwaiter().GetResult();
    }
}
