using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The weights of a recurrent network, layer by layer and direction by direction, named as PyTorch names them; and what fits them.</summary>
internal sealed class RecurrentWeights
{
    private readonly string _kind;
    private readonly bool _batchFirst;

    /// <summary>Weights drawn uniformly from ±1 / √hidden.</summary>
    internal RecurrentWeights(
        nn.Module owner, long inputSize, long hiddenSize, long numLayers, long gates, bool bias, bool batchFirst, double dropout, bool bidirectional,
        Device? device, ScalarType? dtype)
    {
        (InputSize, HiddenSize, Layers) = (AtLeast(inputSize, 1), AtLeast(hiddenSize, 1), AtLeast(numLayers, 1));
        (HasBias, _batchFirst, Dropout, Bidirectional) = (bias, batchFirst, nn.functional.Probability(dropout), bidirectional);
        _kind = owner.GetName();
        var bound = 1 / Math.Sqrt(hiddenSize);
        List<Parameter> all = [];
        for (var layer = 0; layer < numLayers; layer++)
        {
            foreach (var suffix in bidirectional ? new[] { "", "_reverse" } : [""])
            {
                Add($"weight_ih_l{layer}{suffix}", gates * hiddenSize, layer == 0 ? inputSize : hiddenSize * Directions);
                Add($"weight_hh_l{layer}{suffix}", gates * hiddenSize, hiddenSize);
                if (!bias)
                    continue;
                Add($"bias_ih_l{layer}{suffix}", gates * hiddenSize);
                Add($"bias_hh_l{layer}{suffix}", gates * hiddenSize);
            }
        }

        All = [.. all];

        void Add(string name, params long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype, device));
            nn.init.uniform_(parameter, -bound, bound);
            owner.register_parameter(name, parameter);
            all.Add(parameter);
        }
    }

    internal long InputSize { get; }
    internal long HiddenSize { get; }
    internal long Layers { get; }
    internal bool HasBias { get; }
    internal double Dropout { get; }
    internal bool Bidirectional { get; }
    internal long Directions => Bidirectional ? 2 : 1;

    /// <summary>All weights in the order that the operators take them.</summary>
    internal Tensor[] All { get; }

    /// <summary>The input as a batch of sequences, time first: a lone sequence becomes a batch of one.</summary>
    /// <returns>The batch, its size, and whether the input was a lone sequence.</returns>
    internal (Tensor Batch, long Size, bool Alone) Sequences(Tensor input)
    {
        Expect.Dimensions(input, [2, 3], _kind);
        Expect.Size(input, -1, InputSize, _kind);
        Expect.Type(input, All[0], _kind);
        if (input.numel() == 0)
            throw new ArgumentException($"{_kind} needs at least one step of one sequence, not shape {input.Shaped()}.", nameof(input));
        if (input.ndim == 2)
            return (input.unsqueeze(1), 1, true);
        return (_batchFirst ? input.transpose(0, 1) : input.alias(), input.size(_batchFirst ? 0 : 1), false);
    }

    /// <summary>The result as the input was: without a batch, batch first or time first.</summary>
    internal Tensor Shaped(Tensor result, bool alone) => alone ? result.squeeze(1) : _batchFirst ? result.transpose(0, 1) : result.alias();

    /// <summary>A first state for each layer and direction: zeros, or one that is given.</summary>
    internal Tensor State(Tensor? given, long batch, bool alone, string name)
    {
        var count = Layers * Directions;
        if (given is null)
            return zeros([count, batch, HiddenSize], All[0].dtype, All[0].device);
        long[] expected = alone ? [count, HiddenSize] : [count, batch, HiddenSize];
        if (!given.shape.AsSpan().SequenceEqual(expected))
            throw new ArgumentException($"{_kind} expects states of shape [{string.Join(", ", expected)}], not {given.Shaped()}.", name);
        Expect.Type(given, All[0], _kind, name);
        return alone ? given.unsqueeze(1) : given.alias();
    }
}
