using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What recurrent cells share: the weights of input and former state, drawn uniformly from ±1 / √hidden.</summary>
/// <typeparam name="TState">The former state.</typeparam>
/// <typeparam name="TResult">The next state.</typeparam>
public abstract class RecurrentCell<TState, TResult> : nn.Module<Tensor, TState, TResult>
{
    private protected RecurrentCell(string name, long inputSize, long hiddenSize, long gates, bool bias, Device? device, ScalarType? dtype) : base(name)
    {
        (input_size, hidden_size) = (AtLeast(inputSize, 1), AtLeast(hiddenSize, 1));
        weight_ih = Drawn(gates * hiddenSize, inputSize);
        weight_hh = Drawn(gates * hiddenSize, hiddenSize);
        if (bias)
            (bias_ih, bias_hh) = (Drawn(gates * hiddenSize), Drawn(gates * hiddenSize));

        Parameter Drawn(params long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype, device));
            nn.init.uniform_(parameter, -1 / Math.Sqrt(hiddenSize), 1 / Math.Sqrt(hiddenSize));
            return parameter;
        }
    }

    /// <summary>The weights of the input, [gates · hidden, in].</summary>
    public Parameter weight_ih { get; set => field = Replaced(field, value); }

    /// <summary>The weights of the former state, [gates · hidden, hidden].</summary>
    public Parameter weight_hh { get; set => field = Replaced(field, value); }

    /// <summary>The bias of the input, [gates · hidden], or null.</summary>
    public Parameter? bias_ih { get; set => field = Replaced(field, value); }

    /// <summary>The bias of the former state, [gates · hidden], or null.</summary>
    public Parameter? bias_hh { get; set => field = Replaced(field, value); }

    /// <summary>The size of the input.</summary>
    public long input_size { get; }

    /// <summary>The size of the state.</summary>
    public long hidden_size { get; }

    /// <summary>The input as a batch [N, in]; a lone vector becomes a batch of one.</summary>
    private protected Tensor Batch(Tensor input)
    {
        Expect.Size(Expect.Dimensions(input, [1, 2], GetName()), -1, input_size, GetName());
        Expect.Type(input, weight_ih, GetName());
        return input.ndim == 1 ? input.unsqueeze(0) : input.alias();
    }

    /// <summary>The former state as a batch [N, hidden]: zeros, or one that is given.</summary>
    private protected Tensor Former(Tensor? given, Tensor input, string name)
    {
        long[] expected = [.. input.shape[..^1], hidden_size];
        if (given is null)
            return zeros(input.ndim == 1 ? [1, hidden_size] : expected, input.dtype, input.device);
        if (!given.shape.AsSpan().SequenceEqual(expected))
            throw new ArgumentException($"{GetName()} expects a state of shape [{string.Join(", ", expected)}], not {given.Shaped()}.", name);
        Expect.Type(given, weight_hh, GetName(), name);
        return given.ndim == 1 ? given.unsqueeze(0) : given.alias();
    }
}
