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
        var asExpected = rows.Count(row => row.AsExpected);
        var errata = rows.Count(row => row.Identity.IsErratum);
        return Table.Of(rows)
            .Column("", row => row.Identity.Name)
            .Column("equation", row => Cell.Math(row.Identity.Latex))
            .Column("left", row => Side(row.Evaluation.Left))
            .Column("right", row => Side(row.Evaluation.Right))
            .Column("difference", row => Difference(row.Evaluation))
            .Column("how", row => row.Evaluation.Method.ToString())
            .Column("holds", row => Verdict(row))
            .Titled($"{derivation.Title} ({Summary(rows.Count - errata, errata, rows.Count - asExpected)})") with { Class = "identities" };
    }

    private static string Summary(int lines, int errata, int surprises) =>
        $"{lines} {(lines == 1 ? "identity" : "identities")}"
        + (errata > 0 ? $", {errata} as printed" : "")
        + (surprises == 0 ? ", all as expected" : $", {surprises} NOT as expected");

    private static Cell Side(double value) => Cell.Of(value, Math.Abs(value) is >= 1e-4 and < 1e7 ? "G10" : "0.#####e+0");

    private static Cell Difference(Evaluation evaluation)
    {
        var cell = evaluation.Difference == 0 ? Cell.Of(0.0) : Cell.Of(evaluation.Difference, "0.0e+0");
        var error = evaluation.StandardError > 0 ? $" ± {evaluation.StandardError:0.0e+0}" : "";
        return cell with { Html = cell.Html + error, Text = cell.Text + error };
    }

    private static Cell Verdict(CheckedIdentity row)
    {
        var verdict = Cell.Verdict(row.Holds);
        if (row.Identity.Remark.Length == 0) return verdict;
        return verdict with { Html = $"{verdict.Html} <small>{Html.Escape(row.Identity.Remark)}</small>", Text = $"{verdict.Text} {row.Identity.Remark}" };
    }
}
