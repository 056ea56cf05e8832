using Latent.Data;
using Latent.Data.Variations;
using static TorchSharp.torch;

namespace Latent.Tests.Data.Variations;

public sealed class VariationDataTests
{
    private const int Pixels = 28 * 28;

    [Theory]
    [InlineData(VariationSet.Basic)]
    [InlineData(VariationSet.Rotated)]
    [InlineData(VariationSet.RandomBackground)]
    [InlineData(VariationSet.ImageBackground)]
    [InlineData(VariationSet.RotatedImageBackground)]
    [InlineData(VariationSet.Rectangles)]
    [InlineData(VariationSet.ImageRectangles)]
    [InlineData(VariationSet.Convex)]
    public void The_same_options_draw_the_same_bytes_and_another_seed_others(VariationSet set)
    {
        var drawn = VariationData.Draw(set, count: 200);
        Assert.Equal(drawn.Pixels, VariationData.Draw(set, count: 300).Pixels[..drawn.Pixels.Length]);
        Assert.NotEqual(drawn.Pixels, VariationData.Draw(set, new(Seed: 2), 200).Pixels);
        Assert.All(drawn.Labels, label => Assert.InRange(label, 0, VariationSizes.Of(set).Classes - 1));
    }

    [Fact]
    public void A_turn_by_a_quarter_moves_pixels_as_counting_says()
    {
        var digit = VariationData.Draw(VariationSet.Basic, count: 1).Pixels;
        var turned = new byte[Pixels];
        DigitPainter.Rotate(digit, Math.PI / 2, turned);
        for (var i = 0; i < Pixels; i++) Assert.Equal(digit[i], turned[i % 28 * 28 + 27 - i / 28], 1.0);
        DigitPainter.Rotate(digit, 2 * Math.PI, turned);
        Assert.Equal(digit, turned);
    }

    [Fact]
    public void Backgrounds_cover_what_ink_does_not()
    {
        var plain = VariationData.Draw(VariationSet.Basic, count: 500);
        var noisy = VariationData.Draw(VariationSet.RandomBackground, count: 500);
        Assert.Equal(plain.Labels, noisy.Labels);
        var background = plain.Pixels.Zip(noisy.Pixels).Where(p => p.First == 0).Select(p => (double)p.Second).ToArray();
        // uniform on 0 … 255: mean 127.5, deviation 73.9
        Assert.Equal(127.5, background.Average(), 4 * 73.9 / Math.Sqrt(background.Length));
        Assert.All(plain.Pixels.Zip(noisy.Pixels), p => Assert.True(p.Second >= p.First));
        Assert.All(plain.Pixels.Zip(noisy.Pixels).Where(p => p.First == 255), p => Assert.Equal(255, p.Second));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void The_label_of_a_rectangle_is_that_of_its_bounding_box(int leastSide)
    {
        var drawn = VariationData.Draw(VariationSet.Rectangles, new(LeastSide: leastSide), count: 500);
        var shortest = 28;
        for (var i = 0; i < 500; i++)
        {
            var white = Enumerable.Range(0, Pixels).Where(p => drawn.Pixels[i * Pixels + p] == 255).ToArray();
            int width = white.Max(p => p % 28) - white.Min(p => p % 28) + 1, height = white.Max(p => p / 28) - white.Min(p => p / 28) + 1;
            Assert.True(Math.Abs(width - height) >= 3);
            Assert.Equal(height > width ? 1 : 0, drawn.Labels[i]);
            Assert.Equal(Math.Min(width * height, Math.Max(2 * (width + height) - 4, Math.Max(width, height))), white.Length);
            shortest = Math.Min(shortest, Math.Min(width, height));
        }

        Assert.Equal(leastSide, shortest);
    }

    // The published description: both classes have the same mean number of white pixels. Computed elsewhere with another program: 442 for convex ones.
    [Fact]
    public void Convex_and_other_regions_are_equally_bright_and_are_what_they_are_called()
    {
        var drawn = VariationData.Draw(VariationSet.Convex, count: 6000);
        var (white, unnoticed) = (new double[2], 0);
        for (var i = 0; i < 6000; i++)
        {
            var image = drawn.Pixels.AsSpan(i * Pixels, Pixels);
            if (i < 500 && PairsStayInside(image) != (drawn.Labels[i] == 1)) unnoticed += drawn.Labels[i] == 0 ? 1 : 1000;
            white[drawn.Labels[i]] += image.Count((byte)255);
        }

        // A notch so thin that no pixel centre lies in it escapes the test by pairs; a convex region never fails it.
        Assert.InRange(unnoticed, 0, 5);
        var convex = drawn.Labels.Count(label => label == 1);
        Assert.InRange(convex, 3000 - 4 * 39, 3000 + 4 * 39);
        Assert.Equal(442, white[1] / convex, 15.0);
        Assert.Equal(1, white[0] / (6000 - convex) / (white[1] / convex), 0.07);
    }

    // The other reading of "a minimum number of 10 pixels"; computed elsewhere with another program: 381 and 384.
    [Fact]
    public void Regions_are_darker_when_a_small_part_spoils_the_union()
    {
        var drawn = VariationData.Draw(VariationSet.Convex, new(SmallPartSpoilsUnion: true), count: 6000);
        var other = Enumerable.Range(0, 6000).Where(i => drawn.Labels[i] == 0).ToList();
        Assert.Equal(382, other.Average(i => drawn.Pixels.AsSpan(i * Pixels, Pixels).Count((byte)255)), 12.0);
    }

    [Fact]
    public void Patches_of_photographs_vary_as_asked()
    {
        Assert.Equal(20, Photographs.Load().Pictures.Count);
        float Least(double deviation)
        {
            using var scope = NewDisposeScope();
            var options = new VariationOptions(PatchDeviation: deviation);
            return VariationData.Images(VariationData.Draw(VariationSet.ImageBackground, options, 300), "bg-img").Images.std(1).min().item<float>() * 255;
        }

        Assert.InRange(Least(10), 10, 30);
        Assert.InRange(Least(45), 40, 60); // the digit in front of it may vary less
    }

    [Fact]
    public void A_set_is_kept_and_a_damaged_file_is_made_anew()
    {
        var folder = Directory.CreateTempSubdirectory("variations").FullName;
        try
        {
            using var first = VariationData.Load(VariationSet.Rectangles, folder: folder);
            Assert.Equal((1000, 200, 50_000), (first.Train.Count, first.Validation.Count, first.Test.Count));
            var path = Path.Combine(folder, "rect-images-idx3-ubyte");
            var sound = File.ReadAllBytes(path);
            var damaged = (byte[])sound.Clone();
            damaged[^1] ^= 1;
            File.WriteAllBytes(path, damaged);
            using var second = VariationData.Load(VariationSet.Rectangles, folder: folder);
            Assert.Equal(sound, File.ReadAllBytes(path));
            Assert.Equal(first.Test.Images.Values()[^Pixels..], second.Test.Images.Values()[^Pixels..]);
            Assert.Equal(3, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_small_set_is_the_beginning_of_the_large_one()
    {
        using var small = VariationData.Small(VariationSet.Convex, 30, 20, 10);
        using var drawn = VariationData.Images(VariationData.Draw(VariationSet.Convex, count: 60), "convex");
        Assert.Equal((30, 20, 10), (small.Train.Count, small.Validation.Count, small.Test.Count));
        Assert.Equal(drawn.Images.Values()[^Pixels..], small.Test.Images.Values()[^Pixels..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => VariationData.Small(VariationSet.Convex, 0, 20, 10));
    }

    [Fact]
    public void Bad_options_are_named()
    {
        Assert.Contains("shrunk", Assert.Throws<ArgumentOutOfRangeException>(() => VariationData.Draw(VariationSet.Basic, new(Shrink: 0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => VariationData.Draw(VariationSet.Basic, count: 62_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => VariationData.Draw(VariationSet.Convex, new(LineReach: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => VariationSizes.Of((VariationSet)8));
    }

    // An independent test of convexity: no pixel centre on the line between two white centres is black.
    private static bool PairsStayInside(ReadOnlySpan<byte> image)
    {
        for (var a = 0; a < Pixels; a++)
        {
            for (var b = a + 1; b < Pixels; b++)
            {
                if (image[a] == 0 || image[b] == 0) continue;
                int dx = b % 28 - a % 28, dy = b / 28 - a / 28, steps = Math.Max(Math.Abs(dx), Math.Abs(dy));
                for (var s = 1; s < steps; s++)
                {
                    if (dx * s % steps == 0 && dy * s % steps == 0 && image[(a / 28 + dy * s / steps) * 28 + a % 28 + dx * s / steps] == 0) return false;
                }
            }
        }

        return true;
    }
}
