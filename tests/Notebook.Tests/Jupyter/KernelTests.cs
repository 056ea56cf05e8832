using System.Text.Json.Nodes;

namespace Notebook.Tests.Jupyter;

/// <summary>The kernel as Jupyter's own client sees it.</summary>
public sealed class KernelTests(JupyterClient client) : IClassFixture<JupyterClient>
{
    [Fact]
    public void Last_expression_is_the_result()
    {
        var ran = client.Execute("var six = 6;\nsix * 7");
        Assert.Equal("42", ran.Result);
        Assert.Equal("ok", ran.Status);
        Assert.Empty(ran.Reply["payload"]!.AsArray());
    }

    [Fact]
    public void Text_and_displays_come_in_the_order_of_the_cell()
    {
        var ran = client.Execute("""Console.Write("a"); Console.Write("b"); display("c"); Console.Error.Write("d"); Console.Write("e");""");
        var seen = ran.Outputs.Select(output => (string?)output.Content["text"] ?? (string)output.Content["data"]!["text/plain"]!);
        Assert.Equal(["ab", "c", "d", "e"], seen);
    }

    [Fact]
    public void Display_can_be_updated()
    {
        var ran = client.Execute("""var shown = display(HTML("<b>1</b>")); shown.Update(HTML("<b>2</b>"));""");
        var first = Assert.Single(ran.OfType("display_data"));
        var second = Assert.Single(ran.OfType("update_display_data"));
        Assert.Equal("<b>1</b>", (string?)first["data"]!["text/html"]);
        Assert.Equal("<b>2</b>", (string?)second["data"]!["text/html"]);
        Assert.Equal((string?)first["transient"]!["display_id"], (string?)second["transient"]!["display_id"]);
    }

    [Fact]
    public void Libraries_can_display_without_knowing_the_kernel()
    {
        var ran = client.Execute("""
            var show = (Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>)AppContext.GetData("Notebook.Display");
            var update = show(new Dictionary<string, string> { ["application/json"] = "{\"a\": [1, 2]}", ["text/plain"] = "one" });
            update(new Dictionary<string, string> { ["text/plain"] = "two" });
            """);
        Assert.Equal(2, (int)Assert.Single(ran.OfType("display_data"))["data"]!["application/json"]!["a"]![1]!);
        Assert.Equal("two", (string?)Assert.Single(ran.OfType("update_display_data"))["data"]!["text/plain"]);
    }

    [Fact]
    public void Exception_names_cell_and_line_and_shows_the_source()
    {
        var ran = client.Execute("int Invert(int n)\n{\n    return 1 / n;\n}\nInvert(0);");
        var cell = $"cell {ran.Reply["execution_count"]}";
        Assert.Equal("error", ran.Status);
        Assert.Equal("DivideByZeroException", (string?)ran.Reply["ename"]);
        Assert.Equal(
            $"""
            System.DivideByZeroException: Attempted to divide by zero.
               at Invert(Int32 n) in {cell}, line 3
               at {cell}, line 5

            {cell}, line 3:
                3 |     return 1 / n;
            """, ran.Traceback);
        Assert.Equal("2", client.Execute("1 + 1").Result);
    }

    [Fact]
    public void Compile_error_has_line_column_and_caret()
    {
        var ran = client.Execute("var a = 1;\nvar b = a + missing;");
        Assert.Equal("CompilationError", (string?)ran.Reply["ename"]);
        Assert.Equal(
            $"""
            cell {ran.Reply["execution_count"]}(2,13): error CS0103: The name 'missing' does not exist in the current context
                2 | var b = a + missing;
                  |             ^^^^^^^
            """, ran.Traceback);
    }

    [Fact]
    public void Cells_can_await() => Assert.Equal("7", client.Execute("await Task.Delay(20);\nawait Task.Run(() => 7)").Result);

    [Fact]
    public void Background_output_goes_to_the_last_cell()
    {
        client.Execute("var late = Task.Run(async () => { await Task.Delay(300); Console.Write(\"late\"); });");
        Assert.Equal("late", client.Execute("await late;").Stream("stdout"));
    }

    [Fact]
    public void Native_code_and_child_processes_are_heard()
    {
        var ran = client.Execute("""using (var child = System.Diagnostics.Process.Start("sh", ["-c", "echo out; echo err >&2"])) child.WaitForExit();""");
        Assert.Equal("out\n", ran.Stream("stdout"));
        Assert.Equal("err\n", ran.Stream("stderr"));
    }

    [Fact]
    public void User_is_asked_for_a_line() =>
        Assert.Equal("hello Ada", client.Execute("$\"hello {Console.ReadLine()}\"", new { answers = new[] { "Ada" } }).Result);

    [Fact]
    public void Failure_aborts_what_waits_behind_it()
    {
        var statuses = client.Do("burst", new { codes = new[] { "throw new Exception();", "1", "2" } })["statuses"]!.AsArray();
        Assert.Equal(["error", "aborted", "aborted"], statuses.Select(status => (string)status!));
        Assert.Equal("3", client.Execute("1 + 2").Result);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) Console.WriteLine(\"flood\");")]
    [InlineData("Thread.Sleep(Timeout.Infinite);")]
    [InlineData("await Task.Delay(Timeout.Infinite);")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Where(n => n % 7 == 3).Sum(n => Math.Sqrt(n))")]
    [InlineData("Parallel.For(0, long.MaxValue, n => { });")]
    [InlineData("Console.ReadLine()", true)]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"1000\").WaitForExit();")]
    public void Interrupt_stops_a_cell(string code, bool allow_stdin = false)
    {
        var ran = new Ran(client.Do("interrupt", new { code, after = 0.7, allow_stdin }));
        Assert.Equal("Interrupted", (string?)ran.Reply["ename"]);
        Assert.InRange(ran.Seconds, 0.7, 10);
        Assert.Equal("alive\n", client.Execute("Console.WriteLine(\"alive\");").Stream("stdout"));
    }

    [Fact]
    public void Interrupt_works_a_hundred_times()
    {
        string[] codes =
        [
            "while (true) Console.WriteLine(\"flood\");", "while (true) { }", "await Task.Delay(-1);", "while (true) display(1);",
            "for (;;) Console.Error.Write(new string('x', 10_000));", "Enumerable.Range(0, int.MaxValue).Count(n => n > 3)",
        ];
        var ends = client.Do("interrupt_often", new { codes, times = 100 })["ends"]!.AsArray();
        Assert.Equal(Enumerable.Repeat("Interrupted", 100), ends.Select(end => (string?)end));
        Assert.Equal("2", client.Execute("1 + 1").Result);
    }

    [Fact]
    public void Interrupt_stops_a_loop_in_a_loaded_file()
    {
        var file = Path.Combine(client.Folder, "endless.csx");
        File.WriteAllText(file, "void Endless() { while (true) { } }");
        Assert.Equal("Interrupted", (string?)new Ran(client.Do("interrupt", new { code = $"#load \"{file}\"\nEndless();", after = 1 })).Reply["ename"]);
    }

    [Fact]
    public void Interrupt_stops_a_loop_in_a_library_that_asks_for_it()
    {
        const string code = """
            using System.Linq.Expressions;
            var ask = (Action)AppContext.GetData("Notebook.Checkpoint");
            Expression.Lambda<Action>(Expression.Loop(Expression.Invoke(Expression.Constant(ask)))).Compile()();
            """; // the loop itself is compiled by a library
        Assert.Equal("The cell was interrupted.", (string?)new Ran(client.Do("interrupt", new { code, after = 1.5 })).Reply["evalue"]);
    }

    [Fact]
    public void Secrets_are_asked_for_as_such()
    {
        var answer = client.Do("execute", new { code = "(await Microsoft.DotNet.Interactive.Kernel.GetPasswordAsync(\"Key:\")).GetClearTextPassword()", answers = new[] { "s3cret" } });
        Assert.Equal("s3cret", new Ran(answer).Result);
        Assert.Equal(("Key:", true), ((string?)answer["asked"]![0]!["prompt"], (bool)answer["asked"]![0]!["password"]!));
    }

    [Fact]
    public void Call_that_does_not_return_is_left_behind()
    {
        client.Execute("""
            [System.Runtime.InteropServices.DllImport("libc")] static extern int pipe(int[] ends);
            [System.Runtime.InteropServices.DllImport("libc")] static extern nint read(int end, byte[] bytes, nint count);
            var ends = new int[2];
            pipe(ends);
            """);
        var ran = new Ran(client.Do("interrupt", new { code = "read(ends[0], new byte[1], 1)", after = 0.7 }));
        Assert.Contains("restart the kernel", (string?)ran.Reply["evalue"], StringComparison.Ordinal);
        Assert.Equal("2", client.Execute("1 + 1").Result);
        ran = new Ran(client.Do("interrupt", new { code = "Enumerable.Repeat(1.0, int.MaxValue).Select(Math.Sqrt).Sum()\n+ Enumerable.Repeat(1.0, int.MaxValue).Select(Math.Sin).Sum()", after = 0.7 }));
        Assert.Contains("restart the kernel", (string?)ran.Reply["evalue"], StringComparison.Ordinal);
        Assert.Equal("2", client.Execute("1 + 1").Result);
    }

    [Theory]
    [InlineData("for (var i = 0; i < 1_000_000; i++) Console.WriteLine($\"{i:D99}\");")]
    [InlineData("using (var child = System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"yes 012345678 2>/dev/null | head -c 99999999; echo 0999999\"])) child.WaitForExit();")]
    public void Flood_of_100_MB_is_cut_and_its_end_is_shown(string code)
    {
        var text = client.Execute(code).Stream("stdout");
        Assert.InRange(text.Length, 4 << 20, (4 << 20) + 3000);
        Assert.Matches(@"… \[The cell has written 4 million characters\. What follows is left out\.\]\n", text[(4 << 20)..]);
        Assert.Matches(@"… \[9[5-6],\d{3},\d{3} characters are left out here; these are the last\.\]\n(?s:.*)0999999\n$", text[(4 << 20)..]);
        Assert.Equal("short\n", client.Execute("Console.WriteLine(\"short\");").Stream("stdout"));
    }

    [Fact]
    public void Exception_on_another_thread_does_not_end_the_kernel()
    {
        var ran = client.Execute("var thread = new Thread(() => throw new Exception(\"elsewhere\")); thread.Start(); thread.Join(); await Task.Delay(100);");
        Assert.Contains("elsewhere", ran.Stream("stderr"), StringComparison.Ordinal);
        Assert.Equal("2", client.Execute("1 + 1").Result);
    }

    [Fact]
    public void User_expressions_are_evaluated_without_a_trace()
    {
        var values = client.Execute("var ten = 10;", new { user_expressions = new { twice = "ten * 2", wrong = "nothing" } }).Reply["user_expressions"]!;
        Assert.Equal("20", (string?)values["twice"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)values["wrong"]!["status"]);
        Assert.Equal("10", client.Execute("ten").Result);
    }

    [Fact]
    public void Silent_cells_show_no_result_and_are_not_counted()
    {
        var before = (int)client.Execute("0").Reply["execution_count"]!;
        var silent = client.Execute("var quiet = 5;\nquiet", new { silent = true });
        Assert.Empty(silent.Outputs);
        var after = client.Execute("quiet");
        Assert.Equal("5", after.Result);
        Assert.Equal(before + 1, (int)after.Reply["execution_count"]!);
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("int = 3;", "invalid")]
    public void Completeness_is_known(string code, string status) =>
        Assert.Equal(status, (string?)client.Do("ask", new { type = "is_complete_request", content = new { code } })["status"]);

    [Fact]
    public void Comm_that_nobody_knows_is_closed() =>
        Assert.Equal("c1", (string?)Assert.Single(new Ran(client.Do("comm", new { })).OfType("comm_close"))["comm_id"]);

    [Fact]
    public void Heart_beats_and_control_answers_while_a_cell_runs()
    {
        var seen = client.Do("busy", new { code = "while (true) { }" });
        Assert.True((bool)seen["beating"]!);
        Assert.True((bool)seen["answers"]!);
        Assert.Equal("Interrupted", (string?)seen["ended"]);
    }

    [Fact]
    public void Question_is_answered_in_the_pager()
    {
        var page = Assert.Single(client.Execute("Math.Max?").Reply["payload"]!.AsArray())!;
        Assert.Equal("page", (string?)page["source"]);
        Assert.Contains("Math.Max(", (string?)page["data"]!["text/plain"], StringComparison.Ordinal);
        Assert.Equal("NotFound", (string?)client.Execute("?nothingKnown").Reply["ename"]);
    }

    [Fact]
    public void Kernel_names_its_language()
    {
        var language = client.Do("ask", new { type = "kernel_info_request", content = new JsonObject() })["language_info"]!;
        Assert.Equal(("C#", "csharp", ".cs"), ((string?)language["name"], (string?)language["pygments_lexer"], (string?)language["file_extension"]));
    }

    [Fact]
    public void Output_can_be_cleared() => Assert.True((bool?)Assert.Single(client.Execute("clear_output(wait: true);").OfType("clear_output"))["wait"]);
}
