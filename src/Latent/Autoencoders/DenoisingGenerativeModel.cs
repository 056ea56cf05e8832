using System.Numerics;
using MathNet.Numerics;

namespace Latent.Autoencoders;

/// <summary>
/// The generative model behind a denoising autoencoder (Vincent et al. 2008, section 4.2): \(p(X,\tilde X,Y) = p(Y)\,p(X\mid Y)\,q_D(\tilde X\mid X)\), a code drawn
/// uniformly, decoded, then corrupted. Y takes the codes of all 2ᵈ corrupted patterns, so that every sum can be counted out.
/// </summary>
/// <param name="Account">The autoencoder and its world.</param>
public sealed record DenoisingGenerativeModel(DenoisingAccount Account)
{
    private DenoisingWorld World => Account.World;

    private int Codes => 1 << World.Pixels;

    /// <summary>\(q_D(\tilde x\mid x)\): of the C(d, m) masks, how many take exactly the ones that are missing.</summary>
    public double Corruption(int x, int corrupted)
    {
        if ((x & corrupted) != corrupted) return 0;
        int ones = BitOperations.PopCount((uint)x), missing = ones - BitOperations.PopCount((uint)corrupted), rest = World.Masked - missing;
        return missing > World.Masked || rest > World.Pixels - ones ? 0
            : SpecialFunctions.Binomial(World.Pixels - ones, rest) / SpecialFunctions.Binomial(World.Pixels, World.Masked);
    }

    /// <summary>\(\mathbb E_{q^0(\tilde X)}[\ln p(\tilde X)]\), with X and Y summed out.</summary>
    public double LogEvidence
    {
        get
        {
            double[] prior = [.. Enumerable.Range(0, Codes).Select(x => Enumerable.Range(0, Codes).Average(c => Math.Exp(-Account.Loss(x, c))))]; // p(x)
            return ByCorrupted().Sum(g => g.Sum(p => p.Probability) * Math.Log(Enumerable.Range(0, Codes).Sum(x => prior[x] * Corruption(x, g.Key))));
        }
    }

    /// <summary>The variational bound with \(q^*(X,Y\mid\tilde X) = q^0(X\mid\tilde X)\,\delta_{f(\tilde X)}(Y)\): the encoder is the approximate posterior.</summary>
    public double Bound => ByCorrupted().Sum(g => g.Sum(p =>
        p.Probability * (-Math.Log(Codes) - Account.Loss(p.X, g.Key) + Math.Log(Corruption(p.X, g.Key)) - Math.Log(p.Probability / g.Sum(q => q.Probability)))));

    /// <summary>What of the bound no parameter changes: \(-\ln M + \mathbb E\ln q_D(\tilde X\mid X) + H(X\mid\tilde X)\).</summary>
    public double Constant =>
        -Math.Log(Codes) + World.Joint.Sum(p => p.Probability * Math.Log(Corruption(p.X, p.Corrupted))) + Account.LeastConditionalEntropy;

    /// <summary>\(\mathbb E_{q^0(\tilde X)}\,\mathrm{KL}\bigl(q^*(X,Y\mid\tilde X)\,\|\,p(X,Y\mid\tilde X)\bigr)\), with the posterior of each x̃ normalised by itself.</summary>
    public double Divergence => ByCorrupted().Sum(g =>
    {
        var total = g.Sum(p => p.Probability);
        var likelihoods = Enumerable.Range(0, Codes).SelectMany(x => Enumerable.Range(0, Codes).Select(c => Math.Exp(-Account.Loss(x, c)) * Corruption(x, g.Key))).Sum();
        return g.Sum(p => p.Probability * Math.Log(p.Probability / total / (Math.Exp(-Account.Loss(p.X, g.Key)) * Corruption(p.X, g.Key) / likelihoods)));
    });

    private IEnumerable<IGrouping<int, (int X, int Corrupted, double Probability)>> ByCorrupted() => World.Joint.GroupBy(p => p.Corrupted);
}
