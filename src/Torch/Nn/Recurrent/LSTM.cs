using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Long short-term memory (Hochreiter and Schmidhuber 1997) over sequences: [T, N, in] → [T, N, directions · hidden], with the last states
    /// [layers · directions, N, hidden]. Without N, one sequence; with batchFirst, N before T.
    /// </summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private static readonly Operator Run = new("torchsharp::lstm.input"), RunPacked = new("lstm.data");
        private readonly RecurrentWeights _weights;

        internal LSTM(
            long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device,
            ScalarType? dtype) : base(nameof(LSTM)) =>
            _weights = new(this, inputSize, hiddenSize, numLayers, 4, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <summary>Runs over the sequences.</summary>
        /// <param name="input">The sequences.</param>
        /// <param name="h0_c0">The first hidden and cell states, [layers · directions, N, hidden] each; null means zeros.</param>
        /// <returns>All outputs of the last layer, the last hidden states, the last cell states.</returns>
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            using var scope = NewDisposeScope();
            var (sequences, batch, alone) = _weights.Sequences(input);
            Tensor[] first =
            [
                _weights.State(h0_c0?.Item1, batch, alone, nameof(h0_c0)),
                _weights.State(h0_c0?.Item2, batch, alone, nameof(h0_c0)),
            ];
            var (output, h, c) = Run.Call3(
                sequences, first, _weights.All, _weights.HasBias, _weights.Layers, _weights.Dropout, training, _weights.Bidirectional, false);
            return scope.MoveToOuter(_weights.Shaped(output, alone), alone ? h.squeeze(1) : h, alone ? c.squeeze(1) : c);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        /// <summary>Runs over sequences of different lengths.</summary>
        /// <param name="input">The sequences.</param>
        /// <param name="h0_c0">The first hidden and cell states, [layers · directions, N, hidden] each; null means zeros.</param>
        public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
        {
            ArgumentNullException.ThrowIfNull(input);
            using var scope = NewDisposeScope();
            Tensor[] first =
            [
                input.Sorted(_weights.State(h0_c0?.Item1, input.Count, false, nameof(h0_c0))),
                input.Sorted(_weights.State(h0_c0?.Item2, input.Count, false, nameof(h0_c0))),
            ];
            var (output, h, c) = RunPacked.Call3(
                Expect.Size(input.data, -1, _weights.InputSize, GetName()), input.batch_sizes, first, _weights.All, _weights.HasBias, _weights.Layers,
                _weights.Dropout, training, _weights.Bidirectional);
            var (hidden, cells) = scope.MoveToOuter(input.Unsorted(h), input.Unsorted(c));
            return (scope.MoveToOuter(input.With(output)), hidden, cells);
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
            /// <summary>Long short-term memory over sequences.</summary>
            /// <param name="inputSize">The size of each step's input.</param>
            /// <param name="hiddenSize">The size of the states.</param>
            /// <param name="numLayers">How many layers lie one on the other.</param>
            /// <param name="bias">Whether to add biases.</param>
            /// <param name="batchFirst">Whether N comes before T in input and output.</param>
            /// <param name="dropout">The probability of dropout between layers while training.</param>
            /// <param name="bidirectional">Whether to run backwards in time too.</param>
            /// <param name="device">Where the weights are.</param>
            /// <param name="dtype">Their type.</param>
            public static LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
