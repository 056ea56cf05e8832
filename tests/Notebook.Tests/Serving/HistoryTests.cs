using System.Runtime.Versioning;
using System.Text.Json;
using Notebook.Protocol;
using Notebook.Serving;

namespace Notebook.Tests.Serving;

[SupportedOSPlatform("linux")] // file modes
public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("history-").FullName;

    private string Place => Path.Combine(_folder, "inner", "history.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Inputs_of_earlier_kernels_are_found()
    {
        var first = Kernel("a = 1", "b = 2");
        var second = Kernel("b = 2\nplus");
        Assert.Equal([(1, 2, "b = 2"), (2, 1, "b = 2\nplus")], Ask(second, new { hist_access_type = "tail", n = 2 }));
        Assert.Equal([(1, 1, "a = 1"), (1, 2, "b = 2")], Ask(second, new { hist_access_type = "range", session = -1 }));
        Assert.Equal([(1, 2, "b = 2")], Ask(second, new { hist_access_type = "range", session = 1, start = 2, stop = 3 }));
        Assert.Equal([(2, 1, "b = 2\nplus")], Ask(second, new { hist_access_type = "range", session = 0 }));
        Assert.Equal([(1, 1, "a = 1"), (1, 2, "b = 2")], Ask(first, new { hist_access_type = "range" }));
        Assert.Equal([(1, 2, "b = 2"), (2, 1, "b = 2\nplus")], Ask(second, new { hist_access_type = "search", pattern = "*b*" }));
        Assert.Equal([(2, 1, "b = 2\nplus")], Ask(second, new { hist_access_type = "search", pattern = "b*", n = 1 }));
        Assert.Equal([(3, 1, "b = 2")], Ask(Kernel("b = 2"), new { hist_access_type = "search", pattern = "b = 2", unique = true }));
    }

    [Fact]
    public void Kernel_that_ran_nothing_yet_has_the_next_number()
    {
        Kernel("x");
        Assert.Empty(Ask(Kernel(), new { hist_access_type = "range", session = 0 }));
        Assert.Equal([(1, 1, "x")], Ask(Kernel(), new { hist_access_type = "range", session = -1 }));
    }

    [Fact]
    public async Task Kernels_at_the_same_time_lose_nothing_and_share_no_number()
    {
        var kernels = Enumerable.Range(0, 4).Select(_ => new History(new HistoryFile(Place))).ToArray();
        await Task.WhenAll(kernels.Select((kernel, index) => Task.Run(() =>
        {
            for (var line = 0; line < 50; line++)
                kernel.Add($"{index} {line}");
            _ = Ask(kernel, new { hist_access_type = "tail", n = 1 }); // waits until all is written
        })));
        var all = Ask(kernels[0], new { hist_access_type = "tail" });
        Assert.Equal(200, all.Count);
        Assert.Equal([1, 2, 3, 4], all.Select(one => one.Session).Distinct().Order());
        Assert.All(all.GroupBy(one => one.Session), group => Assert.Single(group.Select(one => one.Code[0]).Distinct()));
    }

    [Fact]
    public void Only_the_owner_can_read_it()
    {
        Ask(Kernel("secret"), new { hist_access_type = "tail" });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    public void File_stays_below_its_limit_and_keeps_the_latest()
    {
        var history = new History(new HistoryFile(Place, limit: 2000));
        for (var line = 1; line <= 200; line++)
            history.Add($"cell {line} µ");
        history.Add(new string('x', 3000)); // too long to keep
        var kept = Ask(history, new { hist_access_type = "tail" });
        Assert.InRange(new FileInfo(Place).Length, 900, 2000);
        Assert.Equal(Enumerable.Range(201 - kept.Count, kept.Count).Select(line => $"cell {line} µ"), kept.Select(one => one.Code));
    }

    [Fact]
    public void Damaged_lines_are_passed_over()
    {
        Ask(Kernel("good"), new { hist_access_type = "tail" });
        File.AppendAllText(Place, "{\"no\": 1}\n[1, 2\n[\"a\", 2, 3]\n[3, 4, null]\n");
        Assert.Equal([(1, 1, "good")], Ask(Kernel(), new { hist_access_type = "search", pattern = "g*" }));
    }

    [Fact]
    public void Without_a_file_this_kernel_s_inputs_are_there()
    {
        File.WriteAllText(Path.Combine(_folder, "inner"), "a file where the folder should be");
        foreach (var history in (History[])[new(null), new(new HistoryFile(Place))])
        {
            history.Add("1 + 1");
            Assert.Equal([(1, 1, "1 + 1")], Ask(history, new { hist_access_type = "tail", n = 5 }));
        }
    }

    private History Kernel(params string[] inputs)
    {
        var history = new History(new HistoryFile(Place));
        foreach (var input in inputs)
            history.Add(input);
        _ = Ask(history, new { hist_access_type = "tail", n = 1 }); // waits until all is written
        return history;
    }

    private static List<(int Session, int Line, string Code)> Ask(History history, object wanted)
    {
        var request = new Request(Channel.Shell, [], [], "history_request", "1", JsonSerializer.SerializeToElement(wanted));
        return [.. history.Reply(request)["history"]!.AsArray().Select(entry => ((int)entry![0]!, (int)entry[1]!, (string)entry[2]!))];
    }
}
