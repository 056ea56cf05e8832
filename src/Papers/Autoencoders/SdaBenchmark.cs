using Latent.Data;
using Latent.Data.Variations;
using Latent.Evaluation;
using Latent.Evaluation.Svm;
using Lectures;
using Papers.Running;

namespace Papers.Autoencoders;

/// <summary>
/// Table 1 of Vincent et al. (2008): a support vector machine, deep belief network, stacked autoencoders and stacked denoising autoencoders of three layers
/// on the eight sets of Larochelle et al. (2007). Hyper-parameters are chosen by validation error; test images are looked at once, at the end.
/// </summary>
public static class SdaBenchmark
{
    /// <summary>An entry for each cell of the table, in the order of the plan.</summary>
    public static IReadOnlyList<Reproduction> Entries { get; } = [.. SdaPlan.Cells.Select(Entry)];

    private static Reproduction Entry(SdaCell cell) => new(
        cell.Id, $"{cell.Title} on {cell.Sizes.Name}, test error (Vincent et al. 2008, table 1)", TimeSpan.FromHours(cell.Hours), [cell.Id], run => [Judge(run, cell)]);

    private static Finding Judge(PaperRun run, SdaCell cell)
    {
        using var data = run.Scale == Scale.Paper
            ? VariationData.Load(cell.Set)
            : VariationData.Small(cell.Set, run.By(200, 1_000, 0), run.By(100, 500, 0), run.By(200, 2_000, 0));
        var name = cell.Sizes.Name;
        var (error, setting) = cell.Method == "svm" ? Machine(run, name, data) : DeepMethod.Of(cell.Method).Judge(run, name, data);
        return Finding.Of(
            cell.Id, $"{name}, test error, {cell.Title}", error, $"{setting}; {data.Train.Count} training, {data.Validation.Count} validation images", $"vincent2008-{name}-{cell.Method}");
    }

    private static (ErrorRate Test, string Setting) Machine(PaperRun run, string name, VariationSplit data)
    {
        double[] costs = run.By<double[]>([10], [1, 10], [1, 10, 100]), gammas = run.By<double[]>([0.02], [0.01, 0.03], [0.003, 0.01, 0.02, 0.03, 0.05, 0.1]);
        SvmOptions[] grid = [.. costs.SelectMany(c => gammas.Select(gamma => new SvmOptions(c, gamma)))];
        var errors = run.InPieces($"{name} svm", grid.Length, 1, (i, _, _) =>
        {
            using var machine = SupportVectorMachine.Train(data.Train, grid[i]);
            return [machine.Error(data.Validation, threads: 1).Percent];
        });
        var best = grid[Array.IndexOf(errors, errors.Min())];
        // trained on training and validation images, as in the paper
        using var both = Join(data.Train, data.Validation);
        SupportVectorMachine? final = null;
        var wrong = run.InPieces($"{name} svm test", data.Test.Count, 2_000, (start, count, _) =>
        {
            final ??= SupportVectorMachine.Train(both, best);
            var part = data.Test.Slice(start, count);
            using var predicted = final.Predict(part.Images, threads: 1);
            return [.. predicted.data<long>().ToArray().Zip(part.LabelArray(), (p, label) => p == label ? 0.0 : 1.0)];
        });
        final?.Dispose();
        return (new((long)wrong.Sum(), wrong.Length), FormattableString.Invariant($"Gaussian kernel, C = {best.C}, γ = {best.Gamma} by {errors.Min():F2} % on validation among C in {string.Join(", ", costs)} and γ in {string.Join(", ", gammas)}"));
    }

    private static LabelledImages Join(LabelledImages a, LabelledImages b) =>
        a with { Images = TorchSharp.torch.cat([a.Images, b.Images], 0), Labels = TorchSharp.torch.cat([a.Labels, b.Labels], 0) };
}
