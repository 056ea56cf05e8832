namespace Latent.Identities.Elbo;

/// <summary>How the two sides of a line relate.</summary>
public enum Relation
{
    /// <summary>Left = right.</summary>
    Equal,

    /// <summary>Left ≥ right.</summary>
    AtLeast,
}

/// <summary>An expression with a factor.</summary>
/// <param name="Factor">Not 0.</param>
/// <param name="Expression">What is multiplied.</param>
public readonly record struct Term(double Factor, Expression Expression)
{
    /// <summary>An expression once.</summary>
    public static implicit operator Term(Expression expression) => new(1, expression);

    /// <summary>The term with its sign turned.</summary>
    public static Term operator -(Term term) => term with { Factor = -term.Factor };

    /// <summary>The value on a model, in nats.</summary>
    public Quantity ValueOn(IElboModel model) => Factor * Expression.ValueOn(model);
}

/// <summary>
/// A line of a derivation: two sums of terms and how they relate. Its LaTeX and its numbers come from the same terms, so that the page cannot show
/// one thing and compute another.
/// </summary>
/// <param name="Name">What the step does.</param>
/// <param name="Left">The terms on the left, at least one.</param>
/// <param name="Relation">How the sides relate.</param>
/// <param name="Right">The terms on the right, at least one.</param>
/// <param name="Source">Where the line is printed.</param>
public sealed record Line(string Name, IReadOnlyList<Term> Left, Relation Relation, IReadOnlyList<Term> Right, string Source)
{
    /// <summary>What is wrong with a line that is printed so; empty for a right one.</summary>
    public string Erratum { get; init; } = "";

    /// <summary>The line in LaTeX.</summary>
    public string Latex => $"{Sum(Left)} {(Relation == Relation.Equal ? "=" : @"\ge")} {Sum(Right)}";

    /// <summary>The line as an identity on a model.</summary>
    public Identity On(IElboModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(Name, Latex, Source, () => Evaluate(model)) { IsErratum = Erratum.Length > 0, Remark = Erratum };
    }

    /// <summary>
    /// Every line that differs from this one by one slip: a term with the wrong sign, twice or half as large, or forgotten; for an inequality,
    /// which survives scaling and the loss of some terms by its nature, the sides exchanged.
    /// </summary>
    public IEnumerable<(string Slip, Line Line)> Slips()
    {
        if (Relation == Relation.AtLeast) return [("the sides exchanged", this with { Left = Right, Right = Left })];
        return Each(Left, (side, name) => this with { Name = name, Left = side }).Concat(Each(Right, (side, name) => this with { Name = name, Right = side }));
    }

    private IEnumerable<(string, Line)> Each(IReadOnlyList<Term> side, Func<IReadOnlyList<Term>, string, Line> with)
    {
        for (var i = 0; i < side.Count; i++)
        {
            var (term, at) = (side[i], i);
            if (term.Expression is Expression.Number { Amount: 0 }) continue;
            IReadOnlyList<Term> Changed(Func<Term, Term> change) => [.. side.Select((t, j) => j == at ? change(t) : t)];
            yield return Slip($"the sign of {term.Expression.Latex}", Changed(t => -t));
            yield return Slip($"twice {term.Expression.Latex}", Changed(t => t with { Factor = 2 * t.Factor }));
            yield return Slip($"half of {term.Expression.Latex}", Changed(t => t with { Factor = t.Factor / 2 }));
            yield return Slip($"without {term.Expression.Latex}", Changed(t => t with { Factor = 0 }));
        }

        (string, Line) Slip(string what, IReadOnlyList<Term> changed) => (what, with(changed, $"{Name}, {what}"));
    }

    private Evaluation Evaluate(IElboModel model)
    {
        var left = Total(Left, model);
        var right = Total(Right, model);
        var difference = left + -1 * right;
        var rounding = Evaluation.DefaultRelative * difference.Size;
        var tolerance = 4 * difference.StandardError + rounding;
        if (Relation == Relation.AtLeast) tolerance = Math.Max(tolerance, left.Value - right.Value);
        return new(left.Value, right.Value, tolerance, difference.StandardError, model.Method);
    }

    private static Quantity Total(IReadOnlyList<Term> side, IElboModel model) =>
        side.Select(term => term.ValueOn(model)).Aggregate((sum, next) => sum + next);

    private static string Sum(IReadOnlyList<Term> side) => string.Concat(side.Select((term, i) =>
        (term.Factor < 0 ? "-" : i > 0 ? "+" : "") + Multiple(Math.Abs(term.Factor)) + term.Expression.Latex));

    private static string Multiple(double factor) => factor switch
    {
        1 => "",
        0.5 => @"\tfrac12 ",
        _ => FormattableString.Invariant($@"{factor:G6}\,"),
    };
}
