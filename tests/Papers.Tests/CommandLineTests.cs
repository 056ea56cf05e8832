using Papers.Running;

namespace Papers.Tests;

public sealed class CommandLineTests
{
    private static (int Exit, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (CommandLine.Run(args, Catalogue.All, output, errors), output.ToString(), errors.ToString());
    }

    [Fact]
    public void Alone_it_lists_every_entry_with_its_time()
    {
        var (exit, output, _) = Run();
        Assert.Equal(0, exit);
        Assert.All(Catalogue.All, entry => Assert.Matches($@"(?m)^{entry.Id} +\d[\d.]* (min|h) +(not yet|\d)", output));
    }

    [Theory]
    [InlineData("there are: ", "nothing")]
    [InlineData("--help", "vae", "--scale", "huge")]
    [InlineData("--help", "vae", "--seed", "one")]
    [InlineData("--threads takes a number from 1", "vae", "--threads", "0")]
    public void What_cannot_be_run_is_said_in_one_line(string part, params string[] args)
    {
        var (exit, _, errors) = Run(args);
        Assert.Equal(2, exit);
        Assert.Contains(part, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Help_names_every_option()
    {
        var (exit, output, _) = Run("--help");
        Assert.Equal(0, exit);
        Assert.All(new[] { "--seed", "--scale", "--threads", "--output", "--fresh", "--checkpoints" }, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_part_of_several_names_runs_those_that_are_not_recorded()
    {
        using var folder = new TemporaryFolder();
        using StringWriter output = new(), errors = new();
        var began = new List<string>();
        Reproduction Entry(string id) => new(id, id, TimeSpan.FromMinutes(1), [$"{id}-value"], _ =>
        {
            began.Add(id);
            if (id == "row-2") throw new InvalidOperationException("broken");
            return [new($"{id}-value", id, "count", 1, null, 1, "none")];
        });
        Reproduction[] entries = [Entry("row-1"), Entry("row-2"), Entry("row-3"), Entry("rowing")];
        int Run(params string[] more) =>
            CommandLine.Run(["row", "--scale", "smoke", "--output", folder.In("results"), "--checkpoints", folder.In("checkpoints"), .. more], entries, output, errors);

        Assert.Equal(1, Run());
        Assert.Equal(["row-1", "row-2", "row-3"], began);
        Assert.Equal(1, Run());
        Assert.Equal(["row-1", "row-2", "row-3", "row-2"], began);
        Assert.Contains("row-3 is recorded already", output.ToString(), StringComparison.Ordinal);
        Run("--fresh");
        Assert.Equal(7, began.Count);
    }

    [Fact]
    public void Ids_are_unique_and_every_entry_records_under_its_own()
    {
        var ids = Catalogue.All.SelectMany(entry => entry.Results).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Catalogue.All, entry => Assert.All(entry.Results, id => Assert.StartsWith(entry.Id, id, StringComparison.Ordinal)));
    }
}
