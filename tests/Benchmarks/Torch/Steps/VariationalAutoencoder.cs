using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>The variational autoencoder of Kingma and Welling (2014) with 400 hidden units and 20 latent dimensions.</summary>
public sealed class VariationalAutoencoder : TrainingStep
{
    public static StepCase Case { get; } =
        new("vae", () => new VariationalAutoencoder(), new StepInput.Images(128), new StepInput.Normal(128, 20));

    private readonly Network _network = new();
    private readonly Adam _optimizer;

    private VariationalAutoencoder() => _optimizer = Adam(_network.parameters());

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => _network.parameters();

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var (x, epsilon) = (inputs[0], inputs[1]); // [128, 784], [128, 20]
        _optimizer.zero_grad();
        var (logits, mu, logVar) = _network.forward(x, epsilon);
        var reconstruction = functional.binary_cross_entropy_with_logits(logits, x, reduction: Reduction.Sum);
        var kl = -0.5 * (1 + logVar - mu.pow(2) - logVar.exp()).sum();
        var loss = (reconstruction + kl) / x.shape[0];
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();
    }

    private sealed class Network : Module<Tensor, Tensor, (Tensor Logits, Tensor Mu, Tensor LogVar)>
    {
        private readonly Linear _hidden = Linear(784, 400), _mu = Linear(400, 20), _logVar = Linear(400, 20);
        private readonly Linear _back = Linear(20, 400), _logits = Linear(400, 784);

        internal Network() : base("vae") => RegisterComponents();

        public override (Tensor Logits, Tensor Mu, Tensor LogVar) forward(Tensor x, Tensor epsilon)
        {
            var h = _hidden.call(x).relu();                // [N, 400]
            var (mu, logVar) = (_mu.call(h), _logVar.call(h));
            var z = mu + epsilon * (0.5 * logVar).exp();   // [N, 20]
            return (_logits.call(_back.call(z).relu()), mu, logVar);
        }
    }
}
