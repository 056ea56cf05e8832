using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Autoencoders;

/// <summary>Dense layers one after another: \(h_{l+1} = s_l(W_l h_l + b_l)\).</summary>
public sealed class DenseLayers : Module<Tensor, Tensor>
{
    private readonly Parameter[] weights, biases;
    private readonly bool transposed;

    private DenseLayers(Parameter[] weights, Parameter[] biases, IReadOnlyList<Activation> activations, bool transposed)
        : base(nameof(DenseLayers))
    {
        (this.weights, this.biases, this.transposed, Activations) = (weights, biases, transposed, [.. activations]);
        for (var l = 0; l < biases.Length; l++)
        {
            if (!transposed) register_parameter($"weight{l}", weights[l]);
            register_parameter($"bias{l}", biases[l]);
        }
    }

    /// <summary>The activation of each layer.</summary>
    public IReadOnlyList<Activation> Activations { get; }

    /// <summary>W of each layer: [out, in]. Of tied layers, the transposed weights of the layers they are tied to.</summary>
    public IReadOnlyList<Tensor> Weights => transposed ? [.. weights.Select(w => w.t())] : weights;

    /// <summary>b of each layer: [out].</summary>
    public IReadOnlyList<Tensor> Biases => biases;

    /// <summary>Entries of an input.</summary>
    public int Inputs => (int)weights[0].shape[transposed ? 0 : 1];

    /// <summary>Entries of an output.</summary>
    public int Outputs => (int)biases[^1].shape[0];

    /// <summary>The layers as values that share memory with the parameters.</summary>
    public IReadOnlyList<Layer> Layers => [.. Weights.Select((w, l) => new Layer(w, Biases[l], Activations[l]))];

    /// <summary>Layers with random weights and zero biases.</summary>
    /// <param name="sizes">Entries of the input, then units of each layer: at least two sizes, each ≥ 1.</param>
    /// <param name="activations">One for each layer.</param>
    /// <param name="generator">Source of the weights.</param>
    /// <param name="deviation">Standard deviation of Gaussian weights; null: uniform in \(\pm\sqrt{6/(\mathrm{in}+\mathrm{out})}\) (Glorot &amp; Bengio 2010), four times that before a sigmoid.</param>
    /// <param name="precision">Type of the parameters.</param>
    public static DenseLayers Random(
        IReadOnlyList<int> sizes, IReadOnlyList<Activation> activations, Generator generator, double? deviation = null, ScalarType precision = ScalarType.Float32)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(activations);
        Require.Generator(generator);
        if (sizes.Count < 2 || sizes.Any(s => s < 1))
            throw new ArgumentException($"Expected the sizes of an input and at least one layer, each ≥ 1, given [{string.Join(", ", sizes)}].", nameof(sizes));
        if (activations.Count != sizes.Count - 1)
            throw new ArgumentException($"Expected {sizes.Count - 1} activations, one for each layer, given {activations.Count}.", nameof(activations));
        if (deviation is { } d) Require.Positive(d, nameof(deviation));
        return new(
            [.. activations.Select((s, l) => Own(Draw(sizes[l], sizes[l + 1], s, generator, deviation, precision)))],
            [.. sizes.Skip(1).Select(size => Own(zeros([size], precision)))],
            activations, transposed: false);
    }

    /// <summary>Layers that start from copies of some values.</summary>
    /// <param name="layers">At least one; the outputs of each are the inputs of the next.</param>
    public static DenseLayers Of(params IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0) throw new ArgumentException("Expected at least one layer, given none.", nameof(layers));
        foreach (var (lower, upper) in layers.Zip(layers.Skip(1)))
        {
            if (lower.Outputs != upper.Inputs)
                throw new ArgumentException($"A layer of {lower.Outputs} outputs is followed by one of {upper.Inputs} inputs.", nameof(layers));
        }

        var own = layers.Select(l => l.Detached()).ToList();
        return new([.. own.Select(l => Own(l.Weight))], [.. own.Select(l => Own(l.Bias))], [.. layers.Select(l => l.Activation)], transposed: false);
    }

    /// <summary>The way back with tied weights: the same weights transposed and in reverse, with biases (zero at first) of its own.</summary>
    /// <param name="activations">One for each layer, the first one after the code first.</param>
    public DenseLayers Transposed(IReadOnlyList<Activation> activations)
    {
        ArgumentNullException.ThrowIfNull(activations);
        if (transposed) throw new InvalidOperationException("These layers are tied to others themselves.");
        if (activations.Count != weights.Length)
            throw new ArgumentException($"Tied weights need as many layers as the encoder, {weights.Length}, given {activations.Count}.", nameof(activations));
        Parameter[] back = [.. weights.Reverse()];
        return new(back, [.. back.Select(w => Own(zeros([w.shape[1]], w.dtype)))], activations, transposed: true);
    }

    /// <summary>[N, in] → [N, out].</summary>
    public override Tensor forward(Tensor x) => Through(x, weights.Length);

    /// <summary>What comes out of the first layers: [N, in] → [N, units of layer <paramref name="layers"/>].</summary>
    /// <param name="x">[N, in].</param>
    /// <param name="layers">How many layers, 0 … all.</param>
    public Tensor Through(Tensor x, int layers)
    {
        Require.Matrix(x, nameof(x), Inputs);
        Require.Range(layers, 0, weights.Length, nameof(layers), "the number of layers");
        for (var l = 0; l < layers; l++)
            x = Activations[l].Apply(functional.linear(x, transposed ? weights[l].t() : weights[l], biases[l])); // [N, units]
        return x;
    }

    private static Tensor Draw(int inputs, int outputs, Activation activation, Generator generator, double? deviation, ScalarType precision)
    {
        var weight = empty([outputs, inputs], precision);
        return deviation is { } d ? weight.normal_(0, d, generator) : Glorot.Uniform(weight, generator, gain: activation == Activation.Sigmoid ? 4 : 1);
    }

    private static Parameter Own(Tensor value)
    {
        var parameter = new Parameter(value, requires_grad: true);
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
