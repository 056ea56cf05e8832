using Latent.Data.Variations;
using Latent.Evaluation;

namespace Lectures;

/// <summary>A cell of the table of Vincent et al. (2008) as <c>./build.sh paper sda</c> computes it.</summary>
/// <param name="Set">The images.</param>
/// <param name="Method">Short name in ids: svm, sda, saa or dbn.</param>
/// <param name="Title">Name in tables.</param>
/// <param name="Work">What has to be trained, in words.</param>
/// <param name="Hours">How long that takes at most on one core, estimated.</param>
public sealed record SdaCell(VariationSet Set, string Method, string Title, string Work, double Hours)
{
    /// <summary>Name and sizes of the set.</summary>
    public VariationSizes Sizes => VariationSizes.Of(Set);

    /// <summary>Id of its result in <c>data/results</c>.</summary>
    public string Id => $"sda-{Sizes.Name}-{Method}";

    /// <summary>Why there is no result yet, and what it would take.</summary>
    public string Why => FormattableString.Invariant($"trains {Work} on {Sizes.Train:N0} images, for about {Hours:F2} h: ./build.sh paper {Id}");
}

/// <summary>
/// The cells of table 1 of Vincent et al. (2008) with estimated times: <c>./build.sh paper sda</c> computes those that are not recorded, in this order;
/// <c>./build.sh paper sda-basic-dbn</c> one of them.
/// </summary>
public static class SdaPlan
{
    // Hours at most of a method on 10,000 images on one core. Smaller sets are learnt for as many steps, so that only the support vector machine, whose time goes
    // with the square, is faster there.
    private static readonly (string Name, string Title, string Work, double Hours)[] Methods =
    [
        ("svm", "SVM", "18 support vector machines, by C and γ, and the best once more", 0.1),
        ("sda", "SdA-3", "4 stacks of denoising autoencoders, by ν, start and optimiser, and fine-tunes two of them in two ways", 0.4),
        ("saa", "SAA-3", "2 stacks of plain autoencoders, by start and optimiser, and fine-tunes one in two ways", 0.25),
        ("dbn", "DBN-3", "a stack of Boltzmann machines and fine-tunes it in two ways", 0.15),
    ];

    /// <summary>The sets in the order of the plan.</summary>
    public static IReadOnlyList<VariationSet> Sets { get; } =
    [
        VariationSet.Basic, VariationSet.ImageBackground, VariationSet.RotatedImageBackground, VariationSet.RandomBackground, VariationSet.Rotated,
        VariationSet.Rectangles, VariationSet.Convex, VariationSet.ImageRectangles,
    ];

    /// <summary>All 32 cells in order.</summary>
    public static IReadOnlyList<SdaCell> Cells { get; } =
    [
        .. from set in Sets
           from method in Methods
           let part = VariationSizes.Of(set).Train / 10_000.0
           select new SdaCell(set, method.Name, method.Title, method.Work, method.Hours * (method.Name == "svm" ? part * part : 1)),
    ];

    /// <summary>The cells that are not recorded yet, each with its reason.</summary>
    /// <param name="folder">Where the results lie; null: <c>data/results</c> of the repository.</param>
    public static Table Missing(string? folder = null)
    {
        var missing = Cells.Where(cell => RecordedResult.Find(cell.Id, folder) is null).ToList();
        return Table.Of(missing)
            .Column("set", cell => cell.Sizes.Name)
            .Column("method", cell => cell.Title)
            .Column("why it is not run", cell => cell.Why)
            .Titled(missing.Count == 0
                ? $"All {Cells.Count} cells are run"
                : FormattableString.Invariant($"{missing.Count} of {Cells.Count} cells are not run: about {missing.Sum(cell => cell.Hours):F1} h on one core, estimated")) with { Class = "reference-table" };
    }
}
