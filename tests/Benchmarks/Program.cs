using Benchmarks;

// NAME [--runs N] [--only ROW]   compare with the peer, print a table, write artifacts/bench/NAME.json (unless only one row is asked for)
// worker NAME                    our side of the comparison, driven line by line over stdin (see Worker.Serve)
return args switch
{
    ["worker", var name] when Suites.All.TryGetValue(name, out var suite) => Worker.Serve(suite.Cases),
    [var name, .. var options] when Suites.All.TryGetValue(name, out var suite) && Options.Parse(options) is { } chosen
        => Report.Print(suite, chosen.Runs, chosen.Only),
    _ => Suites.Explain(args),
};
