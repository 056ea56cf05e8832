using Latent;
using Latent.Variational;
using Lectures;
using static TorchSharp.torch;

namespace Reports.Tests;

/// <summary>The page in which sliders move a code: it decodes as the model does, offline, by mouse and by keyboard.</summary>
public sealed class LatentSlidersTests(Browser browser) : IDisposable
{
    private const string Pixels = "(() => { const c = document.querySelector('.latent-sliders canvas'); return [...c.getContext('2d').getImageData(0, 0, c.width, c.height).data].filter((_, i) => i % 4 === 0); })()";
    private readonly TemporaryFolder _folder = new();
    private readonly Generator _generator = new(1);

    public void Dispose()
    {
        _generator.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(Activation.Tanh), InlineData(Activation.Relu), InlineData(Activation.Softplus)]
    public async Task The_page_draws_what_the_decoder_decodes(Activation activation)
    {
        using var model = Model(activation);
        using var code = tensor(new[,] { { 1.5f, -2, 0.25f } });
        await using var page = await browser.Open(Page(model, ("a code", code)));

        Assert.Equal(Greys(model, zeros(1, 3)), await page.Ask<int[]>(Pixels), Near);
        await page.Press("[data-start='a code']", "Enter");
        Assert.Equal(Greys(model, code), await page.Ask<int[]>(Pixels), Near);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_key_moves_a_slider_its_number_and_the_picture()
    {
        using var model = Model(Activation.Tanh);
        await using var page = await browser.Open(Page(model));
        for (var press = 0; press < 20; press++) await page.Press("input[type=range] >> nth=1", "ArrowRight");

        using var moved = tensor(new[,] { { 0, 1f, 0 } });
        Assert.Equal("1.00", await page.Ask<string>("document.querySelectorAll('output')[1].textContent"));
        Assert.Equal(Greys(model, moved), await page.Ask<int[]>(Pixels), Near);
        await page.Press("[data-zero]", "Space");
        Assert.Equal(Greys(model, zeros(1, 3)), await page.Ask<int[]>(Pixels), Near);
        await page.Press("[data-random]", "Space");
        Assert.NotEqual(Greys(model, zeros(1, 3)), await page.Ask<int[]>(Pixels));
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task Every_control_has_a_name()
    {
        using var model = Model(Activation.Tanh);
        await using var page = await browser.Open(Page(model));
        Assert.Equal(3, await page.Ask<int>("[...document.querySelectorAll('input')].filter(i => i.labels.length === 1 && i.labels[0].textContent.trim()).length"));
        Assert.True(await page.Ask<bool>("document.querySelector('fieldset legend').textContent.length > 0 && [...document.querySelectorAll('button')].every(b => b.textContent.trim() && b.type === 'button')"));
        Assert.Empty(await page.Violations());
        Assert.Equal("img", await page.Ask<string>("document.querySelector('canvas').getAttribute('role')"));
    }

    [Fact]
    public void What_cannot_be_exported_is_said()
    {
        using var model = Model(Activation.Tanh);
        Assert.Throws<ArgumentException>("height", () => LatentSliders.Of(model, 5, 6, "x"));
        Assert.Throws<ArgumentException>("code", () => LatentSliders.Of(model, 5, 5, "x", ("short", zeros(1, 2))));
        using var convolutional = ConvolutionalVae.Create(new(4, 4, [2], 2), _generator);
        Assert.Throws<ArgumentException>("decoder", () => LatentSliders.Of(convolutional, 4, 4, "x"));
        using var grey = GaussianVae.Dense(new(25, [8], 3, new GaussianLikelihood()), _generator);
        Assert.Throws<ArgumentException>("model", () => LatentSliders.Of(grey, 5, 5, "x"));
    }

    private static bool Near(int expected, int actual) => Math.Abs(expected - actual) <= 6; // weights have eight bits

    private GaussianVae Model(Activation activation) => GaussianVae.Dense(new(25, [8, 7], 3, Activation: activation), _generator);

    private static int[] Greys(GaussianVae model, Tensor code)
    {
        using var gradients = no_grad();
        using var picture = model.Decode(code).sigmoid() * 255;
        return [.. picture.data<float>().ToArray().Select(v => (int)MathF.Round(v))];
    }

    private string Page(GaussianVae model, params (string, Tensor)[] starts)
    {
        var path = Path.Combine(_folder.Path, "sliders.html");
        File.WriteAllText(path, $"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Sliders</title><body>{LatentSliders.Of(model, 5, 5, "A decoder", starts).ToHtml()}");
        return path;
    }
}
