using Latent.Data;
using static TorchSharp.torch;

namespace Latent.Autoencoders;

/// <summary>How a Hopfield network learns its weights.</summary>
public enum StorageRule
{
    /// <summary>\(W = \tfrac1D\sum_m \xi_m\xi_m^\top\) without its diagonal (Hopfield 1982): holds about 0.138 D patterns if they are random.</summary>
    Hebb,

    /// <summary>The projection on the span of the patterns, without its diagonal (Personnaz et al. 1985): holds similar patterns, too.</summary>
    Projection,
}

/// <summary>
/// The associative memory of Hopfield (1982): units ±1, symmetric weights, and an energy \(E(s) = -\tfrac12 s^\top W s\) that no update raises. Started
/// from a spoilt pattern it settles in a nearby minimum, where, with luck, the pattern was stored.
/// </summary>
public sealed class HopfieldNetwork
{
    private readonly double[] _weights; // [D, D] row by row, symmetric, zero diagonal
    private readonly int _units;

    /// <summary>Stores patterns.</summary>
    /// <param name="patterns">[M, D] of −1 and 1, M ≥ 1.</param>
    /// <param name="rule">How weights are learnt.</param>
    /// <exception cref="ArgumentException">An entry is neither −1 nor 1.</exception>
    public HopfieldNetwork(Tensor patterns, StorageRule rule = StorageRule.Hebb)
    {
        Require.Matrix(patterns, nameof(patterns));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var xi = patterns.to_type(ScalarType.Float64); // [M, D]
        if (xi.abs().ne(1).any().item<bool>()) throw new ArgumentException("Expected patterns of −1 and 1; make grey images so with Spins.", nameof(patterns));
        _units = (int)xi.shape[1];
        var w = rule == StorageRule.Hebb ? xi.t().matmul(xi) / _units : linalg.pinv(xi).matmul(xi); // [D, D]
        _weights = (w - diag(diag(w))).contiguous().data<double>().ToArray();
    }

    /// <summary>Units, D.</summary>
    public int Units => _units;

    /// <summary>Grey images as spins: 1 where brighter than ½, else −1. [N, D] → [N, D] float64.</summary>
    public static Tensor Spins(Tensor images) => Binarization.Threshold(Require.Matrix(images, nameof(images))).to_type(ScalarType.Float64) * 2 - 1;

    /// <summary>\(E(s) = -\tfrac12 s^\top W s\) of each row: [N, D] → [N].</summary>
    public double[] Energies(Tensor states) => [.. Rows(states).Select(s => -0.5 * Enumerable.Range(0, _units).Sum(i => s[i] * Field(s, i)))];

    /// <summary>
    /// Updates unit after unit in random order, each to the sign of its input, until none changes: [N, D] → [N, D] float64. Ends always, as
    /// each change lowers the energy.
    /// </summary>
    /// <param name="states">[N, D] of −1 and 1; 0 where nothing is known.</param>
    /// <param name="generator">Source of the order.</param>
    public Tensor Recall(Tensor states, Generator generator)
    {
        var rows = Rows(states);
        var random = Xoshiro256.From(generator);
        var order = Enumerable.Range(0, _units).ToArray();
        foreach (var s in rows)
        {
            for (var changed = true; changed;)
            {
                changed = false;
                for (var i = 0; i < _units; i++)
                {
                    var j = random.Between(i, _units - 1);
                    (order[i], order[j]) = (order[j], order[i]);
                    var (unit, field) = (order[i], Field(s, order[i]));
                    var next = field > 1e-12 ? 1.0 : field < -1e-12 ? -1.0 : s[unit]; // no input: stay
                    changed |= next != s[unit];
                    s[unit] = next;
                }
            }
        }

        return tensor(rows.SelectMany(s => s).ToArray(), [rows.Count, _units], ScalarType.Float64);
    }

    private double Field(double[] s, int unit)
    {
        var row = _weights.AsSpan(unit * _units, _units);
        var sum = 0.0;
        for (var j = 0; j < _units; j++) sum += row[j] * s[j];
        return sum;
    }

    private List<double[]> Rows(Tensor states)
    {
        Require.Matrix(states, nameof(states), _units);
        using var copy = states.detach().to_type(ScalarType.Float64).contiguous();
        return [.. copy.data<double>().ToArray().Chunk(_units)];
    }
}
