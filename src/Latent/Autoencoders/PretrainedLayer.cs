namespace Latent.Autoencoders;

/// <summary>What pretraining leaves of one layer: the way up, which makes codes, and the way down, the scaffolding that made it learn.</summary>
/// <param name="Up">[N, in] → [N, units].</param>
/// <param name="Down">[N, units] → [N, in].</param>
public sealed record PretrainedLayer(Layer Up, Layer Down)
{
    /// <summary>The two layers of an autoencoder that has one dense layer on each side, copied.</summary>
    /// <exception cref="ArgumentException">It has other layers.</exception>
    public static PretrainedLayer Of(Autoencoder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is { Encoder: DenseLayers { Layers: [var up] }, Decoder: DenseLayers { Layers: [var down] } }
            ? new(up.Detached(), (down with { Activation = model.Output }).Detached())
            : throw new ArgumentException("Expected an autoencoder of one dense layer on each side.", nameof(model));
    }
}
