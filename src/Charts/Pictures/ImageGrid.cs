namespace Charts;

/// <summary>Small images tiled into one picture, such as digits and their reconstructions.</summary>
public static class ImageGrid
{
    private const int AimedTile = 64;
    private const int WidestGrid = 1040;

    /// <summary>Tiles images row by row.</summary>
    /// <param name="images">The images, each [height × width] row by row; NaN is transparent.</param>
    /// <param name="height">Height of an image in values.</param>
    /// <param name="width">Width of an image in values.</param>
    /// <param name="Columns">Images a row; null: the number of column labels, else at most 10.</param>
    /// <param name="Map">The colours.</param>
    /// <param name="Range">Values at the ends of the map, to which others are clamped; null: [0, 1], or for a diverging map symmetric about 0.</param>
    /// <param name="PerImage">Whether each image is stretched over the map by itself (then <paramref name="Range"/> must be null).</param>
    /// <param name="Scale">Pixels a value; null: the whole number that makes an image about 64 pixels wide and fits the page.</param>
    /// <param name="Gap">Pixels between images.</param>
    /// <param name="RowLabels">A label for each row.</param>
    /// <param name="ColumnLabels">A label for each column.</param>
    /// <param name="Alt">Text for readers who cannot see the picture; null derives one.</param>
    /// <param name="Caption">Text under the picture.</param>
    /// <exception cref="ArgumentException">There is no image, one has the wrong size, labels do not fit, or both ranges are given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size, scale or number of columns is less than 1, or the range is empty.</exception>
    public static Picture Of(
        IEnumerable<IEnumerable<float>> images, int height, int width, int? Columns = null, ColorMap Map = ColorMap.Grey,
        (double Min, double Max)? Range = null, bool PerImage = false, int? Scale = null, int Gap = 4,
        IEnumerable<string>? RowLabels = null, IEnumerable<string>? ColumnLabels = null, string? Alt = null, string? Caption = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Scale ?? 1, 1, nameof(Scale));
        ArgumentOutOfRangeException.ThrowIfNegative(Gap);
        if (Range is { } limits && !(limits.Max > limits.Min))
            throw new ArgumentOutOfRangeException(nameof(Range), Range, "The upper limit must lie above the lower one.");
        if (Range is not null && PerImage)
            throw new ArgumentException("Give a Range or PerImage, not both.", nameof(PerImage));
        var tiles = Checked(images, height * width, $"{height} × {width}");
        var (rowLabels, columnLabels) = (RowLabels?.ToArray() ?? [], ColumnLabels?.ToArray() ?? []);
        var columns = Columns ?? (columnLabels.Length > 0 ? columnLabels.Length : Math.Min(10, tiles.Length));
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1, nameof(Columns));
        var rows = (tiles.Length + columns - 1) / columns;
        Fits(rowLabels, rows, nameof(RowLabels), "rows");
        Fits(columnLabels, columns, nameof(ColumnLabels), "columns");
        var scale = Scale ?? Math.Max(1, Math.Min((AimedTile + (width / 2)) / width, WidestGrid / (columns * width)));
        var board = new Board(rows, columns, height * scale, width * scale, Gap);
        var common = PerImage ? default : Range ?? Limits(Map, tiles.SelectMany(tile => tile), stretch: false);
        for (var i = 0; i < tiles.Length; i++)
            board.Draw(tiles[i], i, width, scale, PerImage ? Limits(Map, tiles[i], stretch: true) : common);
        return new Picture(board.Width, board.Height, board.Pixels, Map)
        {
            RowLabels = rowLabels,
            ColumnLabels = columnLabels,
            Caption = Caption,
            Alt = Alt ?? Caption ?? $"{tiles.Length} images of {width} × {height} pixels in {rows} rows" +
                (rowLabels.Length > 0 ? ": " + string.Join(", ", rowLabels) : ""),
        };
    }

    /// <summary>Tiles images that lie one after another in memory, as in a tensor [count, height, width].</summary>
    /// <remarks>Here <c>images</c> holds count × height × width values; the rest is as in the other overload.</remarks>
    /// <inheritdoc cref="Of(IEnumerable{IEnumerable{float}}, int, int, int?, ColorMap, ValueTuple{double, double}?, bool, int?, int, IEnumerable{string}?, IEnumerable{string}?, string?, string?)"/>
    public static Picture Of(
        float[] images, int height, int width, int? Columns = null, ColorMap Map = ColorMap.Grey,
        (double Min, double Max)? Range = null, bool PerImage = false, int? Scale = null, int Gap = 4,
        IEnumerable<string>? RowLabels = null, IEnumerable<string>? ColumnLabels = null, string? Alt = null, string? Caption = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (images.Length % (height * width) != 0)
            throw new ArgumentException(
                $"images has {images.Length} values, which is not a multiple of {height} × {width} = {height * width}.", nameof(images));
        return Of(images.Chunk(height * width), height, width, Columns, Map, Range, PerImage, Scale, Gap, RowLabels, ColumnLabels, Alt, Caption);
    }

    private static float[][] Checked(IEnumerable<IEnumerable<float>> images, int size, string shape)
    {
        var tiles = images.Select(image => image as float[] ?? image.ToArray()).ToArray();
        if (tiles.Length == 0)
            throw new ArgumentException("No image was given; at least one is needed.", nameof(images));
        var wrong = Array.FindIndex(tiles, tile => tile.Length != size);
        return wrong < 0 ? tiles
            : throw new ArgumentException($"Image {wrong} has {tiles[wrong].Length} values; {shape} needs {size}.", nameof(images));
    }

    private static void Fits(string[] labels, int count, string argument, string what)
    {
        if (labels.Length > 0 && labels.Length != count)
            throw new ArgumentException($"{labels.Length} labels were given for {count} {what}.", argument);
    }

    private static (double Min, double Max) Limits(ColorMap map, IEnumerable<float> values, bool stretch)
    {
        if (map != ColorMap.Diverging && !stretch)
            return (0, 1);
        var finite = values.Where(float.IsFinite).DefaultIfEmpty(0);
        var (min, max) = map == ColorMap.Diverging ? Symmetric(finite.Max(Math.Abs)) : (finite.Min(), finite.Max());
        return max > min ? (min, max) : (min - 0.5, max + 0.5);
    }

    private static (float Min, float Max) Symmetric(float largest) => (-largest, largest);

    /// <summary>The pixels of the whole picture, transparent until drawn on.</summary>
    private sealed class Board
    {
        private readonly int _columns, _tileHeight, _tileWidth, _gap;

        public Board(int rows, int columns, int tileHeight, int tileWidth, int gap)
        {
            (_columns, _tileHeight, _tileWidth, _gap) = (columns, tileHeight, tileWidth, gap);
            (Width, Height) = ((columns * (tileWidth + gap)) - gap, (rows * (tileHeight + gap)) - gap);
            Pixels = new byte[checked(Width * Height)];
            Array.Fill(Pixels, Picture.Gap);
        }

        public int Width { get; }

        public int Height { get; }

        public byte[] Pixels { get; }

        public void Draw(float[] tile, int index, int width, int scale, (double Min, double Max) range)
        {
            var left = index % _columns * (_tileWidth + _gap);
            var top = index / _columns * (_tileHeight + _gap);
            for (var y = 0; y < _tileHeight; y++)
                for (var x = 0; x < _tileWidth; x++)
                    Pixels[((top + y) * Width) + left + x] = Level(tile[(y / scale * width) + (x / scale)], range);
        }

        private static byte Level(float value, (double Min, double Max) range) => float.IsNaN(value) ? Picture.Gap
            : (byte)Math.Round(Math.Clamp((value - range.Min) / (range.Max - range.Min), 0, 1) * (Picture.Gap - 1));
    }
}
