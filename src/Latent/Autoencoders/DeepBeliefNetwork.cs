using Latent.Training;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// A deep belief network (Hinton, Osindero &amp; Teh 2006): machines trained one on another's codes. As a model it is its top machine with directed layers below;
/// as a start for other networks it is its <see cref="Layers"/>.
/// </summary>
/// <param name="Machines">The lowest first.</param>
public sealed record DeepBeliefNetwork(IReadOnlyList<Rbm> Machines)
{
    /// <summary>The machines as layers, copied.</summary>
    public PretrainedLayers Layers { get; } = new([.. Machines.Select(m => m.AsLayer())]);

    /// <summary>Trains machines on each other's codes.</summary>
    /// <param name="x">The data: [N, D].</param>
    /// <param name="machines">For each machine, the lowest first: the size of the layer below → a machine that is not yet trained.</param>
    /// <param name="train">Trains the machine with a number, from 0, on the codes below.</param>
    public static DeepBeliefNetwork Train(Tensor x, IReadOnlyList<Func<int, Rbm>> machines, Action<int, Rbm, Tensor> train)
    {
        ArgumentNullException.ThrowIfNull(machines);
        ArgumentNullException.ThrowIfNull(train);
        var trained = new List<Rbm>();
        PretrainedLayers.Train(x, [.. machines.Select((make, i) => (Func<Tensor, PretrainedLayer>)(data =>
        {
            var machine = make((int)data.shape[1]);
            train(i, machine, data);
            trained.Add(machine);
            return machine.AsLayer();
        }))]);
        return new(trained);
    }

    /// <summary>Draws from the model: Gibbs steps between the two sides of the top machine, then means down through the layers below: [n, D].</summary>
    /// <param name="start">Where the chains start, as codes below the top machine: [n, units]; codes of data, or noise.</param>
    /// <param name="steps">Gibbs steps, ≥ 0.</param>
    /// <param name="generator">Source of the draws.</param>
    public Tensor Generate(Tensor start, int steps, Generator generator)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var top = Machines[^1];
        var v = top.Gibbs(start, steps, generator);
        // the last pictures as means, without the noise of the units' draws
        v = top.VisibleMean(top.SampleHidden(v, generator));
        return Machines.SkipLast(1).Reverse().Aggregate(v, (h, machine) => machine.VisibleMean(h)).MoveToOuterDisposeScope();
    }
}
