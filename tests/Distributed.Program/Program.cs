using TorchSharp.Tests.Distributed;
using static TorchSharp.torch;

// One rank of a test: Distributed.Program CASE [SECONDS] [argument…]. What a case prints is what its test checks; an exception that is not expected
// ends the rank with exit code 3 and its message on standard error.
var cases = new Dictionary<string, Action<string[]>>
{
    ["exchange"] = _ => { Collectives.Run(); Collectives.Pairs(); Failures.Disagree(); Training.DifferentModules(); },
    ["killed"] = _ => Failures.Killed(),
    ["thrown"] = _ => Failures.Thrown(),
    ["late"] = _ => Failures.Late(),
    ["twice"] = _ => Failures.Twice(),
    ["train"] = Training.RunAll,
    ["killed-in-training"] = _ => Training.Killed(),
    ["hello"] = _ => Console.WriteLine($"rank {distributed.get_rank()} of {distributed.get_world_size()}, {get_num_threads()} threads"),
};
try
{
    distributed.init_process_group(timeout: TimeSpan.FromSeconds(double.Parse(args.ElementAtOrDefault(1) ?? "10")));
    cases[args[0]]([.. args.Skip(2)]);
    distributed.destroy_process_group();
    return 0;
}
catch (Exception error)
{
    Console.Error.WriteLine($"{error.GetType().Name}: {error.Message}");
    return 3;
}
