using Microsoft.DotNet.Interactive.Formatting;

namespace Notebook.Tests.Formatting;

public sealed class PlainTextTests
{
    public static readonly TheoryData<object?, string> Values = new()
    {
        { null, "null" },
        { "plain", "plain" },
        { 1.5, "1.5" },
        { 0.1f, "0.1" },
        { true, "true" },
        { 'c', "'c'" },
        { DayOfWeek.Friday, "Friday" },
        { (1, "b"), "(1, \"b\")" },
        { new[] { 1, 2, 3 }, "[ 1, 2, 3 ]" },
        { Array.Empty<int>(), "[]" },
        { new[] { "a", null }, "[ \"a\", null ]" },
        { new Dictionary<string, int> { ["a"] = 1 }, "{ \"a\": 1 }" },
        { new double[,] { { 1, 2 }, { 3, 4 } }, "[ [ 1, 2 ], [ 3, 4 ] ]" },
        { new Point(1, [2, 3]), "Point { X = 1, Ys = [ 2, 3 ] }" },
        { new { A = 1, B = "b" }, "{ A = 1, B = \"b\" }" },
        { new Tensorlike(), "tensor of 3" },
        { new Failing(), "Failing { Value = InvalidOperationException: no value }" },
        { typeof(List<int>), "System.Collections.Generic.List`1[System.Int32]" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Values_read_well(object? value, string text) => Assert.Equal(text, value.ToDisplayString());

    [Fact]
    public void Long_sequences_are_cut_and_counted() =>
        Assert.EndsWith(", 19, … (80 more) ]", Enumerable.Range(0, 100).Select(n => (object)n).ToList().ToDisplayString(), StringComparison.Ordinal);

    [Fact]
    public void Endless_sequences_end()
    {
        static IEnumerable<int> Endless()
        {
            while (true)
                yield return 1;
        }
        Assert.EndsWith("1, … ]", Endless().ToDisplayString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_objects_are_broken_into_lines() =>
        Assert.Equal("[\n  Point { X = 1, Ys = [ 1, 2 ] },\n  Point { X = 2, Ys = [] },\n  Point { X = 3, Ys = [] },\n  Point { X = 4, Ys = [] }\n]",
            new[] { new Point(1, [1, 2]), new Point(2, []), new Point(3, []), new Point(4, []) }.ToDisplayString());

    internal sealed record Point(int X, double[] Ys);

    internal sealed class Tensorlike : List<int>
    {
        public override string ToString() => "tensor of 3";
    }

    internal sealed class Failing
    {
#pragma warning disable CA1822, CA1065 // A property that throws is the point.
        public int Value => throw new InvalidOperationException("no value");
#pragma warning restore CA1822, CA1065
    }
}
