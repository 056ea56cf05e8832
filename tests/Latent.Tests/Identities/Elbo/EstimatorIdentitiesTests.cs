using Latent.Identities;
using Latent.Identities.Elbo;
using Latent.Variational;
using static TorchSharp.torch;

namespace Latent.Tests.Identities.Elbo;

public sealed class EstimatorIdentitiesTests
{
    private static readonly SmoothFunction Joint = SmoothFunction.LogJoint(0.8, z => Math.Tanh(1.5 * z), z => 1.5 * (1 - Math.Pow(Math.Tanh(1.5 * z), 2)), 0.16);
    private static readonly Gaussian Q = new(0.4, 0.3);

    [Fact]
    public void Both_gradients_are_right_on_average()
    {
        using var generator = new Generator(1);
        AssertDerivation.Holds(EstimatorIdentities.Gradients(Joint, Q, 50_000, generator));
    }

    [Fact]
    public void The_derivative_given_is_the_derivative()
    {
        foreach (var z in new[] { -2.0, -0.3, 0.9 })
            Assert.Equal((Joint.Value(z + 1e-5) - Joint.Value(z - 1e-5)) / 2e-5, Joint.Derivative(z), 1e-8);
    }

    [Fact]
    public void A_wrong_derivative_is_noticed()
    {
        using var generator = new Generator(1);
        var wrong = Joint with { Derivative = z => 1.05 * Joint.Derivative(z) };
        Assert.False(EstimatorIdentities.Gradients(wrong, Q, 50_000, generator).Holds());
    }

    [Fact]
    public void The_error_falls_as_one_over_root_L_over_three_decades()
    {
        using var generator = new Generator(2);
        AssertDerivation.Holds(EstimatorIdentities.SampleSizes(Joint.Value, Q, 200, generator, 1, 10, 100, 1000));
    }

    [Fact]
    public void The_closed_divergence_is_the_sampled_one_on_average()
    {
        using var generator = new Generator(4);
        AssertDerivation.Holds(EstimatorIdentities.RaoBlackwell(ElboModels.Scalar, 20_000, generator));
    }

    [Fact]
    public void More_importance_samples_never_loosen_the_bound()
    {
        using var generator = new Generator(5);
        var derivation = BoundIdentities.ImportanceWeighted(ElboModels.Scalar, 2_000, generator, 1, 5, 50);
        AssertDerivation.Holds(derivation);
        var bounds = derivation.Check().Skip(1).Select(line => line.Evaluation).ToList();
        Assert.True(bounds[0].Difference > 4 * bounds[0].StandardError, "five samples are better than one beyond doubt");
        Assert.Throws<ArgumentException>("counts", () => BoundIdentities.ImportanceWeighted(ElboModels.Scalar, 100, generator, 1, 3, 50));
    }

    [Fact]
    public void A_reader_can_bring_a_model()
    {
        var model = new DecoderModel<double>(x => new(0.7 * x, 0.3), (x, z) => new Gaussian(Math.Sin(2 * z), 0.5).LogDensity(x), "sine");
        AssertDerivation.Holds(Derivation.Check(model, 0.4));
    }
}
