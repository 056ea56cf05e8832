using Charts;
using Latent.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Lectures;

/// <summary>Pictures of the rows of a tensor, each an image of the size of some data set.</summary>
public static class Pictures
{
    /// <summary>The images of a set, row by row.</summary>
    /// <param name="images">What to show.</param>
    /// <param name="caption">What the picture shows, in a sentence.</param>
    /// <param name="columns">Images a row.</param>
    public static Picture Show(this LabelledImages images, string caption, int columns = 10)
    {
        ArgumentNullException.ThrowIfNull(images);
        return images.Show(images.Images, caption, columns);
    }

    /// <summary>Grey pictures of other images of the same size, such as samples.</summary>
    /// <param name="like">Gives height and width.</param>
    /// <param name="rows">[N, D], grey values in [0, 1]; others are clamped.</param>
    /// <param name="caption">What the picture shows, in a sentence.</param>
    /// <param name="columns">Images a row.</param>
    public static Picture Show(this LabelledImages like, Tensor rows, string caption, int columns = 10) =>
        Grid(like, rows, columns, ColorMap.Grey, caption, [], []);

    /// <summary>The first images of each class, one class a row.</summary>
    public static Picture ShowClasses(this LabelledImages images, int perClass, string caption)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        var classes = Enumerable.Range(0, images.ClassCounts().Length).ToList();
        var rows = cat([.. classes.Select(label => images.OfClass(label).Take(perClass).Images)], 0);
        return Grid(images, rows, perClass, ColorMap.Grey, caption, [.. classes.Select(label => $"{label}")], []);
    }

    /// <summary>Images above what became of them, one kind a row.</summary>
    /// <param name="images">The originals, N of them: the first row.</param>
    /// <param name="caption">What the picture shows, in a sentence.</param>
    /// <param name="kinds">A label and [N, D] images for each further row.</param>
    public static Picture ShowBeside(this LabelledImages images, string caption, params IReadOnlyList<(string Label, Tensor Images)> kinds)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(kinds);
        using var scope = NewDisposeScope();
        var rows = cat([images.Images, .. kinds.Select(kind => kind.Images.to_type(ScalarType.Float32))], 0);
        return Grid(images, rows, images.Count, ColorMap.Grey, caption, ["original", .. kinds.Select(kind => kind.Label)], []);
    }

    /// <summary>Directions or filters in red (positive) and blue (negative), each scaled by itself since only its shape matters.</summary>
    /// <param name="like">Gives height and width.</param>
    /// <param name="caption">What the picture shows, in a sentence.</param>
    /// <param name="columns">Directions a row.</param>
    /// <param name="kinds">Labels, each with directions as the columns of [D, M].</param>
    public static Picture ShowDirections(
        this LabelledImages like, string caption, int columns, params IReadOnlyList<(string Label, Tensor Directions)> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        using var scope = NewDisposeScope();
        var rows = cat([.. kinds.Select(kind => kind.Directions.t().to_type(ScalarType.Float32))], 0);
        var labels = kinds.Count > 1 ? kinds.Select(kind => kind.Label).ToList() : [];
        return Grid(like, rows, columns, ColorMap.Diverging, caption, labels, [], perImage: true);
    }

    private static Picture Grid(
        LabelledImages like, Tensor rows, int columns, ColorMap map, string caption,
        IReadOnlyList<string> rowLabels, IReadOnlyList<string> columnLabels, bool perImage = false)
    {
        ArgumentNullException.ThrowIfNull(like);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.dim() != 2 || rows.shape[1] != like.Dimensions)
            throw new ArgumentException($"Expected images [N, {like.Dimensions}], given [{string.Join(", ", rows.shape)}].", nameof(rows));
        using var scope = NewDisposeScope();
        var values = rows.detach().to_type(ScalarType.Float32).contiguous().data<float>().ToArray();
        return ImageGrid.Of(values, like.Height, like.Width, columns, map, PerImage: perImage,
            RowLabels: rowLabels, ColumnLabels: columnLabels, Caption: caption);
    }
}
