namespace Lectures.Tests.Display;

public sealed class ProgressTests : IDisposable
{
    private readonly List<string> _shown = [];

    public ProgressTests() => AppContext.SetData("Notebook.Display",
        (Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>)(first =>
        {
            _shown.Add(first["text/plain"]);
            return next => _shown.Add(next["text/plain"]);
        }));

    public void Dispose() => AppContext.SetData("Notebook.Display", null);

    [Fact]
    public void Steps_pass_through_unchanged_and_the_end_is_shown()
    {
        Assert.Equal([1, 2, 3], Enumerable.Range(1, 3).WithProgress(3, "epochs", step => $"loss {step}"));
        Assert.StartsWith("0 of 3 epochs", _shown[0]);
        Assert.Matches(@"^3 epochs in \d+\.\d s · loss 3$", _shown[^1]);
    }

    [Fact]
    public void Stopping_early_says_so()
    {
        Assert.Equal([1, 2], Enumerable.Range(1, 9).WithProgress(9, "epochs").Take(2));
        Assert.StartsWith("2 epochs (stopped before 9) in ", _shown[^1]);
    }

    [Fact]
    public void A_failing_step_leaves_how_far_it_came()
    {
        static IEnumerable<int> Failing() { yield return 1; throw new InvalidOperationException("diverged"); }
        Assert.Throws<InvalidOperationException>(() => Failing().WithProgress(5).ToList());
        Assert.StartsWith("1 steps (stopped before 5)", _shown[^1]);
    }

    [Fact]
    public void Time_left_extrapolates_the_pace_so_far()
    {
        var progress = new Progress(5, 20, TimeSpan.FromSeconds(10), "epochs");
        Assert.Equal(TimeSpan.FromSeconds(30), progress.Left);
        Assert.Equal("5 of 20 epochs, 10 s so far, 30 s left", progress.ToText());
        Assert.Null((progress with { Done = 0 }).Left);
    }

    [Fact]
    public void Nothing_runs_before_it_is_asked_for()
    {
        _ = Enumerable.Range(1, 3).WithProgress(3);
        Assert.Empty(_shown);
    }

    [Fact]
    public void A_negative_total_is_refused_at_the_call() =>
        Assert.Throws<ArgumentOutOfRangeException>("total", () => Enumerable.Range(1, 3).WithProgress(-1));
}
