using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// Layers trained greedily, one after another, each on the codes of the ones below (Hinton, Osindero &amp; Teh 2006; Bengio et al. 2007).
/// </summary>
/// <param name="Layers">The lowest first.</param>
public sealed record PretrainedLayers(IReadOnlyList<PretrainedLayer> Layers)
{
    /// <summary>Trains a stack. What trains a layer is any function from data to a trained layer: an autoencoder of any kind, an RBM, or anything else.</summary>
    /// <param name="x">The data: [N, D].</param>
    /// <param name="trainers">For each layer, the lowest first: the codes of the layers below, [N, in] → the trained layer.</param>
    /// <exception cref="ArgumentException">There is no trainer, or a trained layer does not fit on its data.</exception>
    public static PretrainedLayers Train(Tensor x, params IReadOnlyList<Func<Tensor, PretrainedLayer>> trainers)
    {
        Require.Matrix(x, nameof(x));
        ArgumentNullException.ThrowIfNull(trainers);
        if (trainers.Count == 0) throw new ArgumentException("Expected at least one layer to train, given none.", nameof(trainers));
        var layers = new List<PretrainedLayer>();
        using var scope = NewDisposeScope();
        var data = x;
        foreach (var train in trainers)
        {
            var layer = train(data);
            if (layer.Up.Inputs != data.shape[1] || layer.Down.Outputs != data.shape[1])
                throw new ArgumentException($"Layer {layers.Count + 1} takes {layer.Up.Inputs} inputs and gives back {layer.Down.Outputs}, but its data have {data.shape[1]} columns.", nameof(trainers));
            layers.Add(layer);
            if (layers.Count == trainers.Count) break;
            var codes = data.MapRows(layer.Up.Apply); // [N, units]
            if (!ReferenceEquals(data, x)) data.Dispose();
            data = codes;
        }

        return new(layers);
    }

    /// <summary>Codes of the top layer, without gradients: [N, D] → [N, k].</summary>
    public Tensor Encode(Tensor x) => x.MapRows(rows => Layers.Aggregate(rows, (h, layer) => layer.Up.Apply(h)));

    /// <summary>Down again through every layer, without gradients: [N, k] → [N, D].</summary>
    public Tensor Decode(Tensor z) => z.MapRows(rows => Layers.Reverse().Aggregate(rows, (h, layer) => layer.Down.Apply(h)));

    /// <summary>
    /// The deep autoencoder that goes up through all layers and down again (Hinton &amp; Salakhutdinov 2006). It starts from copies, so that before
    /// any fine-tuning it reconstructs as <see cref="Decode"/> of <see cref="Encode"/> does.
    /// </summary>
    /// <param name="kind">What fine-tuning minimises; cross-entropy needs a lowest layer that comes down through a sigmoid.</param>
    public Autoencoder Unroll(ReconstructionKind kind = ReconstructionKind.CrossEntropy)
    {
        Layer[] down = [.. Layers.Reverse().Select(layer => layer.Down)];
        var output = down[^1].Activation;
        Reconstructions.Check(kind, output, nameof(kind));
        return new(
            DenseLayers.Of([.. Layers.Select(layer => layer.Up)]),
            DenseLayers.Of([.. down[..^1], down[^1] with { Activation = Activation.None }]),
            output, kind);
    }
}
