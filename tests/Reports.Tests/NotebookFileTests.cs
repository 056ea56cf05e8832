using System.Text.Json.Nodes;
using Notebook;
using Notebook.Documents;
using Notebook.Reports;
using Notebook.Running;

namespace Reports.Tests;

public class NotebookFileTests
{
    [Fact]
    public void Title_and_summary_come_from_metadata_or_from_the_first_words()
    {
        Assert.Equal("Linear autoencoders", NotebookFile.Read(Repository.Fixture("02-stops.ipynb")).Title);
        Assert.StartsWith("A linear autoencoder learns the subspace", NotebookFile.Read(Repository.Fixture("02-stops.ipynb")).Summary);
        Assert.StartsWith("How few numbers", NotebookFile.Read(Repository.Fixture("01-everything.ipynb")).Summary);
        Assert.Equal("01", NotebookFile.Read(Repository.Fixture("01-everything.ipynb")).Number);
    }

    [Fact]
    public void Only_errors_that_were_not_meant_are_failures()
    {
        Assert.Null(NotebookFile.Read(Repository.Fixture("01-everything.ipynb")).Failure());
        Assert.NotNull(NotebookFile.Read(Repository.Fixture("02-stops.ipynb")).Failure());
    }

    [Theory]
    [InlineData("not json", "is not a notebook")]
    [InlineData("{\"a\": 1}", "no list of cells")]
    public void Other_files_are_refused(string content, string reason)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.ipynb");
        File.WriteAllText(path, content);

        Assert.Contains(reason, Assert.Throws<CannotStartException>(() => NotebookFile.Read(path)).Message);
    }

    [Theory]
    [InlineData("a\rb", "b")]
    [InlineData("100 %\r 99 %", " 99 %")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("one\rtwo\nthree", "two\nthree")]
    public void Carriage_returns_overwrite_as_in_a_terminal(string text, string shown) => Assert.Equal(shown, Streams.Rewritten(text));

    [Fact]
    public void Streams_are_joined_only_with_their_like()
    {
        var cell = (JsonObject)JsonNode.Parse("""
            { "outputs": [ {"output_type":"stream","name":"stdout","text":["a","b"]}, {"output_type":"stream","name":"stdout","text":"c"},
                           {"output_type":"stream","name":"stderr","text":"d"}, {"output_type":"stream","name":"stdout","text":"e"} ] }
            """)!;
        Streams.Settle(cell);

        Assert.Equal(["abc", "d", "e"], NotebookFile.Outputs(cell).Select(output => NotebookFile.Text(output["text"])));
    }
}
