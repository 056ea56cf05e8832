using Latent.Data;
using static TorchSharp.torch;

namespace Lectures.Tests.Figures;

public sealed class PicturesTests : IDisposable
{
    private readonly LabelledImages _images =
        new(linspace(0, 1, 24, ScalarType.Float32).reshape(4, 6), tensor(new long[] { 1, 0, 1, 0 }), Height: 2, Width: 3, "toy");

    public void Dispose() => _images.Dispose();

    [Fact]
    public void Each_class_is_a_row_named_by_its_number()
    {
        var picture = _images.ShowClasses(perClass: 2, "two classes");
        Assert.Equal(["0", "1"], picture.RowLabels);
        Assert.Equal("two classes", picture.Caption);
    }

    [Fact]
    public void Originals_stand_above_what_became_of_them()
    {
        var picture = _images.ShowBeside("pairs", ("half", _images.Images / 2), ("none", zeros_like(_images.Images)));
        Assert.Equal(["original", "half", "none"], picture.RowLabels);
        Assert.Equal(0x89, picture.ToPng()[0]); // a PNG begins so
    }

    [Fact]
    public void Directions_are_labelled_only_where_there_are_several_kinds()
    {
        using var directions = eye(6, 2);
        Assert.Empty(_images.ShowDirections("one kind", 2, ("u", directions)).RowLabels);
        Assert.Equal(["u", "v"], _images.ShowDirections("two kinds", 2, ("u", directions), ("v", directions)).RowLabels);
    }

    [Fact]
    public void Rows_of_another_size_are_refused_before_they_are_drawn()
    {
        using var wrong = zeros(2, 5);
        var error = Assert.Throws<ArgumentException>("rows", () => _images.Show(wrong, "wrong"));
        Assert.Contains("[N, 6]", error.Message);
        Assert.Contains("[2, 5]", error.Message);
    }
}
