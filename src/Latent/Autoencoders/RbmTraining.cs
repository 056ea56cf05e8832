using Latent.Data;
using Latent.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>How a restricted Boltzmann machine is trained. The defaults are for Bernoulli units (Hinton 2010, A practical guide).</summary>
/// <param name="Epochs">Passes over the data, ≥ 1.</param>
/// <param name="BatchSize">Rows a step, ≥ 1.</param>
/// <param name="Rate">Learning rate > 0; about 0.001 with a Gaussian side.</param>
/// <param name="Momentum">Of the steps, in [0, 1). The first <paramref name="SlowEpochs"/> go at a fifth of the rate, which with 0.9 is as fast as 0.5 at the full one.</param>
/// <param name="SlowEpochs">Epochs of slow start, ≥ 0.</param>
/// <param name="WeightDecay">Of the weights, not the biases, ≥ 0.</param>
/// <param name="Steps">k ≥ 1: Gibbs steps of a chain for each update.</param>
/// <param name="Chains">0: chains start anew at the data (CD-k). More: as many chains go on from update to update (persistent, PCD-k).</param>
/// <param name="SampleVisible">Draw the visible units of a chain; false: take their means, as the deep autoencoder of 2006 did.</param>
public sealed record RbmTrainingOptions(
    int Epochs = 10,
    int BatchSize = 100,
    double Rate = 0.1,
    double Momentum = 0.9,
    int SlowEpochs = 5,
    double WeightDecay = 2e-4,
    int Steps = 1,
    int Chains = 0,
    bool SampleVisible = true);

/// <summary>Training a restricted Boltzmann machine by contrastive divergence, from new chains or persistent ones.</summary>
public static class RbmTraining
{
    /// <summary>A lazy training run. Its loss is the squared error of one step down from the data's codes, which tells progress but is not what is minimised.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="x">What to train on: [N, D]; in [0, 1] for Bernoulli units.</param>
    /// <param name="generator">Source of all randomness.</param>
    /// <param name="options">How; the defaults if null.</param>
    public static TrainingRun Train(this Rbm machine, Tensor x, Generator generator, RbmTrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Require.Matrix(x, nameof(x), machine.Options.Visible);
        Require.Generator(generator);
        options = Checked(options ?? new());
        var chains = new PersistentChains(machine, options.Chains);
        var optimiser = optim.SGD(machine.parameters(), options.Rate, options.Momentum);
        var step = Step(machine, chains, optimiser, options, generator);
        return Fit.Epochs(options.Epochs, new TrainingState(chains, optimiser, generator), g => x.Batches(options.BatchSize, g), step)
            .WithRate(epoch => epoch <= options.SlowEpochs ? options.Rate / 5 : options.Rate);
    }

    private static Func<Tensor, StepResult> Step(Rbm machine, PersistentChains chains, optim.Optimizer optimiser, RbmTrainingOptions options, Generator generator) => v =>
    {
        using var gradients = no_grad();
        var hidden = machine.HiddenMean(v); // [N, H]
        var drawn = Rbm.Sample(machine.Options.HiddenUnits, hidden, generator);
        var down = machine.VisibleMean(drawn); // [N, D]
        var end = options.Chains > 0 ? chains.Advance(options.Steps, generator) : End(machine, down, options, generator);
        var gradient = RbmGradient.Of(machine, v, hidden, end);
        machine.Weight.grad = gradient.Weight.add_(machine.Weight, alpha: options.WeightDecay);
        machine.VisibleBias.grad = gradient.VisibleBias;
        machine.HiddenBias.grad = gradient.HiddenBias;
        optimiser.step();
        return StepResult.Of(v.shape[0], new ReconstructionLoss((v - down).square().sum([1]).mean()));
    };

    // the first step down is already made
    private static Tensor End(Rbm machine, Tensor down, RbmTrainingOptions options, Generator generator)
    {
        Tensor Visible(Tensor mean) => options.SampleVisible ? Rbm.Sample(machine.Options.VisibleUnits, mean, generator) : mean;
        var v = Visible(down);
        for (var k = 1; k < options.Steps; k++) v = Visible(machine.VisibleMean(machine.SampleHidden(v, generator)));
        return v;
    }

    private static RbmTrainingOptions Checked(RbmTrainingOptions options)
    {
        Require.Positive(options.Rate, nameof(options));
        Require.NotNegative(options.WeightDecay, nameof(options));
        if (options.BatchSize < 1 || options.Steps < 1 || options.Chains < 0 || options.SlowEpochs < 0)
            throw new ArgumentException($"Expected a batch size ≥ 1, steps ≥ 1, chains ≥ 0 and slow epochs ≥ 0, given {options.BatchSize}, {options.Steps}, {options.Chains} and {options.SlowEpochs}.", nameof(options));
        return options.Momentum is >= 0 and < 1
            ? options
            : throw new ArgumentException($"Expected a momentum in [0, 1), given {options.Momentum}.", nameof(options));
    }

    /// <summary>The machine with its chains, which a checkpoint has to keep as well.</summary>
    private sealed class PersistentChains : TorchSharp.torch.nn.Module
    {
        private readonly Rbm machine;
        private readonly Tensor? chains; // [M, D]

        public PersistentChains(Rbm machine, int count)
            : base(nameof(PersistentChains))
        {
            this.machine = machine;
            if (count > 0)
                chains = full([count, machine.Options.Visible], machine.Options.VisibleUnits == UnitKind.Bernoulli ? 0.5 : 0, machine.Options.Precision).DetachFromDisposeScope();
            RegisterComponents();
        }

        public Tensor Advance(int steps, Generator generator)
        {
            chains!.copy_(machine.Gibbs(chains, steps, generator));
            return chains;
        }
    }
}
