using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Tests.Data;

public class ImageMomentsTests
{
    private static LabelledImages Image(params float[] pixels) =>
        new(tensor(pixels).reshape(1, -1), zeros([1], ScalarType.Int64), 3, 3, "toy");

    [Fact]
    public void A_stroke_leaning_right_has_slant_one()
    {
        var moments = ImageMoments.Of(Image(0, 0, 1, 0, 1, 0, 1, 0, 0));
        Assert.Equal(1, moments.Slant[0], 12);
        Assert.Equal(2.0 / 3, moments.VarianceX[0], 12);
        Assert.Equal(2.0 / 3, moments.VarianceY[0], 12);
        Assert.Equal(1.0 / 3, moments.Ink[0], 7);
    }

    [Fact]
    public void An_upright_stroke_has_no_slant_and_no_width()
    {
        var moments = ImageMoments.Of(Image(0, 0.5f, 0, 0, 1, 0, 0, 0.5f, 0));
        Assert.Equal(0, moments.Slant[0], 12);
        Assert.Equal(0, moments.VarianceX[0], 12);
        Assert.Equal(0.5, moments.VarianceY[0], 12);
    }

    [Fact]
    public void A_black_image_is_refused() =>
        Assert.Contains("black", Assert.Throws<ArgumentException>("images", () => ImageMoments.Of(Image(new float[9]))).Message);
}
