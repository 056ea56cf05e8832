using Latent.Variational;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Latent.Identities.Elbo;

/// <summary>The change of variables that a flow relies on.</summary>
public static class FlowIdentities
{
    private const double Step = 1e-5, Relative = 1e-7; // central differences: their error is of the order of the step's square

    /// <summary>The log determinant that a flow computes, against that of its Jacobian by differences, at several places.</summary>
    /// <param name="name">What the flow is called.</param>
    /// <param name="source">Where its formula is printed.</param>
    /// <param name="flow">In float64.</param>
    /// <param name="z">Places: [N, k] float64.</param>
    /// <param name="context">What the encoder tells: [N, c] float64.</param>
    public static Derivation LogDeterminant(string name, string source, PosteriorFlow flow, Tensor z, Tensor context)
    {
        ArgumentNullException.ThrowIfNull(flow);
        Require.Matrix(z, nameof(z), flow.Latent);
        ArgumentNullException.ThrowIfNull(context);
        if (z.dtype != ScalarType.Float64) throw new ArgumentException($"Expected float64 places, given {z.dtype}.", nameof(z));
        return new($"The determinant of a flow: {name}", [.. Enumerable.Range(0, (int)z.shape[0]).Select(i => new Identity(
            $"{name}, place {i + 1}", @"\ln\lvert\det \partial f/\partial z\rvert \text{ by its formula} = \text{by differences}", source, () =>
            {
                using var gradients = no_grad();
                using var scope = NewDisposeScope();
                var (at, told) = (z.narrow(0, i, 1), context.narrow(0, i, 1));
                var jacobian = Matrix<double>.Build.DenseOfRowArrays(Enumerable.Range(0, flow.Latent).Select(j =>
                {
                    var move = zeros_like(at);
                    move[0, j] = Step;
                    return ((flow.call(at + move, told).Z - flow.call(at - move, told).Z) / (2 * Step)).data<double>().ToArray();
                }).ToArray());
                return Evaluation.Exact(flow.call(at, told).LogDeterminant.item<double>(), Math.Log(Math.Abs(jacobian.Determinant())), Relative, scale: 1);
            }))]);
    }
}
