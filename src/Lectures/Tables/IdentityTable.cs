using Latent.Identities;

namespace Lectures;

/// <summary>Shows a derivation line by line: the equation, both of its sides, their difference, and ✓ or ✗.</summary>
public static class IdentityTable
{
    /// <summary>
    /// Evaluates every identity of <paramref name="derivation"/>. A row that is expected to fail (the printed form of an
    /// erratum) says so: it is marked with ✗ because it fails, and its remark says what is wrong with it.
    /// </summary>
    public static Table Of(Derivation derivation)
    {
        ArgumentNullException.ThrowIfNull(derivation);
        var rows = derivation.Check();
        return Table.Of(rows)
            .Column("equation", Line)
            .Column("left", row => Side(row.Evaluation.Left))
            .Column("right", row => Side(row.Evaluation.Right))
            .Column("difference", row => Difference(row.Evaluation))
            .Column("how", row => row.Evaluation.Method.ToString())
            .Column("holds", row => row.Holds)
            .Titled($"{derivation.Title}: {Summary(rows)}") with { Class = "identities" };
    }

    private static string Summary(IReadOnlyList<CheckedIdentity> rows)
    {
        var (printed, right) = (rows.Where(row => row.Identity.IsErratum).ToList(), rows.Where(row => !row.Identity.IsErratum).ToList());
        var holding = $"{right.Count(row => row.Holds)} of {right.Count} {(right.Count == 1 ? "identity holds" : "identities hold")}";
        if (printed.Count == 0) return holding;
        var failing = printed.Count(row => !row.Holds);
        return $"{holding}; {failing} of {printed.Count} printed {(printed.Count == 1 ? "form fails, as it should" : "forms fail, as they should")}";
    }

    private static Cell Line(CheckedIdentity row)
    {
        var (name, formula, remark) = (Cell.Of(row.Identity.Name), Cell.Math(row.Identity.Latex), row.Identity.Remark);
        return new(
            $"{name.Html}<br><span class=\"equation\" style=\"white-space:nowrap\">{formula.Html}</span>" + (remark.Length > 0 ? $"<br><small>{Html.Escape(remark)}</small>" : ""),
            $"{name.Text}: {formula.Text}" + (remark.Length > 0 ? $" ({remark})" : ""));
    }

    private static Cell Side(double value) => value == 0 ? Cell.Of(value) : Cell.Of(value, Math.Abs(value) is >= 1e-4 and < 1e7 ? "G10" : "0.#####e+0");

    private static Cell Difference(Evaluation evaluation)
    {
        var cell = evaluation.Difference == 0 ? Cell.Of(0.0) : Cell.Of(evaluation.Difference, "0.0e+0");
        var error = evaluation.StandardError > 0 ? $" ± {evaluation.StandardError:0.0e+0}" : "";
        return cell with { Html = cell.Html + error, Text = cell.Text + error };
    }
}
