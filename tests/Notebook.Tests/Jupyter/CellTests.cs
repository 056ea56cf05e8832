using System.Text.Json.Nodes;
using Notebook.Tests.Packages;

namespace Notebook.Tests.Jupyter;

/// <summary>Cells as users of .NET Interactive write them, run by a real Jupyter client.</summary>
public sealed class CellTests(JupyterClient client, LocalFeed feed) : IClassFixture<JupyterClient>, IClassFixture<LocalFeed>
{
    [Fact]
    public void Package_is_installed_listed_and_used()
    {
        feed.Add("Alpha", "1.2.0", "netstandard2.0", ("Beta", "1.0.0"));
        feed.Add("Beta", "1.0.0");
        var ran = client.Execute($"using System;\n#i \"nuget: {feed.Source}\"\n#r \"nuget: Alpha, 1.*\"\n$\"{{Alpha.Version}} {{Beta.Version}}\"");
        Assert.Equal("1.2.0 1.0.0", ran.Result);
        Assert.Equal("Installing Packages\nAlpha, 1.*", Plain(ran.OfType("display_data").Single()));
        Assert.Equal("Installed Packages\nAlpha, 1.2.0", Plain(ran.OfType("update_display_data").Single()));
        var failed = client.Execute("\n#r \"nuget: Alpha, [9.0]\"");
        Assert.Contains("(2,1): Alpha 1.2.0 is in use in this notebook already, so [9.0] can't be.", (string)failed.Reply["evalue"]!, StringComparison.Ordinal);
        Assert.Equal("1.2.0", client.Execute("Alpha.Version").Result);
    }

    [Fact]
    public void Package_with_native_code_runs()
    {
        var ran = client.Execute("""
            #r "nuget: Microsoft.Data.Sqlite, 9.0.0"
            var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = "select 6 * 7";
            command.ExecuteScalar()
            """, new { timeout = 120 });
        Assert.Equal("42", ran.Result);
    }

    [Fact]
    public void Loaded_file_may_name_a_package()
    {
        feed.Add("Gamma", "1.0.0");
        var file = Path.Combine(feed.Folder, "loaded.csx");
        File.WriteAllText(file, "#r \"nuget: Gamma, 1.0.0\"\nstring Told() => Gamma.Version;\n");
        client.Execute($"#i \"nuget: {feed.Source}\"");
        Assert.Equal("1.0.0", client.Execute($"#load \"{file}\"\nTold()").Result);
    }

    [Fact]
    public void Package_may_extend_the_kernel_by_cells()
    {
        feed.AddExtension("Greeter", "#!csharp\n\nvar greeted = Greeter.Greeting + \"!\";\nFormatter.Register<Version>(version => $\"v{version}\", \"text/plain\");\n\n#!html\n\n<b>ready</b>\n");
        feed.AddExtension("Clock", "#!csharp\n\nClock.Load(null);\n", needs: "Microsoft.DotNet.Interactive");
        var ran = client.Execute($"#i \"nuget: {feed.Source}\"\n#r \"nuget: Greeter\"\ngreeted");
        Assert.Equal("Hello!", ran.Result);
        Assert.Contains("<b>ready</b>", ran.OfType("display_data").Select(shown => (string?)shown["data"]!["text/html"]));
        Assert.Equal("v1.2", client.Execute("new Version(1, 2)").Result);
        ran = client.Execute("#r \"nuget: Clock\"\n#r \"nuget: Microsoft.DotNet.Interactive, 1.0.0-beta.1\"\nClock.Greeting");
        Assert.Equal("Hello", ran.Result);
        Assert.Contains("Clock 1.0.0 extends .NET Interactive by code that needs its assemblies", ran.Stream("stderr"), StringComparison.Ordinal);
        Assert.Contains("Microsoft.DotNet.Interactive is not installed: this kernel stands in", ran.Stream("stderr"), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_culture_can_be_named() => Assert.Equal("1.5", client.Execute("double.Parse(\"1.5\", new System.Globalization.CultureInfo(\"en-us\"))").Result);

    [Fact]
    public void Script_takes_over_values_by_set()
    {
        client.Execute("var point = new { X = 4 };");
        var ran = client.Execute("#!javascript\n#!set --value @csharp:point --name p\n#!set --name word --value text\nconsole.log(p.X, word)");
        Assert.Equal("const p = {\"X\":4};\nconst word = \"text\";\n\n\nconsole.log(p.X, word)", (string?)ran.OfType("display_data").Single()["data"]!["application/javascript"]);
    }

    [Fact]
    public void Notebooks_and_files_can_be_imported()
    {
        var (notebook, dib, file) = (Path.Combine(feed.Folder, "a.ipynb"), Path.Combine(feed.Folder, "b.dib"), Path.Combine(feed.Folder, "c.cs"));
        File.WriteAllText(notebook, """
            {"cells": [{"cell_type": "markdown", "source": "text"}, {"cell_type": "code", "source": ["var one = 1;\n", "one"]},
            {"cell_type": "code", "source": "<b>two</b>", "metadata": {"polyglot_notebook": {"kernelName": "html"}}}]}
            """);
        File.WriteAllText(dib, "#!meta\n\n{\"kernelInfo\":{}}\n\n#!markdown\n\n# Head\n\n#!csharp\n\nvar three = 3;\n");
        File.WriteAllText(file, "int Add(int a, int b) => a + b;\n");
        var ran = client.Execute($"#!import {notebook}\n#!import \"{dib}\"\n#!import {file}\nAdd(one, three)");
        Assert.Equal("4", ran.Result);
        Assert.Equal(["1", "<b>two</b>", "# Head"], ran.OfType("display_data").Select(Plain).Select(text => text == "\n# Head\n" ? "# Head\n" : text));
        Assert.Contains("there is no file /no/such.ipynb", (string)client.Execute("#!import /no/such.ipynb").Reply["evalue"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_set_stored_and_shared()
    {
        client.Execute("#!set --name greeting --value \"hello you\"\n#!set --name copy --value @csharp:greeting\n#!value --name text\nline 1\n\"line\" 2");
        Assert.Equal("hello you|line 1\n\"line\" 2", client.Execute("#!share --from value text --as kept\ncopy + \"|\" + kept").Result);
        var script = client.Execute("var point = new { X = 1 };\n#!javascript\n#!share --from csharp point\nalert(point.X);").OfType("display_data").Last();
        Assert.Equal("const point = {\"X\":1};\n\nalert(point.X);", (string?)script["data"]!["application/javascript"]);
        Assert.Contains("this kernel has no sql to ask for x", (string)client.Execute("#!share --from sql x").Reply["evalue"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_are_listed_with_their_latest_values()
    {
        client.Execute("int listed = 1;\nvar words = new[] { \"a\" };");
        client.Execute("string listed = \"new\";");
        var table = Plain(client.Execute("#!whos").OfType("display_data").Single()).Split('\n');
        Assert.Contains(table, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["listed", "String", "new"]);
        Assert.Contains(table, line => line.Contains("String[]", StringComparison.Ordinal) && line.Contains("[ \"a\" ]", StringComparison.Ordinal));
        Assert.Single(Plain(client.Execute("#!who").OfType("display_data").Single()).Split('\n'), "listed");
    }

    [Fact]
    public void User_is_asked_for_text_and_for_secrets()
    {
        var ran = client.Execute("var name = await GetInputAsync(\"Name?\");\nvar secret = await Kernel.GetPasswordAsync(\"Secret?\");\n$\"{name} {secret} {secret.GetClearTextPassword()}\"", new { answers = new[] { "Ada", "xyz" } });
        Assert.Equal("Ada ··· xyz", ran.Result);
        Assert.Equal("typed", client.Execute("#!set --name asked --value @input:\"Please type\"\nasked", new { answers = new[] { "typed" } }).Result);
    }

    [Fact]
    public void Metadata_of_a_request_may_name_the_language()
    {
        var html = client.Do("ask", new { type = "execute_request", content = new { code = "<b>x</b>" }, metadata = new { dotnet_interactive = new { language = "html" } } });
        Assert.Equal("ok", (string?)html["status"]);
        var sql = client.Do("ask", new { type = "execute_request", content = new { code = "select 1" }, metadata = new { polyglot_notebook = new { kernelName = "sql" } } });
        Assert.Contains("this kernel runs C# only and does not know #!sql", (string)sql["evalue"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_are_awaited()
    {
        Assert.Equal("7", client.Execute("Task.Run(async () => { await Task.Delay(50); return 7; })").Result);
        Assert.Null(client.Execute("Task.Delay(1)").Result);
        Assert.Equal("8", client.Execute("new ValueTask<int>(8)").Result);
        Assert.Equal("InvalidOperationException", (string?)client.Execute("Task.Run(() => { throw new InvalidOperationException(); })").Reply["ename"]);
    }

    [Fact]
    public void Interrupt_cancels_the_token_of_the_cell()
    {
        var ran = new Ran(client.Do("interrupt", new
        {
            code = "try { await Task.Delay(Timeout.Infinite, KernelInvocationContext.Current.CancellationToken); } finally { Console.Write(KernelInvocationContext.Current.CancellationToken.IsCancellationRequested); }",
            after = 0.5,
        }));
        Assert.Equal("Interrupted", (string?)ran.Reply["ename"]);
    }

    [Fact]
    public void Diagram_comes_as_source_and_with_a_script_that_draws_it()
    {
        var data = client.Execute("#!mermaid\ngraph TD\n A --> B").OfType("display_data").Single()["data"]!;
        Assert.Equal("graph TD\n A --> B", (string?)data["text/vnd.mermaid"]);
        Assert.Contains("A --&gt; B</pre>", (string)data["text/html"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Display_functions_of_sample_notebooks_work()
    {
        var ran = client.Execute("""
            using Microsoft.DotNet.Interactive.Formatting;
            using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;
            using Microsoft.AspNetCore.Html;
            "<i>1</i>".DisplayAs("text/html");
            new { Two = 2 }.Display("application/json");
            KernelInvocationContext.Current.Display(3);
            Kernel.HTML("<b>4</b>").Display();
            display(b[style: "color:red"]("5"));
            CSS("b { color: red }");
            Enumerable.Range(0, 30).Select(n => new { n }).DisplayTable();
            display((MathString)@"x^2");
            """);
        var data = ran.OfType("display_data").Select(output => output["data"]!).ToList();
        Assert.Equal("<i>1</i>", (string?)data[0]["text/html"]);
        Assert.Equal(2, (int)data[1]["application/json"]!["Two"]!);
        Assert.Equal("3", (string?)data[2]["text/plain"]);
        Assert.Equal("<b style=\"color:red\">5</b>", (string?)data[4]["text/html"]);
        Assert.Equal("<style>b { color: red }</style>", (string?)data[5]["text/html"]);
        Assert.Contains("<td>29</td>", (string)data[6]["text/html"]!, StringComparison.Ordinal);
        Assert.Equal("$$x^2$$", (string?)data[7]["text/latex"]);
    }

    [Fact]
    public void Elements_can_be_called_without_import_but_unknown_variables_are_errors()
    {
        using var fresh = new JupyterClient();
        Assert.Contains("'a' does not exist", (string)fresh.Execute("a + 1").Reply["evalue"]!, StringComparison.Ordinal);
        var ran = fresh.Execute("display(div[style: \"color:red\"](b(\"x\"), br, i(1)));");
        Assert.Equal("<div style=\"color:red\"><b>x</b><br><i>1</i></div>", (string?)ran.OfType("display_data").Single()["data"]!["text/html"]);
    }

    private static string Plain(JsonNode output) => (string)(output["data"]!["text/plain"] ?? output["data"]!["text/markdown"]!)!;
}
