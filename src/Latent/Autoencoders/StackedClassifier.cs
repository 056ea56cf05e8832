using Latent.Data;
using Latent.Evaluation;
using Latent.Linear;
using Latent.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>
/// A deep classifier: layers that make features, and softmax regression on top, fine-tuned together by the labels (Hinton et al. 2006; Bengio et al. 2007;
/// Vincent et al. 2008). The layers may be pretrained or random.
/// </summary>
public sealed class StackedClassifier : Module<Tensor, Tensor>
{
    private readonly DenseLayers features;
    private readonly SoftmaxRegression output;

    /// <summary>A classifier on some layers, which it owns from now on; the output starts at zero weights.</summary>
    /// <param name="features">[N, D] → [N, k].</param>
    /// <param name="classes">C ≥ 2.</param>
    public StackedClassifier(DenseLayers features, int classes)
        : base(nameof(StackedClassifier))
    {
        ArgumentNullException.ThrowIfNull(features);
        (this.features, output, Classes) = (features, new SoftmaxRegression(features.Outputs, classes), classes);
        RegisterComponents();
    }

    /// <summary>C.</summary>
    public int Classes { get; }

    /// <summary>The layers below the output.</summary>
    public DenseLayers Features => features;

    /// <summary>A classifier that starts from pretrained layers; their scaffolding, the way down, stays behind.</summary>
    /// <param name="layers">The layers, copied.</param>
    /// <param name="classes">C ≥ 2.</param>
    public static StackedClassifier On(PretrainedLayers layers, int classes)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return new(DenseLayers.Of([.. layers.Layers.Select(layer => layer.Up)]), classes);
    }

    /// <summary>Logits: [N, D] → [N, C].</summary>
    public override Tensor forward(Tensor x) => output.call(features.call(x));

    /// <summary>The mean of \(-\ln p(c \mid x)\).</summary>
    public ClassificationLoss Loss(LabelledImages batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new(functional.cross_entropy(forward(batch.Images), batch.Labels));
    }

    /// <summary>A lazy training run of features and output together.</summary>
    /// <param name="images">With labels in 0 … C − 1.</param>
    /// <param name="generator">Shuffles.</param>
    /// <param name="epochs">Passes over the images, ≥ 1.</param>
    /// <param name="batchSize">Images a step, ≥ 1.</param>
    /// <param name="rate">Learning rate > 0.</param>
    /// <param name="optimiser">Null: Adam.</param>
    /// <exception cref="ArgumentException">A label is not one of the classes, or the images have another size.</exception>
    public TrainingRun Train(
        LabelledImages images, Generator generator, int epochs = 10, int batchSize = 100, double rate = 1e-3, OptimiserFactory? optimiser = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        Require.Matrix(images.Images, nameof(images), features.Inputs);
        Require.Labels(images.Labels, Classes, nameof(images));
        Require.Positive(rate, nameof(rate));
        Require.Generator(generator);
        return Fit.Epochs(epochs, new TrainingState(this, (optimiser ?? Optimisers.Adam)(this.parameters(), rate), generator), images, batchSize, batch => Loss(batch));
    }

    /// <summary>The most probable class of each row: [N] int64.</summary>
    public Tensor Predict(Tensor x) => x.MapRows(rows => forward(rows).argmax(1));

    /// <summary>How often the most probable class is not the label.</summary>
    public ErrorRate Error(LabelledImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var predicted = Predict(images.Images);
        return ErrorRate.Of(predicted, images.Labels);
    }
}
