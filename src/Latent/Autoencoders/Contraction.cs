using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>
/// The penalty of the contractive autoencoder, \(\|J_f(x)\|_F^2 = \sum_{ij} (\partial h_j/\partial x_i)^2\) (Rifai et al. 2011): codes should hardly
/// move when the input does. Three ways to compute it, one number for each row.
/// </summary>
public static class Contraction
{
    /// <summary>
    /// \(\sum_j s'(a_j)^2 \sum_i W_{ji}^2\) for one dense layer; with a sigmoid \(s' = h_j(1-h_j)\). Costs a product of a matrix and a vector.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="code">What it put out: [N, k].</param>
    /// <returns>[N].</returns>
    public static Tensor ClosedForm(Layer layer, Tensor code)
    {
        ArgumentNullException.ThrowIfNull(layer);
        Require.Matrix(code, nameof(code), layer.Outputs);
        return layer.Activation.Slope(code).square().matmul(layer.Weight.square().sum([1])); // [N, k] · [k]
    }

    /// <summary>For any encoder, by its exact Jacobian.</summary>
    /// <param name="encoder">f: [N, D] → [N, k], row by row.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="createGraph">Keep it differentiable, for training.</param>
    /// <returns>[N].</returns>
    public static Tensor Exact(Func<Tensor, Tensor> encoder, Tensor x, bool createGraph = false) =>
        Jacobian.Of(encoder, x, createGraph).square().sum([1, 2]);

    /// <summary>
    /// For any encoder, on average right (Hutchinson 1989): \(\mathbb E_v \|J^\top v\|^2 = \|J\|_F^2\) with independent signs \(v_j = \pm 1\). One backward
    /// pass a probe, however many units there are.
    /// </summary>
    /// <param name="encoder">f: [N, D] → [N, k], row by row.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="generator">Source of the signs.</param>
    /// <param name="probes">Signs drawn for each row, ≥ 1.</param>
    /// <param name="createGraph">Keep it differentiable, for training.</param>
    /// <returns>[N].</returns>
    public static Tensor Hutchinson(Func<Tensor, Tensor> encoder, Tensor x, Generator generator, int probes = 1, bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        Require.Matrix(x, nameof(x));
        Require.Generator(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(probes, 1);
        using var enabled = enable_grad();
        using var scope = NewDisposeScope();
        var input = x.detach().clone().requires_grad_(true);
        var code = encoder(input); // [N, k]
        var each = Enumerable.Range(0, probes).Select(_ =>
        {
            var signs = randint(0, 2, code.shape, code.dtype, generator: generator) * 2 - 1; // [N, k]
            return autograd.grad([code], [input], [signs], retain_graph: true, create_graph: createGraph)[0].square().sum([1]); // [N]
        });
        return stack([.. each], 0).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>The penalty of an autoencoder whose encoder is one dense layer, in closed form; give it to <see cref="AutoencoderTrainingOptions.Penalty"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="weight">λ ≥ 0: what it counts in the loss.</param>
    /// <exception cref="ArgumentException">The encoder has more layers; use <see cref="ContractiveAutoencoder.Loss"/>.</exception>
    public static Func<Tensor, Penalty> Of(Autoencoder model, double weight)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.NotNegative(weight, nameof(weight));
        if (model.Encoder is not DenseLayers { Layers: [_] } encoder)
            throw new ArgumentException("The closed form is of an encoder of one dense layer; ContractiveAutoencoder.Loss takes any.", nameof(model));
        return code => new("Contraction", weight, ClosedForm(encoder.Layers[0], code).mean());
    }
}
