using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Gated recurrent units (Cho et al. 2014) over sequences: [T, N, in] → [T, N, directions · hidden], with the last states
    /// [layers · directions, N, hidden]. Without N, one sequence; with batchFirst, N before T.
    /// </summary>
    public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private static readonly Operator Run = new("gru.input"), RunPacked = new("gru.data");
        private readonly RecurrentWeights _weights;

        internal GRU(
            long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device,
            ScalarType? dtype) : base(nameof(GRU)) =>
            _weights = new(this, inputSize, hiddenSize, numLayers, 3, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <summary>Runs over the sequences.</summary>
        /// <param name="input">The sequences.</param>
        /// <param name="h0">The first states, [layers · directions, N, hidden]; null means zeros.</param>
        /// <returns>All outputs of the last layer, and the last states.</returns>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            var (sequences, batch, alone) = _weights.Sequences(input);
            var first = _weights.State(h0, batch, alone, nameof(h0));
            var (output, h) = Run.Call2(
                sequences, first, _weights.All, _weights.HasBias, _weights.Layers, _weights.Dropout, training, _weights.Bidirectional, false);
            return scope.MoveToOuter(_weights.Shaped(output, alone), alone ? h.squeeze(1) : h);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        /// <summary>Runs over sequences of different lengths.</summary>
        /// <param name="input">The sequences.</param>
        /// <param name="h0">The first states, [layers · directions, N, hidden]; null means zeros.</param>
        public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
        {
            ArgumentNullException.ThrowIfNull(input);
            using var scope = NewDisposeScope();
            var first = input.Sorted(_weights.State(h0, input.Count, false, nameof(h0)));
            var (output, h) = RunPacked.Call2(
                Expect.Size(input.data, -1, _weights.InputSize, GetName()), input.batch_sizes, first, _weights.All, _weights.HasBias, _weights.Layers,
                _weights.Dropout, training, _weights.Bidirectional);
            return (scope.MoveToOuter(input.With(output)), scope.MoveToOuter(input.Unsorted(h)));
        }

        /// <summary>Does nothing: on the processor weights need not lie together.</summary>
        public void flatten_parameters()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Gated recurrent units (Cho et al. 2014) over sequences.</summary>
            /// <param name="inputSize">The size of each step's input.</param>
            /// <param name="hiddenSize">The size of the states.</param>
            /// <param name="numLayers">How many layers lie one on the other.</param>
            /// <param name="bias">Whether to add biases.</param>
            /// <param name="batchFirst">Whether N comes before T in input and output.</param>
            /// <param name="dropout">The probability of dropout between layers while training.</param>
            /// <param name="bidirectional">Whether to run backwards in time too.</param>
            /// <param name="device">Where the weights are.</param>
            /// <param name="dtype">Their type.</param>
            public static GRU GRU(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
