using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Variational;

/// <summary>Dense layers with an activation between them; weights are uniform in \(\pm\sqrt{6/(\mathrm{in}+\mathrm{out})}\) (Glorot &amp; Bengio 2010), biases zero.</summary>
internal static class DenseNetwork
{
    /// <param name="sizes">Entries of the input, units of each hidden layer, entries of the output: at least two, each ≥ 1.</param>
    /// <param name="activation">Between layers; none follows the last.</param>
    /// <param name="precision">Type of the parameters.</param>
    /// <param name="generator">Source of the weights.</param>
    public static Sequential Of(int[] sizes, Activation activation, ScalarType precision, Generator generator) =>
        Sequential(sizes.Zip(sizes.Skip(1), (i, o) => Layer(i, o, precision, generator))
            .SelectMany((layer, i) => i == 0 ? [layer] : new Module<Tensor, Tensor>[] { Between(activation), layer }).ToArray());

    /// <summary>One linear layer.</summary>
    public static TorchSharp.Modules.Linear Layer(int inputs, int outputs, ScalarType precision, Generator generator)
    {
        var layer = nn.Linear(inputs, outputs, dtype: precision);
        Glorot.Uniform(layer.weight, generator);
        using var gradients = no_grad();
        layer.bias!.zero_();
        return layer;
    }

    private static Module<Tensor, Tensor> Between(Activation activation) => activation switch
    {
        Activation.Sigmoid => Sigmoid(),
        Activation.Tanh => Tanh(),
        Activation.Relu => ReLU(),
        Activation.Softplus => Softplus(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected sigmoid, tanh, relu or softplus."),
    };
}
