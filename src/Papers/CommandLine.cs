using System.CommandLine;
using System.Globalization;
using Lectures;
using Papers.Running;

namespace Papers;

/// <summary>What <c>./build.sh paper</c> takes. Exit codes: 0 done, 1 failed, 2 could not start.</summary>
public static class CommandLine
{
    /// <summary>Lists the entries, or runs one.</summary>
    /// <param name="args">Words after <c>paper</c>.</param>
    /// <param name="entries">What can be run.</param>
    /// <param name="output">Where the list, progress and results go.</param>
    /// <param name="errors">Where errors go.</param>
    public static int Run(IReadOnlyList<string> args, IReadOnlyList<Reproduction> entries, TextWriter output, TextWriter errors)
    {
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "What to reproduce; without it: the list" };
        var seed = new Option<long>("--seed") { Description = "Of all randomness", DefaultValueFactory = _ => 1 };
        var scale = new Option<Scale>("--scale") { Description = "Smoke and lecture only try it out", DefaultValueFactory = _ => Scale.Paper };
        var threads = new Option<int?>("--threads") { Description = "For tensors; without it: all cores. The same number gives the same bits" };
        var folder = new Option<string?>("--output") { Description = "Where results go; without it: data/results, or artifacts/results when not at paper scale" };
        var checkpoints = new Option<string?>("--checkpoints") { Description = "Where interrupted runs are kept; without it: artifacts/papers" };
        var fresh = new Option<bool>("--fresh") { Description = "Forget the checkpoints of an interrupted run" };
        var root = new RootCommand("Reproduces a number of a paper at its full size, and records it. A killed run goes on where it was when it is started again.")
        {
            name, seed, scale, threads, folder, checkpoints, fresh,
        };
        var given = root.Parse([.. args]);
        if (given.Errors.Count > 0)
        {
            errors.WriteLine($"paper: {given.Errors[0].Message.ReplaceLineEndings(" ")} ./build.sh paper --help explains.");
            return 2;
        }

        root.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } wanted)
            {
                output.WriteLine(Catalogue.List(entries, Places.Results).ToText());
                output.WriteLine("\nTo run one: ./build.sh paper NAME. The first part of several names, for example sda, runs those that are not recorded.");
                return 0;
            }

            var chosen = Named(entries, wanted);
            if (chosen.Length == 0)
            {
                errors.WriteLine($"paper: nothing is called '{wanted}'; there are: {string.Join(", ", entries.Select(entry => entry.Id))}");
                return 2;
            }

            if (parsed.GetValue(threads) is { } count)
            {
                if (count < 1)
                {
                    errors.WriteLine($"paper: --threads takes a number from 1; given: {count.ToString(CultureInfo.InvariantCulture)}");
                    return 2;
                }

                TorchSharp.torch.set_num_threads(count);
            }

            var options = new RunOptions(parsed.GetValue(seed), parsed.GetValue(scale), parsed.GetValue(folder), parsed.GetValue(fresh), parsed.GetValue(checkpoints));
            return chosen.Length == 1 ? Recorder.Run(chosen[0], options, output, errors) : Rest(chosen, options, output, errors);
        });
        return given.Invoke(new() { Output = output, Error = errors });
    }

    private static Reproduction[] Named(IReadOnlyList<Reproduction> entries, string name)
    {
        Reproduction[] exactly = [.. entries.Where(entry => entry.Id == name)];
        return exactly.Length > 0 ? exactly : [.. entries.Where(entry => entry.Id.StartsWith($"{name}-", StringComparison.Ordinal))];
    }

    // One after the other; one that fails does not stop the others.
    private static int Rest(Reproduction[] entries, RunOptions options, TextWriter output, TextWriter errors)
    {
        var exit = 0;
        foreach (var entry in entries)
        {
            if (!options.Fresh && Recorder.IsRecorded(entry, options)) output.WriteLine($"{entry.Id} is recorded already; --fresh or its own name computes it anew.");
            else exit = Math.Max(exit, Recorder.Run(entry, options, output, errors));
        }

        return exit;
    }
}
