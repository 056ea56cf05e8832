using Latent.Data;
using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>How a contractive autoencoder is trained on all its data at once.</summary>
/// <param name="Weight">λ ≥ 0.</param>
/// <param name="Epochs">Calls of L-BFGS, ≥ 1.</param>
/// <param name="StepsPerEpoch">Steps of each, ≥ 1.</param>
/// <param name="Memory">Steps that the curvature is seen in, ≥ 1.</param>
/// <param name="Length">Of a step, > 0; 1 is Newton's. Without a line search a full step may overshoot.</param>
public sealed record FullBatchOptions(double Weight = 0.1, int Epochs = 10, int StepsPerEpoch = 20, int Memory = 20, double Length = 0.5);

/// <summary>
/// The contractive autoencoder (Rifai, Vincent, Muller, Glorot &amp; Bengio 2011), \(\mathcal J = \sum_x L(x, g(f(x))) + \lambda \|J_f(x)\|_F^2\). Its gradient
/// follows from the data alone: nothing is sampled, so second-order methods apply.
/// </summary>
public static class ContractiveAutoencoder
{
    /// <summary>An autoencoder of one sigmoid layer with tied weights, as in the paper.</summary>
    /// <param name="inputs">D ≥ 1.</param>
    /// <param name="units">k ≥ 1.</param>
    /// <param name="generator">Source of the initial weights.</param>
    public static Autoencoder Create(int inputs, int units, Generator generator) =>
        Autoencoder.Dense(new(inputs, [units], Tied: true), generator);

    /// <summary>Reconstruction and λ times the penalty: in closed form for one dense layer, else forward through dense layers, else by backward passes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="weight">λ ≥ 0.</param>
    public static ReconstructionLoss Loss(Autoencoder model, Tensor x, double weight)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.NotNegative(weight, nameof(weight));
        if (model.Encoder is DenseLayers { Layers: [_] }) return model.Loss(x, penalty: Contraction.Of(model, weight));
        var norms = model.Encoder is DenseLayers layers ? Jacobian.Of(layers, x).square().sum([1, 2]) : Contraction.Exact(model.Encode, x, createGraph: true);
        return model.Loss(x).With(new("Contraction", weight, norms.mean()));
    }

    /// <summary>A lazy training run by minibatches, the penalty in the loss; the generator shuffles.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">What to train on: [N, D].</param>
    /// <param name="weight">λ ≥ 0.</param>
    /// <param name="generator">Source of the order.</param>
    /// <param name="options">How; the defaults if null. Its penalty is replaced.</param>
    public static TrainingRun TrainContractive(
        this Autoencoder model, Tensor x, double weight, Generator generator, AutoencoderTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        Require.Generator(generator);
        Require.NotNegative(weight, nameof(weight));
        options ??= new();
        var optimiser = options.OptimiserOf(model);
        var step = Fit.GradientStep(optimiser, (Tensor batch) => Loss(model, batch, weight), batch => batch.shape[0]);
        return Fit.Epochs(options.Epochs, new TrainingState(model, optimiser, generator), g => x.Batches(options.BatchSize, g), step);
    }

    /// <summary>A lazy training run by L-BFGS on all rows at once. Nothing in it is random.</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">What to train on: [N, D].</param>
    /// <param name="options">How; the defaults if null.</param>
    public static TrainingRun TrainFullBatch(this Autoencoder model, Tensor x, FullBatchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        options ??= new();
        Require.NotNegative(options.Weight, nameof(options));
        var optimiser = optim.LBFGS(
            model.parameters(), lr: Require.Positive(options.Length, nameof(options)), max_iter: options.StepsPerEpoch, history_size: options.Memory);
        return Fit.Epochs(options.Epochs, new TrainingState(model, optimiser, new Generator(0)), _ => [x], (Tensor all) =>
        {
            StepResult? first = null;
            optimiser.step(() =>
            {
                optimiser.zero_grad();
                var loss = Loss(model, all, options.Weight);
                loss.Total.backward();
                first ??= StepResult.Of(all.shape[0], loss);
                return loss.Total;
            });
            return first!.Value;
        });
    }
}
