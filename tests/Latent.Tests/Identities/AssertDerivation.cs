using Latent.Identities;

namespace Latent.Tests.Identities;

/// <summary>Asserts of derivations that name the line which fails.</summary>
internal static class AssertDerivation
{
    /// <summary>Every identity holds, every misprint fails, and each line says what it is and where it is from.</summary>
    public static void Holds(Derivation derivation)
    {
        foreach (var line in derivation.Check())
        {
            Assert.True(line.AsExpected, $"{derivation.Title}: {line.Identity.Name}: {line.Evaluation}");
            Assert.NotEmpty(line.Identity.Latex);
            Assert.NotEmpty(line.Identity.Source);
        }
    }
}
