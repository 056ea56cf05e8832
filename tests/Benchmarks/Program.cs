using Benchmarks;

// bench NAME [--runs N]   compare with the peer, print a table, write artifacts/bench/NAME.json
// worker NAME             our side of the comparison, driven line by line over stdin (see Worker.Serve)
return args switch
{
    ["worker", var name] when Suites.All.TryGetValue(name, out var suite) => Worker.Serve(suite.Cases),
    [var name] when Suites.All.TryGetValue(name, out var suite) => Report.Print(suite, runs: 7),
    [var name, "--runs", var text] when Suites.All.TryGetValue(name, out var suite) && int.TryParse(text, out var runs) && runs > 0
        => Report.Print(suite, runs),
    _ => Suites.Explain(args),
};
