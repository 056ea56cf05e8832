using Latent.Evaluation;
using Latent.Identities;
using Latent.Tests.Identities;
using static TorchSharp.torch;

namespace Latent.Tests.Evaluation;

public sealed class TransformCodecTests(MnistFixture mnist)
{
    [Fact]
    public void The_cosine_transform_is_the_formula_and_a_rotation()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var image = rand([1, 3 * 4], generator: generator);
        var (x, found) = (image.Values(), TransformCodec.Dct(3, 4).Analyse(image).Values());
        double Scale(int k, int n) => Math.Sqrt((k == 0 ? 1.0 : 2.0) / n);
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 4; j++)
            {
                var sum = 0.0;
                for (var r = 0; r < 3; r++)
                    for (var c = 0; c < 4; c++) sum += x[4 * r + c] * Math.Cos(Math.PI * (2 * r + 1) * i / 6) * Math.Cos(Math.PI * (2 * c + 1) * j / 8);
                Assert.Equal(Scale(i, 3) * Scale(j, 4) * sum, found[4 * i + j], 1e-6);
            }

        AssertDerivation.Holds(AutoencoderIdentities.CosineTransform(mnist.Test.Take(100)));
    }

    [Fact]
    public void Bits_are_those_of_the_smoothed_frequencies()
    {
        using var scope = NewDisposeScope();
        var train = tensor(new[] { 0f, 0f, 0f, 1f }).unsqueeze(1);
        var test = tensor(new[] { 0f, 1f, 7f }).unsqueeze(1); // 7 was never met: clamped to 1
        var point = TransformCodec.Pixels.Measure(train, test, 1);
        Assert.Equal((-Math.Log2(3.5 / 5) - 2 * Math.Log2(1.5 / 5)) / 3, point.BitsPerImage, 1e-12);
        Assert.Equal(36.0 / 3, point.SquaredError, 1e-6);
    }

    [Fact]
    public void Rates_asked_for_are_met_and_pixels_in_steps_of_one_grey_level_are_lossless()
    {
        var (train, test) = (mnist.Train.Images.narrow(0, 0, 2000), mnist.Test.Images.narrow(0, 0, 300));
        var dct = TransformCodec.Dct(28, 28).AtRate(train, test, 200);
        Assert.Equal(200, dct.BitsPerImage, 2.1);
        var pca = TransformCodec.Of(mnist.Pca, 30).AtRate(train, test, 200);
        Assert.True(pca.SquaredError < dct.SquaredError); // learnt from digits, judged on digits
        var finer = TransformCodec.Dct(28, 28).AtRate(train, test, 400);
        Assert.True(finer.SquaredError < dct.SquaredError);
        var lossless = TransformCodec.Pixels.Measure(train, train, 1.0 / 255);
        Assert.InRange(lossless.SquaredError, 0, 1e-6);
        Assert.Throws<ArgumentOutOfRangeException>("step", () => TransformCodec.Pixels.Measure(train, test, 0));
    }
}
