using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules
{
    /// <summary>
    /// A plain recurrent network (Elman 1990) over sequences: [T, N, in] → [T, N, directions · hidden], with the last states
    /// [layers · directions, N, hidden]. Without N, one sequence; with batchFirst, N before T.
    /// </summary>
    public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private static readonly Operator TanhRun = new("rnn_tanh.input"), TanhPacked = new("rnn_tanh.data");
        private static readonly Operator ReluRun = new("rnn_relu.input"), ReluPacked = new("rnn_relu.data");
        private readonly bool _relu;
        private readonly RecurrentWeights _weights;

        internal RNN(
            long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device,
            ScalarType? dtype) : base(nameof(RNN)) =>
            (_weights, _relu) = (new(this, inputSize, hiddenSize, numLayers, 1, bias, batchFirst, dropout, bidirectional, device, dtype), nonLinearity == nn.NonLinearities.ReLU);

        /// <summary>Runs over the sequences.</summary>
        /// <param name="input">The sequences.</param>
        /// <param name="h0">The first states, [layers · directions, N, hidden]; null means zeros.</param>
        /// <returns>All outputs of the last layer, and the last states.</returns>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            using var scope = NewDisposeScope();
            var (sequences, batch, alone) = _weights.Sequences(input);
            var first = _weights.State(h0, batch, alone, nameof(h0));
            var (output, h) = (_relu ? ReluRun : TanhRun).Call2(
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
            var (output, h) = (_relu ? ReluPacked : TanhPacked).Call2(
                Expect.Size(input.data, -1, _weights.InputSize, GetName()), input.batch_sizes, first, _weights.All, _weights.HasBias, _weights.Layers,
                _weights.Dropout, training, _weights.Bidirectional);
            return (scope.MoveToOuter(input.With(output)), scope.MoveToOuter(input.Unsorted(h)));
        }

        /// <summary>Does nothing: on the processor weights need not lie together.</summary>
        public void flatten_parameters()
        {
        }

        /// <summary>The weights of the input, of a layer (and direction, if there are two).</summary>
        public Parameter? get_weight_ih(long idx) => Weight(idx, 0);

        /// <summary>The weights of the former state, of a layer (and direction, if there are two).</summary>
        public Parameter? get_weight_hh(long idx) => Weight(idx, 1);

        /// <summary>The bias of the input, of a layer (and direction, if there are two), or null.</summary>
        public Parameter? get_bias_ih(long idx) => _weights.HasBias ? Weight(idx, 2) : null;

        /// <summary>The bias of the former state, of a layer (and direction, if there are two), or null.</summary>
        public Parameter? get_bias_hh(long idx) => _weights.HasBias ? Weight(idx, 3) : null;

        private Parameter Weight(long index, int kind) => index >= 0 && index < _weights.Layers * _weights.Directions
            ? (Parameter)_weights.All[index * (_weights.HasBias ? 4 : 2) + kind]
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {_weights.Layers * _weights.Directions} sets of weights.");
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>What squashes the states of a plain recurrent network.</summary>
            public enum NonLinearities
            {
                /// <summary>max(x, 0).</summary>
                ReLU = 0,
                /// <summary>The hyperbolic tangent.</summary>
                Tanh = 1,
            }

            /// <summary>A plain recurrent network (Elman 1990) over sequences.</summary>
            /// <param name="inputSize">The size of each step's input.</param>
            /// <param name="hiddenSize">The size of the states.</param>
            /// <param name="numLayers">How many layers lie one on the other.</param>
            /// <param name="nonLinearity">What squashes the states.</param>
            /// <param name="bias">Whether to add biases.</param>
            /// <param name="batchFirst">Whether N comes before T in input and output.</param>
            /// <param name="dropout">The probability of dropout between layers while training.</param>
            /// <param name="bidirectional">Whether to run backwards in time too.</param>
            /// <param name="device">Where the weights are.</param>
            /// <param name="dtype">Their type.</param>
            public static RNN RNN(
                long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false,
                double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
