namespace Latent.Identities;

/// <summary>An equation that runs.</summary>
/// <param name="Name">What it says, in a few words.</param>
/// <param name="Latex">The equation in LaTeX, without delimiters.</param>
/// <param name="Source">Where the equation is printed.</param>
/// <param name="Evaluate">Computes both sides, independently of each other.</param>
public sealed record Identity(string Name, string Latex, string Source, Func<Evaluation> Evaluate)
{
    /// <summary>
    /// True when this is the form printed in a source although it is wrong: it is expected to fail, and stands beside the right one.
    /// </summary>
    public bool IsErratum { get; init; }

    /// <summary>What is wrong with the printed form, or another remark; empty when there is none.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The form printed in a source although it is wrong.</summary>
    /// <param name="name">What it says.</param>
    /// <param name="latex">The equation as printed.</param>
    /// <param name="source">Where it is printed.</param>
    /// <param name="remark">What is wrong with it.</param>
    /// <param name="evaluate">Computes both sides as printed.</param>
    public static Identity AsPrinted(string name, string latex, string source, string remark, Func<Evaluation> evaluate) =>
        new(name, latex, source, evaluate) { IsErratum = true, Remark = remark };

    /// <summary>Computes both sides and keeps the result beside the equation.</summary>
    public CheckedIdentity Check() => new(this, Evaluate());
}

/// <summary>An identity and the numbers it came to.</summary>
/// <param name="Identity">The equation.</param>
/// <param name="Evaluation">Its two sides.</param>
public sealed record CheckedIdentity(Identity Identity, Evaluation Evaluation)
{
    /// <summary>Whether the two sides agree.</summary>
    public bool Holds => Evaluation.Holds;

    /// <summary>Whether it came out as it should: an identity holds, a misprint fails.</summary>
    public bool AsExpected => Holds != Identity.IsErratum;
}
