using System.Text.Json.Nodes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lectures;

/// <summary>
/// The layers of a dense decoder as JSON for a page: weights in one byte each with a scale for each unit (their error is at most 1/254 of a unit's largest weight), biases in float32.
/// </summary>
internal static class DecoderWeights
{
    /// <summary>Layers in order: <c>in</c>, <c>out</c>, <c>weights</c>, <c>scales</c>, <c>biases</c> (base64, little endian) and <c>then</c>, the activation that follows.</summary>
    /// <exception cref="ArgumentException">The decoder has other layers than dense ones with tanh, relu or softplus between.</exception>
    public static JsonArray Of(nn.Module<Tensor, Tensor> decoder)
    {
        var layers = new JsonArray();
        foreach (var part in decoder is Sequential sequential ? sequential.children() : [decoder])
        {
            switch (part)
            {
                case Linear dense: layers.Add(Layer(dense)); break;
                case Tanh when layers.Count > 0: layers[^1]!["then"] = "tanh"; break;
                case ReLU when layers.Count > 0: layers[^1]!["then"] = "relu"; break;
                case Softplus when layers.Count > 0: layers[^1]!["then"] = "softplus"; break;
                default: throw new ArgumentException($"Expected dense layers with tanh, relu or softplus between, given {part.GetName()}.", nameof(decoder));
            }
        }

        return layers;
    }

    private static JsonObject Layer(Linear dense)
    {
        using var scope = NewDisposeScope();
        var weight = dense.weight.detach().to_type(ScalarType.Float32); // [out, in]
        var scale = weight.abs().amax([1], keepdim: true).clamp(min: 1e-20) / 127; // [out, 1]
        var bytes = (weight / scale).round().to_type(ScalarType.Int8).contiguous().data<sbyte>().ToArray();
        return new()
        {
            ["in"] = weight.shape[1], ["out"] = weight.shape[0], ["weights"] = Convert.ToBase64String(Array.ConvertAll(bytes, b => unchecked((byte)b))),
            ["scales"] = Floats(scale), ["biases"] = Floats(dense.bias!), ["then"] = "none",
        };
    }

    private static string Floats(Tensor values) => Convert.ToBase64String(
        [.. values.detach().to_type(ScalarType.Float32).contiguous().data<float>().ToArray().SelectMany(BitConverter.GetBytes)]);
}
