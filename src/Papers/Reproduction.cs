using Latent.Evaluation;
using Papers.Running;

namespace Papers;

/// <summary>A computation of a paper's size that is done once and recorded.</summary>
/// <param name="Id">The word after <c>./build.sh paper</c>: letters, digits and hyphens.</param>
/// <param name="Title">What it reproduces, with the paper, in one line.</param>
/// <param name="Estimated">How long it takes on two cores.</param>
/// <param name="Results">Ids of the results that it records, in order.</param>
/// <param name="Run">Does it. Whatever takes long goes through the run, which keeps checkpoints: a killed run goes on with the same bits.</param>
public sealed record Reproduction(
    string Id, string Title, TimeSpan Estimated, IReadOnlyList<string> Results, Func<PaperRun, IReadOnlyList<Finding>> Run);

/// <summary>One number that a reproduction came to.</summary>
/// <param name="Id">Names the file that it is recorded in.</param>
/// <param name="Quantity">What was measured, in words.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">What it came to.</param>
/// <param name="Interval">Its 95 % interval; null when it has none.</param>
/// <param name="N">Examples that it is a mean over.</param>
/// <param name="Setting">Model, data and training in one line.</param>
/// <param name="Reference">Id of the published figure in <c>data/references.json</c>; null when there is none.</param>
public sealed record Finding(
    string Id, string Quantity, string Unit, double Value, ConfidenceInterval? Interval, long N, string Setting, string? Reference = null)
{
    /// <summary>A mean with its interval.</summary>
    public static Finding Of(string id, string quantity, string unit, Estimate mean, string setting, string? reference = null) =>
        new(id, quantity, unit, mean.Value, mean.Interval95, mean.N, setting, reference);

    /// <summary>A test error in per cent with its interval.</summary>
    public static Finding Of(string id, string quantity, ErrorRate error, string setting, string? reference = null)
    {
        var interval = error.Interval95;
        return new(id, quantity, "%", error.Percent, new(100 * interval.Low, 100 * interval.High, interval.Level), error.N, setting, reference);
    }
}
