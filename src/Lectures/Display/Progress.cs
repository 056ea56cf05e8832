using System.Diagnostics;
using Latent.Training;

namespace Lectures;

/// <summary>How far a long computation is, with the time it took and the time that is left.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps planned.</param>
/// <param name="Elapsed">Time since the first step began.</param>
/// <param name="Unit">What is counted, in the plural: epochs, batches.</param>
/// <param name="Note">The latest figures, e.g. the loss.</param>
/// <param name="Ended">Whether the sequence ended, at its total or (early stopping) before.</param>
public sealed record Progress(int Done, int Total, TimeSpan Elapsed, string Unit, string Note = "", bool Ended = false) : Exhibit
{
    /// <summary>Time left if the remaining steps take as long as those done; null before the first.</summary>
    public TimeSpan? Left => Done == 0 ? null : Elapsed / Done * (Total - Done);

    /// <inheritdoc />
    public override string ToText() => Ended
        ? $"{Done} {Unit}{(Done < Total ? $" (stopped before {Total})" : "")} in {Duration(Elapsed)}{Tail}"
        : $"{Done} of {Total} {Unit}, {Duration(Elapsed)} so far{(Left is { } left ? $", {Duration(left)} left" : "")}{Tail}";

    /// <inheritdoc />
    public override string ToHtml() =>
        $"""<div class="progress"><progress value="{Done}" max="{Math.Max(Total, 1)}" aria-label="{Html.Escape(Unit)}"></progress> """
        + $"""<span>{Html.Escape(ToText())}</span></div>""";

    private string Tail => Note.Length == 0 ? "" : $" · {Note}";

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => $"{time.TotalSeconds:0.0} s",
        { TotalMinutes: < 2 } => $"{time.TotalSeconds:0} s",
        { TotalHours: < 2 } => $"{time.TotalMinutes:0} min",
        _ => $"{time.TotalHours:0.0} h",
    };
}

/// <summary>Shows progress while a lazy sequence is consumed.</summary>
public static class ProgressExtensions
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    /// <summary>Passes <paramref name="steps"/> on unchanged and shows how far they are.</summary>
    /// <param name="steps">A lazy sequence whose every element stands for a step of work.</param>
    /// <param name="total">How many steps are planned; the sequence may end earlier.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="note">Text beside the bar, from the latest element.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative.</exception>
    public static IEnumerable<T> WithProgress<T>(this IEnumerable<T> steps, int total, string unit = "steps", Func<T, string>? note = null)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        return Run(steps, _ => total, new Progress(0, total, TimeSpan.Zero, unit), note);
    }

    /// <summary>Trains on and shows how far the training is, with the latest loss.</summary>
    /// <param name="epochs">A training run, or what is left of one that goes on from a checkpoint.</param>
    public static IEnumerable<Epoch> WithProgress(this IEnumerable<Epoch> epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        var planned = (epochs as TrainingRun)?.Of ?? 0;
        return Run(epochs, epoch => epoch.Of, new Progress(0, planned, TimeSpan.Zero, "epochs"), epoch => $"loss {epoch.Loss:G6}");
    }

    private static IEnumerable<T> Run<T>(IEnumerable<T> steps, Func<T, int> total, Progress progress, Func<T, string>? note)
    {
        var start = Stopwatch.GetTimestamp();
        using var output = LiveOutput.Start(progress);
        try
        {
            var shown = TimeSpan.Zero;
            foreach (var step in steps)
            {
                progress = progress with
                {
                    Done = progress.Done + 1, Total = total(step), Elapsed = Stopwatch.GetElapsedTime(start), Note = note?.Invoke(step) ?? "",
                };
                if (progress.Elapsed - shown >= Refresh)
                {
                    output.Update(progress);
                    shown = progress.Elapsed;
                }

                yield return step;
            }
        }
        finally
        {
            output.Update(progress with { Ended = true, Elapsed = Stopwatch.GetElapsedTime(start) });
        }
    }
}
