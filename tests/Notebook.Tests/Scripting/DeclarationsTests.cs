using Notebook.Execution;
using Notebook.Scripting;

namespace Notebook.Tests.Scripting;

/// <summary>What C# files and later C# can declare and scripts can't: namespaces, and extension methods in classes.</summary>
public sealed class DeclarationsTests : IDisposable
{
    private readonly CellRunner _runner = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("declarations-").FullName;
    private int _count;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Static_class_of_extension_methods_works_as_in_a_file() => Assert.Equal("2:ab! n=5 9 [c]", RunAll(
        "class Person { public string Name; }",
        """
        static class Extensions
        {
            public static string Shout(this string text) => text + "!";
            internal static int Size<T>(this IEnumerable<T> items, int more = 0) where T : IComparable<T> { var n = more; foreach (var item in items) n++; return n; }
            public static void Grow(this ref int number, out int old) { old = number; number++; }
            static string Say(this Person person) => Wrap(person.Name.Shorten());
            private static string Shorten(this string text) => text[..1];
            private static string Wrap(string text) => $"[{text}]";
        }
        """,
        "var number = 8; number.Grow(out var old);",
        "$\"{new[] { 1, 2 }.Size()}:{\"ab\".Shout()} n={new[] { 1, 2 }.Size(more: 3)} {number} {new Person { Name = \"carl\" }.Say()}\""));

    [Fact]
    public void Extension_method_can_be_called_as_a_method_of_its_class_and_declared_anew() => Assert.Equal("3", RunAll(
        "static class Numbers { public static int Next(this int n) => n + 1; }\nNumbers.Next(1)",
        "static class Numbers { public static int Next(this int n) => n + 2; }",
        "1.Next()"));

    [Fact]
    public void Errors_in_an_extension_class_keep_their_place()
    {
        var error = Assert.Throws<CellException>(() => RunAll("static class A\n{\n    public static int F(this int n) => n + missing;\n}"));
        Assert.StartsWith("cell 1(3,44): error CS0103", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extension_blocks_work() => Assert.Equal("true", RunAll(
        "public static class Strings { extension(string text) { public bool IsShort => text.Length < 5; } }", "\"four\".IsShort"));

    [Fact]
    public void Cell_can_declare_namespaces_and_use_them()
    {
        Assert.Equal("7", RunAll("using System;\nnamespace Shop.Goods\n{\n    public class Item { public int Price => 7; }\n}\nnamespace Shop { class Till { public static int Sum(Goods.Item item) => item.Price; } }\nvar item = new Shop.Goods.Item();", "item.Price"));
        Assert.Equal("8", RunAll("using Shop.Goods;", "record Sale(Item Item, int Tax);\nnew Sale(new Item(), 1) is { } sale ? sale.Item.Price + sale.Tax : 0"));
    }

    [Fact]
    public void Types_of_a_namespace_are_internal_by_default_and_seen_by_other_cells() => Assert.Equal("12 On 3", RunAll(
        "namespace Alarms { class Program { static public int Main(string[] args) => args.Length + 12; }\n[Flags] internal enum State { Off, On }\npartial struct Bell { public int Rings; }\ndelegate int Ring(); }",
        "namespace Houses { class House { public Alarms.State State = Alarms.State.On; } }",
        "Alarms.Ring ring = () => new Alarms.Bell { Rings = 3 }.Rings;",
        "$\"{Alarms.Program.Main([])} {new Houses.House().State} {ring()}\""));

    [Fact]
    public void Internal_types_that_could_not_be_public_stay_as_they_are() => Assert.Equal("5", RunAll(
        "namespace Inner { class Outer { internal class Part { public int Size = 5; } public static Part Make() => new(); }\npublic static class Door { public static int Size => Outer.Make().Size; } }",
        "Inner.Door.Size"));

    [Fact]
    public void Imported_file_opens_its_namespaces()
    {
        var path = Path.Combine(_folder, "Person.cs");
        File.WriteAllText(path, "namespace Talk;\n\npublic class Person { public string First { get; set; } = \"Bob\"; }\n");
        Assert.Equal("Bob", RunAll($"#!import {path}", "Person bob = new();", "bob.First"));
    }

    [Fact]
    public void Namespace_run_again_is_the_same_and_changed_is_refused()
    {
        const string Cell = "namespace Once { public class Thing { public int Value = 1; } }\nvar thing = new Once.Thing();";
        Assert.Equal("1", RunAll(Cell, Cell, "thing.Value"));
        var error = Assert.Throws<CellException>(() => RunAll(Cell.Replace("= 1", "= 2", StringComparison.Ordinal)));
        Assert.Equal("cell 4: Once.Thing is declared in cell 1 already, and types of a namespace can't be declared anew. Restart the kernel to use the new source.", error.Message);
    }

    [Fact]
    public void Loop_in_a_namespace_can_be_interrupted()
    {
        RunAll("namespace Endless { public static class Loop { public static void Run() { while (true) { } } } }");
        using var timer = new Timer(_ => _runner.Interrupt(), null, 300, Timeout.Infinite);
        Assert.Throws<CellInterruptedException>(() => RunAll("Endless.Loop.Run();"));
    }

    [Fact]
    public void Files_with_namespaces_can_be_imported_one_after_another()
    {
        File.WriteAllText(Path.Combine(_folder, "Person.cs"), "namespace Models;\n\npublic class Person\n{\n    public required string Name { get; init; }\n}\n");
        File.WriteAllText(Path.Combine(_folder, "Group.cs"), "namespace Models;\n\npublic class Group(params Person[] people)\n{\n    public string Names => string.Join(\", \", people.Select(one => one.Name));\n}\n");
        File.WriteAllText(Path.Combine(_folder, "Ext.cs"), "using Models;\nnamespace Models.More;\npublic static class Extensions { public static string Twice(this Group group) => group.Names + group.Names; }\n");
        Assert.Equal("a, ba, b", RunAll(
            $"#!import {_folder}/Person.cs", $"#!import \"{_folder}\\Group.cs\"", $"#!import {_folder}/Ext.cs\nusing Models;\nusing Models.More;\nvar group = new Group(new Person {{ Name = \"a\" }}, new Person {{ Name = \"b\" }});", "group.Twice()"));
    }

    [Fact]
    public void Errors_in_an_imported_file_name_the_file()
    {
        var path = Path.Combine(_folder, "Wrong.cs");
        File.WriteAllText(path, "namespace N;\nclass C : Missing { }\n");
        Assert.StartsWith($"{path}(2,11): error CS0246", Assert.Throws<CellException>(() => RunAll($"#!import {path}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_library_is_at_hand_as_in_old_notebooks() =>
        Assert.Equal("b", RunAll("using Newtonsoft.Json.Linq;", "(string)JObject.Parse(\"{'a': 'b'}\")[\"a\"]"));

    private string? RunAll(params string[] cells) =>
        cells.Select(cell => _runner.Run(cell, $"cell {++_count}").Result?["text/plain"]).ToList()[^1];
}
