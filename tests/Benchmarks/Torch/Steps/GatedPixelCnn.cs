using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>
/// Gated PixelCNN (van den Oord et al. 2016) of five layers with 32 channels: a stack that sees the rows above, and one that sees the
/// pixels to the left and the first stack. Binary cross-entropy of each pixel given those before it.
/// </summary>
public sealed class GatedPixelCnn : TrainingStep
{
    private const int Channels = 32, Layers = 5;

    public static StepCase Case { get; } = new("gated-pixelcnn", () => new GatedPixelCnn(), new StepInput.Images(32));

    private readonly Network _network = new();
    private readonly Adam _optimizer;

    private GatedPixelCnn() => _optimizer = Adam(_network.parameters());

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => _network.parameters();

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var x = inputs[0].view(-1, 1, 28, 28); // [32, 1, 28, 28]
        _optimizer.zero_grad();
        var loss = functional.binary_cross_entropy_with_logits(_network.call(x), x);
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();
    }

    private sealed class Network : Module<Tensor, Tensor>
    {
        private readonly Layer[] _layers = [.. Enumerable.Range(0, Layers).Select(i => new Layer(i == 0 ? 1 : Channels, first: i == 0))];
        private readonly Conv2d _out = Conv2d(Channels, 1, 1);

        internal Network() : base("gated-pixelcnn")
        {
            foreach (var (i, layer) in _layers.Index())
                register_module($"layer{i}", layer);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            var (vertical, horizontal) = (x, x);
            foreach (var layer in _layers)
                (vertical, horizontal) = layer.forward(vertical, horizontal);
            return _out.call(horizontal.relu()); // [N, 1, 28, 28]
        }
    }

    // v′ = gate(V ∗ v);  h′ = gate(H ∗ h + L (V ∗ v)), plus h after the first layer;  gate(a, b) = tanh(a) σ(b)
    private sealed class Layer : Module<Tensor, Tensor, (Tensor Vertical, Tensor Horizontal)>
    {
        private readonly Conv2d _vertical, _horizontal, _link, _out;
        private readonly bool _first;

        internal Layer(int inputs, bool first) : base("layer")
        {
            _first = first;
            _vertical = Conv2d(inputs, 2 * Channels, (2, 3), padding: (2, 1));
            _horizontal = Conv2d(inputs, 2 * Channels, (1, 2), padding: (0, first ? 2 : 1));
            _link = Conv2d(2 * Channels, 2 * Channels, 1);
            _out = Conv2d(Channels, Channels, 1);
            RegisterComponents();
        }

        public override (Tensor Vertical, Tensor Horizontal) forward(Tensor vertical, Tensor horizontal)
        {
            var (height, width) = (vertical.size(2), vertical.size(3));
            // Padded on both sides and cut: the first rows of the result see only the rows above, the first columns only pixels to the left.
            var v = _vertical.call(vertical).narrow(2, 0, height);      // [N, 64, 28, 28]
            var h = _horizontal.call(horizontal).narrow(3, 0, width) + _link.call(v);
            var gated = _out.call(Gate(h));                             // [N, 32, 28, 28]
            return (Gate(v), _first ? gated : gated + horizontal);
        }

        private static Tensor Gate(Tensor x)
        {
            var parts = x.chunk(2, 1);
            return parts[0].tanh() * parts[1].sigmoid();
        }
    }
}
