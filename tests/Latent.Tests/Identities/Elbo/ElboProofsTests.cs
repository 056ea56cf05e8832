using Latent.Identities.Elbo;

namespace Latent.Tests.Identities.Elbo;

public sealed class ElboProofsTests
{
    public static TheoryData<int, int> Cases
    {
        get
        {
            var all = new TheoryData<int, int>();
            for (var model = 0; model < ElboModels.All.Count; model++)
                for (var proof = 0; proof < ElboProofs.All.Count; proof++) all.Add(model, proof);
            return all;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_line_holds(int model, int proof)
    {
        foreach (var line in ElboProofs.All[proof].On(ElboModels.All[model]).Check())
        {
            Assert.True(line.Holds, $"{line.Identity.Name}: {line.Evaluation}");
            Assert.True(line.Evaluation.StandardError == 0 && line.Evaluation.Method.Kind == ElboModels.All[model].Method.Kind);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_slip_of_every_line_fails(int model, int proof)
    {
        var slips = ElboProofs.All[proof].Lines.SelectMany(line => line.Slips()).ToList();
        Assert.All(ElboProofs.All[proof].Lines, line => Assert.NotEmpty(line.Slips()));
        foreach (var (slip, line) in slips)
        {
            var checkedLine = line.On(ElboModels.All[model]).Check();
            Assert.False(checkedLine.Holds, $"{slip} goes unnoticed in {line.Name}: {checkedLine.Evaluation}");
        }
    }

    [Fact]
    public void The_bound_is_tight_at_the_posterior_and_only_there()
    {
        Assert.True(ElboProofs.Tight(ElboModels.Discrete).Holds());
        Assert.True(ElboProofs.Tight(ElboModels.Linear).Holds());
        Assert.True(ElboModels.All.All(model => model.Divergence(Density.Posterior).Value > 1e-3));
    }

    [Fact]
    public void The_page_shows_what_is_computed() => Assert.Equal(
        @"\mathbb{E}_q\Bigl[\ln \frac{p(x,z)}{q(z)}\Bigr] = -\mathrm{KL}\bigl(q\,\|\,p(z)\bigr)+\mathbb{E}_q\Bigl[\ln p(x\mid z)\Bigr]",
        ElboProofs.MultiplyByOne.Lines[^1].Latex);
}
