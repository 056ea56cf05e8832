using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Latent.Variational;
using static TorchSharp.torch;

namespace Lectures;

/// <summary>
/// A decoder that runs inside the page: a slider for each latent, and the picture that the code decodes to, redrawn as they move. It needs no network and no kernel.
/// </summary>
/// <param name="Model">The data of the page: layers, starting codes and sizes.</param>
/// <param name="Latents">k, entries of a code.</param>
/// <param name="Starts">Names of codes to start from.</param>
/// <param name="Caption">What the page shows, in a sentence.</param>
public sealed record LatentSliders(string Model, int Latents, IReadOnlyList<string> Starts, string Caption) : Exhibit
{
    private static readonly Lazy<string> Script = new(() =>
    {
        using var stream = typeof(LatentSliders).Assembly.GetManifestResourceStream("latent-sliders.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>Exports a model with a dense decoder and binary pixels.</summary>
    /// <param name="model">Its codes have at most 20 entries.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="caption">What the page shows, in a sentence.</param>
    /// <param name="starts">Codes [1, k] to start from, with names.</param>
    /// <exception cref="ArgumentException">The decoder is not dense, its likelihood is another, or sizes do not fit.</exception>
    public static LatentSliders Of(GaussianVae model, int height, int width, string caption, params IReadOnlyList<(string Name, Tensor Code)> starts)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(starts);
        if (model.Latent > 20) throw new ArgumentException($"Expected at most 20 latents, one a slider, given {model.Latent}.", nameof(model));
        if (model.Likelihood is not BernoulliLikelihood) throw new ArgumentException($"Expected binary pixels, given {model.Likelihood}.", nameof(model));
        var layers = DecoderWeights.Of(model.Decoder);
        if (height < 1 || width < 1 || layers[^1]!["out"]!.GetValue<long>() != (long)height * width)
            throw new ArgumentException($"Expected sides whose product is {layers[^1]!["out"]}, the decoder's outputs, given {height}×{width}.", nameof(height));
        var codes = new JsonObject([.. starts.Select(start => new KeyValuePair<string, JsonNode?>(start.Name, Numbers(start.Code, model.Latent)))]);
        var json = new JsonObject { ["height"] = height, ["width"] = width, ["layers"] = layers, ["starts"] = codes }.ToJsonString();
        return new(json, model.Latent, [.. starts.Select(start => start.Name)], caption);
    }

    /// <inheritdoc />
    public override string ToText() => $"{Caption} (sliders for {Latents} latents; open the page in a browser to move them)";

    /// <inheritdoc />
    public override string ToHtml()
    {
        var id = "sliders-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Model)))[..10];
        var html = new StringBuilder($"""<figure class="latent-sliders" id="{id}" style="margin:1em 0;display:flex;flex-wrap:wrap;gap:1.5em;align-items:flex-start">""");
        html.Append($"""<canvas role="img" aria-label="The decoded picture" style="width:224px;height:224px;image-rendering:pixelated;border:1px solid currentColor"></canvas>""");
        html.Append("""<fieldset style="border:0;padding:0;margin:0;flex:1 1 18em;max-width:44em"><legend style="padding:0;margin-bottom:.4em">The code z: each entry moved by its slider, in standard deviations of the prior</legend>""");
        html.Append("""<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(13em,1fr));gap:.1em 1.2em">""");
        for (var i = 0; i < Latents; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<div style="display:flex;align-items:center;gap:.5em"><label for="{id}-{i}" style="min-width:2em">z<sub>{i + 1}</sub></label>""");
            html.Append(CultureInfo.InvariantCulture, $"""<input type="range" id="{id}-{i}" min="-3" max="3" step="0.05" value="0" style="flex:1;min-width:6em"><output for="{id}-{i}" style="min-width:3.2em;text-align:right;font-variant-numeric:tabular-nums">0.00</output></div>""");
        }

        html.Append("</div><p style=\"margin:.6em 0\">");
        foreach (var start in Starts) html.Append($"""<button type="button" data-start="{Html.Escape(start)}" style="margin:0 .3em .3em 0">{Html.Escape(start)}</button>""");
        html.Append("""<button type="button" data-random style="margin:0 .3em .3em 0">draw z from the prior</button><button type="button" data-zero>all zero</button></p></fieldset>""");
        html.Append($"<figcaption style=\"flex-basis:100%\">{Html.Escape(Caption)}</figcaption><noscript>The sliders need JavaScript.</noscript></figure>");
        return html.Append($"<script>({Script.Value.Trim()})(\"{id}\", {Model.Replace("</", "<\\/")});</script>").ToString();
    }

    private static JsonArray Numbers(Tensor code, int latent)
    {
        if (code is null || code.dim() != 2 || code.shape[0] != 1 || code.shape[1] != latent)
            throw new ArgumentException($"Expected a code [1, {latent}] to start from, given {(code is null ? "null" : $"[{string.Join(", ", code.shape)}]")}.", nameof(code));
        using var scope = NewDisposeScope();
        return [.. code.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray().Select(v => JsonValue.Create(Math.Round(Math.Clamp(v, -3, 3), 3)))];
    }
}
