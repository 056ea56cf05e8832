using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of long short-term memory: [N, in] and two states [N, hidden] → the next two; or the same without N.</summary>
    public sealed class LSTMCell : RecurrentCell<(Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private static readonly Operator Step = new("lstm_cell");

        internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LSTMCell), inputSize, hiddenSize, 4, bias, device, dtype)
        {
        }

        /// <summary>Computes the next hidden and cell state.</summary>
        /// <param name="input">The input.</param>
        /// <param name="h0_c0">The former hidden and cell state; null means zeros.</param>
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            using var scope = NewDisposeScope();
            var batch = Batch(input);
            Tensor[] former = [Former(h0_c0?.Item1, input, nameof(h0_c0)), Former(h0_c0?.Item2, input, nameof(h0_c0))];
            var (h, c) = Step.Call2(batch, former, weight_ih, weight_hh, bias_ih, bias_hh);
            return input.ndim == 1 ? scope.MoveToOuter(h.squeeze(0), c.squeeze(0)) : scope.MoveToOuter(h, c);
        }

        /// <inheritdoc cref="forward"/>
        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
    }

    /// <summary>One step of a gated recurrent unit: [N, in] and a state [N, hidden] → the next; or the same without N.</summary>
    public sealed class GRUCell : RecurrentCell<Tensor?, Tensor>
    {
        private static readonly Operator Step = new("gru_cell");

        internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(GRUCell), inputSize, hiddenSize, 3, bias, device, dtype)
        {
        }

        /// <summary>Computes the next state.</summary>
        /// <param name="input">The input.</param>
        /// <param name="h0">The former state; null means zeros.</param>
        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            var h = Step.Call(Batch(input), Former(h0, input, nameof(h0)), weight_ih, weight_hh, bias_ih, bias_hh);
            return scope.MoveToOuter(input.ndim == 1 ? h.squeeze(0) : h);
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
    }

    /// <summary>One step of a plain recurrent network: [N, in] and a state [N, hidden] → the next; or the same without N.</summary>
    public sealed class RNNCell : RecurrentCell<Tensor?, Tensor>
    {
        private static readonly Operator TanhStep = new("rnn_tanh_cell"), ReluStep = new("rnn_relu_cell");
        private readonly Operator _step;

        internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(RNNCell), inputSize, hiddenSize, 1, bias, device, dtype) =>
            _step = nonLinearity == nn.NonLinearities.ReLU ? ReluStep : TanhStep;

        /// <summary>Computes the next state.</summary>
        /// <param name="input">The input.</param>
        /// <param name="h0">The former state; null means zeros.</param>
        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            var h = _step.Call(Batch(input), Former(h0, input, nameof(h0)), weight_ih, weight_hh, bias_ih, bias_hh);
            return scope.MoveToOuter(input.ndim == 1 ? h.squeeze(0) : h);
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of long short-term memory.</summary>
            public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);

            /// <summary>One step of a gated recurrent unit.</summary>
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);

            /// <summary>One step of a plain recurrent network.</summary>
            public static RNNCell RNNCell(
                long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}
