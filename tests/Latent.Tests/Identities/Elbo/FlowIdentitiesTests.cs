using Latent.Identities.Elbo;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Identities.Elbo;

public sealed class FlowIdentitiesTests
{
    [Fact]
    public void Flows_compute_the_determinants_of_their_jacobians()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        Tensor Draw(int columns) => randn([2, columns], ScalarType.Float64, generator: generator);
        var planar = new PlanarFlow(3, 2);
        AssertDerivation.Holds(FlowIdentities.LogDeterminant("planar", "a paper", planar, Draw(3), Draw(planar.Context)));
        AssertDerivation.Holds(FlowIdentities.LogDeterminant(
            "autoregressive", "a paper", new InverseAutoregressiveFlow(3, 2, 8, 4, generator, ScalarType.Float64), Draw(3), Draw(4)));
    }

    [Fact]
    public void A_flow_with_a_wrong_sign_is_noticed()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        var planar = new PlanarFlow(3, 2);
        var (z, context) = (randn([2, 3], ScalarType.Float64, generator: generator), randn([2, planar.Context], ScalarType.Float64, generator: generator));
        Assert.All(FlowIdentities.LogDeterminant("wrong", "nowhere", new Wrong(planar), z, context).Check(), row => Assert.False(row.Holds));
        Assert.Throws<ArgumentException>("z", () => FlowIdentities.LogDeterminant("float", "nowhere", planar, zeros(1, 3), zeros(1, planar.Context)));
    }

    private sealed class Wrong(PosteriorFlow flow) : PosteriorFlow(nameof(Wrong), flow.Latent, flow.Context)
    {
        public override (Tensor Z, Tensor LogDeterminant) forward(Tensor z, Tensor context)
        {
            var (to, log) = flow.call(z, context);
            return (to, -log);
        }
    }
}
