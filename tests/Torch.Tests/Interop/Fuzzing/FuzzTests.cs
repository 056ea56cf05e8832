namespace TorchSharp.Tests.Interop.Fuzzing;

/// <summary>Every public function with every mistake, in a process of its own, which must survive.</summary>
public class FuzzTests
{
    [Fact]
    public void Mistakes_are_exceptions_that_say_what_is_wrong() => OwnProcess.Run($"{typeof(FuzzTests)}.{nameof(Calls)}");

    /// <summary>The calls themselves.</summary>
    [Fact]
    public void Calls()
    {
        using var log = OwnProcess.Log();
        var fuzzer = new Fuzzer(log);
        var faults = fuzzer.Run();
        Assert.True(faults.Count == 0, $"{faults.Count} of {fuzzer.Calls} calls:\n{string.Join('\n', faults)}");
        Assert.True(fuzzer.Calls > 10_000, $"Only {fuzzer.Calls} calls.");
    }
}
