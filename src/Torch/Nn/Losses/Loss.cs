using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of two values, for example of a prediction and a target.</summary>
/// <typeparam name="T1">The first.</typeparam>
/// <typeparam name="T2">The second.</typeparam>
/// <typeparam name="TResult">The loss.</typeparam>
public abstract class Loss<T1, T2, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, TResult>(nameof(Loss<,,>))
{
    /// <summary>What becomes of the losses of elements.</summary>
    public nn.Reduction reduction { get; } = reduction;

    /// <inheritdoc/>
    public override string GetName() => GetType().Name;
}

/// <summary>A loss of three values.</summary>
/// <typeparam name="T1">The first.</typeparam>
/// <typeparam name="T2">The second.</typeparam>
/// <typeparam name="T3">The third.</typeparam>
/// <typeparam name="TResult">The loss.</typeparam>
public abstract class Loss<T1, T2, T3, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, T3, TResult>(nameof(Loss<,,,>))
{
    /// <summary>What becomes of the losses of elements.</summary>
    public nn.Reduction reduction { get; } = reduction;

    /// <inheritdoc/>
    public override string GetName() => GetType().Name;
}

/// <summary>A loss of four values.</summary>
/// <typeparam name="T1">The first.</typeparam>
/// <typeparam name="T2">The second.</typeparam>
/// <typeparam name="T3">The third.</typeparam>
/// <typeparam name="T4">The fourth.</typeparam>
/// <typeparam name="TResult">The loss.</typeparam>
public abstract class Loss<T1, T2, T3, T4, TResult>(nn.Reduction reduction = nn.Reduction.Mean)
    : nn.Module<T1, T2, T3, T4, TResult>(nameof(Loss<,,,,>))
{
    /// <summary>What becomes of the losses of elements.</summary>
    public nn.Reduction reduction { get; } = reduction;

    /// <inheritdoc/>
    public override string GetName() => GetType().Name;
}

/// <summary>A loss with weights, of classes or elements; they are neither learned nor saved.</summary>
/// <typeparam name="T1">The first value.</typeparam>
/// <typeparam name="T2">The second.</typeparam>
/// <typeparam name="TResult">The loss.</typeparam>
public abstract class WeightedLoss<T1, T2, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
    : Loss<T1, T2, TResult>(reduction)
{
    /// <summary>The weights, or null for equal ones.</summary>
    public Tensor? weight { get; } = weight;

    /// <summary>Registers nothing: the weights stay the caller's.</summary>
    protected override void RegisterComponents()
    {
    }
}
