namespace Latent.Training;

/// <summary>What one step of training reports.</summary>
/// <param name="Examples">How many examples it saw: its weight in the epoch's mean.</param>
/// <param name="Losses">The mean loss first, then its parts.</param>
public readonly record struct StepResult(long Examples, IReadOnlyList<KeyValuePair<string, double>> Losses)
{
    /// <summary>The values of a loss.</summary>
    public static StepResult Of(long examples, ILoss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        return new(examples, [new("Loss", Value(loss.Total)), .. loss.Parts.Select(p => new KeyValuePair<string, double>(p.Name, Value(p.Value)))]);
    }

    private static double Value(TorchSharp.torch.Tensor scalar) =>
        scalar.dtype == TorchSharp.torch.ScalarType.Float64 ? scalar.item<double>() : scalar.item<float>();
}
