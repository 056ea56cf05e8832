using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Torch;

/// <summary>An LSTM that reads a digit row by row and predicts each row from those above it.</summary>
public sealed class RowLstm : TrainingStep
{
    public static StepCase Case { get; } = new("row-lstm", () => new RowLstm(), new StepInput.Images(128));

    private readonly Network _network = new();
    private readonly Adam _optimizer;

    private RowLstm() => _optimizer = Adam(_network.parameters());

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => _network.parameters();

    /// <inheritdoc/>
    protected override double Train(IReadOnlyList<Tensor> inputs)
    {
        var rows = inputs[0].view(-1, 28, 28); // [128, 28, 28]
        _optimizer.zero_grad();
        var loss = functional.binary_cross_entropy_with_logits(_network.call(rows), rows);
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();
    }

    private sealed class Network : Module<Tensor, Tensor>
    {
        private readonly LSTM _lstm = LSTM(28, 128, batchFirst: true);
        private readonly Linear _logits = Linear(128, 28);

        internal Network() : base("row-lstm") => RegisterComponents();

        public override Tensor forward(Tensor rows)
        {
            var above = cat([zeros_like(rows.narrow(1, 0, 1)), rows.narrow(1, 0, 27)], 1); // [N, 28, 28]
            var (h, _, _) = _lstm.call(above);                                             // [N, 28, 128]
            return _logits.call(h);
        }
    }
}
