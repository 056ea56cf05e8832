using System.Text;

namespace Latent.Data.Variations;

/// <summary>A grey picture.</summary>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Pixels">Row by row from the top left, 0 … 255.</param>
public sealed record GreyPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Reads a binary PGM file (P5, 255 grey levels).</summary>
    /// <exception cref="FileNotFoundException">There is no such file; the message says how to fetch it.</exception>
    /// <exception cref="InvalidDataException">It is not such a file, or cut off.</exception>
    public static GreyPicture Read(string path)
    {
        var content = DataFile.Read(path);
        var head = Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, 40)).Split('\n');
        var size = head.Length > 3 ? head[1].Split(' ') : [];
        if (head[0] != "P5" || size.Length != 2 || head[2] != "255" || !int.TryParse(size[0], out var width) || !int.TryParse(size[1], out var height))
            throw DataFile.Unsound(path, "PGM", "the first lines “P5”, “width height” and “255”", "another beginning");
        var start = head.Take(3).Sum(line => line.Length + 1);
        DataFile.RequireLength(path, "PGM", width * height, content.Length - start, $"pixels for {width}×{height}");
        return new(width, height, content[start..]);
    }

    /// <summary>A picture whose pixels are means of <paramref name="factor"/>² of these; a rest at the right and below is dropped.</summary>
    public GreyPicture Shrunk(int factor)
    {
        var (width, height, area) = (Width / factor, Height / factor, factor * factor);
        var pixels = new byte[width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            int sum = area / 2, x = i % width * factor, y = i / width * factor;
            for (var j = 0; j < area; j++) sum += Pixels[(y + j / factor) * Width + x + j % factor];
            pixels[i] = (byte)(sum / area);
        }

        return new(width, height, pixels);
    }

    /// <summary>Equal parts side by side along the longer side.</summary>
    public IEnumerable<GreyPicture> Cut(int parts)
    {
        var (wide, length) = (Width >= Height, Math.Max(Width, Height) / parts);
        return Enumerable.Range(0, parts).Select(part => wide
            ? new GreyPicture(length, Height, [.. Enumerable.Range(0, Height).SelectMany(y => Pixels.AsSpan(y * Width + part * length, length).ToArray())])
            : new GreyPicture(Width, length, Pixels[(part * length * Width)..((part + 1) * length * Width)]));
    }
}

/// <summary>
/// Twenty sources of 28×28 patches. The originals were "20 black-and-white images downloaded from the internet"; here nine photographs (Getty Open
/// Content, CC0) are cut into disjoint halves, two of them into thirds.
/// </summary>
public sealed class Photographs
{
    private static readonly (string Name, int Parts)[] Sources =
    [
        ("acanthus-mollis", 2), ("airplane-from-above", 2), ("allium-oreophilum", 2), ("black-canyon", 2), ("dust-bowl-home", 2),
        ("french-alpine-landscape", 2), ("locomotion-house-cat", 3), ("march-pastoral", 3), ("nagasaki-boats", 2),
    ];

    private readonly GreyPicture[] _pictures;
    private readonly double _leastDeviation;

    private Photographs(GreyPicture[] pictures, double leastDeviation) => (_pictures, _leastDeviation) = (pictures, leastDeviation);

    /// <summary>The sources.</summary>
    public IReadOnlyList<GreyPicture> Pictures => _pictures;

    /// <summary>Reads and cuts the photographs.</summary>
    /// <param name="options">Shrinking and the least deviation of a patch.</param>
    /// <param name="folder">The folder of the PGM files; null: <c>photographs</c> in <see cref="DataFolder"/>.</param>
    /// <exception cref="FileNotFoundException">A photograph is missing; the message says how to fetch it.</exception>
    public static Photographs Load(VariationOptions? options = null, string? folder = null)
    {
        var (shrink, deviation) = ((options ??= new()).Checked().Shrink, options.PatchDeviation);
        folder ??= Path.Combine(DataFolder.Resolve(), "photographs");
        return new([.. Sources.SelectMany(s => GreyPicture.Read(Path.Combine(folder, $"{s.Name}.pgm")).Shrunk(shrink).Cut(s.Parts))], deviation);
    }

    /// <summary>A patch at a uniformly drawn place of a uniformly drawn source, redrawn while its grey levels hardly vary.</summary>
    internal void Patch(ref Xoshiro256 random, Span<byte> patch, int side)
    {
        do
        {
            var picture = _pictures[random.Below(_pictures.Length)];
            var (left, top) = (random.Below(picture.Width - side + 1), random.Below(picture.Height - side + 1));
            for (var y = 0; y < side; y++) picture.Pixels.AsSpan((top + y) * picture.Width + left, side).CopyTo(patch[(y * side)..]);
        }
        while (Deviation(patch) <= _leastDeviation);
    }

    private static double Deviation(ReadOnlySpan<byte> patch)
    {
        long sum = 0, squares = 0;
        foreach (var p in patch) (sum, squares) = (sum + p, squares + p * p);
        double n = patch.Length, mean = sum / n;
        return Math.Sqrt(Math.Max(0, squares / n - mean * mean));
    }
}
