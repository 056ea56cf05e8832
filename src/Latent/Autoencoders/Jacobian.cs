using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>The derivatives \(J_{ji} = \partial h_j / \partial x_i\) of a map that takes each row by itself, \(h = f(x)\).</summary>
public static class Jacobian
{
    /// <summary>Exactly, for any f: one backward pass over k copies of the rows, one copy for each output.</summary>
    /// <param name="map">f: [N, D] → [N, k]; no row's output may depend on another row.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="createGraph">Keep the derivatives differentiable, so that a penalty on them can be trained.</param>
    /// <returns>[N, k, D].</returns>
    /// <exception cref="ArgumentException">The map does not give a row for each row.</exception>
    public static Tensor Of(Func<Tensor, Tensor> map, Tensor x, bool createGraph = false)
    {
        ArgumentNullException.ThrowIfNull(map);
        Require.Matrix(x, nameof(x));
        using var enabled = enable_grad();
        using var scope = NewDisposeScope();
        var (n, d, k) = (x.shape[0], x.shape[1], Width(map, x));
        var copies = x.detach().repeat_interleave(k, 0).requires_grad_(true); // [N·k, D]
        var own = eye(k, dtype: x.dtype).repeat(n, 1); // [N·k, k]: copy j of a row is asked for output j
        var rows = autograd.grad([map(copies)], [copies], [own], create_graph: createGraph)[0]; // [N·k, D]
        return rows.reshape(n, k, d).MoveToOuterDisposeScope();
    }

    /// <summary>In closed form for dense layers, forward through them: \(J_{l} = \mathrm{diag}(s_l'(a_l))\, W_l\, J_{l-1}\). Differentiable.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="x">[N, D].</param>
    /// <returns>[N, k, D].</returns>
    public static Tensor Of(DenseLayers layers, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Tensor? jacobian = null;
        foreach (var layer in layers.Layers)
        {
            x = layer.Apply(x); // [N, out]
            var slope = layer.Activation.Slope(x).unsqueeze(2); // [N, out, 1]
            jacobian = slope * (jacobian is null ? layer.Weight.unsqueeze(0) : layer.Weight.matmul(jacobian)); // [N, out, D]
        }

        return jacobian!;
    }

    /// <summary>\(\|J\|_F\) at each row, without gradients, in chunks: [N].</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="rows">Rows a chunk, ≥ 1.</param>
    public static Tensor Norms(DenseLayers layers, Tensor x, int rows = 100) =>
        layers is { Layers: [var only] }
            ? x.MapRows(part => Contraction.ClosedForm(only, only.Apply(part)).sqrt())
            : x.MapRows(part => Of(layers, part).square().sum([1, 2]).sqrt(), rows);

    /// <summary>The singular values of the Jacobian at each row, largest first, without gradients: [N, min(k, D)].</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="x">[N, D].</param>
    /// <param name="rows">Rows a chunk, ≥ 1.</param>
    public static Tensor SingularValues(DenseLayers layers, Tensor x, int rows = 10) =>
        x.MapRows(part => Gram(Of(layers, part)), rows);

    // Roots of the eigenvalues of the smaller of JJᵀ and JᵀJ, in float64 so that squaring costs no more than half the digits of float32.
    private static Tensor Gram(Tensor jacobian)
    {
        var j = jacobian.to_type(ScalarType.Float64);
        var turned = j.transpose(1, 2);
        var eigenvalues = linalg.eigvalsh(j.shape[1] <= j.shape[2] ? j.matmul(turned) : turned.matmul(j)); // [n, m], ascending
        return eigenvalues.flip(1).clamp(0).sqrt();
    }

    private static long Width(Func<Tensor, Tensor> map, Tensor x)
    {
        using var silent = no_grad();
        using var scope = NewDisposeScope();
        var shape = map(x.narrow(0, 0, 1)).shape;
        return shape is [1, > 0] ? shape[1] : throw new ArgumentException($"Expected a map [N, {x.shape[1]}] → [N, k]; of one row it made [{string.Join(", ", shape)}].", nameof(map));
    }
}
