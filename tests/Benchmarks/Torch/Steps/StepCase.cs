using static TorchSharp.torch;

namespace Benchmarks.Torch;

/// <summary>A model to train, and what a step of it reads.</summary>
/// <param name="Name">The name of the case on both sides, and of its files.</param>
/// <param name="Make">A fresh model; its initial values come from the default generator.</param>
/// <param name="Inputs">What a step reads, in order.</param>
public sealed record StepCase(string Name, Func<TrainingStep> Make, params StepInput[] Inputs)
{
    /// <summary>All models, in the order of the table.</summary>
    public static IReadOnlyList<StepCase> All { get; } =
    [
        MlpAutoencoder.Case, VariationalAutoencoder.Case, ContractiveAutoencoder.Case, ConvAutoencoder.Case, Dcgan.Case, GatedPixelCnn.Case,
        RowLstm.Case, UnrolledGan.Case,
    ];
}

/// <summary>One input of a step, of the given sizes.</summary>
public abstract record StepInput(params long[] Sizes)
{
    /// <summary>Grey images in [0, 1], [batch, 784].</summary>
    public sealed record Images(long Batch) : StepInput(Batch, 784);

    /// <summary>Standard normal numbers.</summary>
    public sealed record Normal(params long[] Shape) : StepInput(Shape);

    /// <summary>Points of eight narrow Gaussians on a circle of radius 2, [batch, 2].</summary>
    public sealed record Ring(long Batch) : StepInput(Batch, 2);

    /// <summary>The values of several steps, [steps, *Sizes].</summary>
    /// <param name="steps">How many steps.</param>
    /// <param name="images">Gives that many images, [N, 784].</param>
    public Tensor Values(long steps, Func<long, Tensor> images)
    {
        using var scope = NewDisposeScope();
        var values = this switch
        {
            Images => images(steps * Sizes[0]),
            Ring => OnRing(steps * Sizes[0]),
            _ => randn([steps, .. Sizes]),
        };
        return values.reshape([steps, .. Sizes]).MoveToOuterDisposeScope();
    }

    private static Tensor OnRing(long count)
    {
        var angle = randint(0, 8, [count]).to(get_default_dtype()) * (Math.PI / 4);
        return stack([angle.cos(), angle.sin()], 1) * 2 + randn(count, 2) * 0.02;
    }
}
