using static TorchSharp.torch;

namespace Latent.Linear;

/// <summary>What a reconstruction puts on the directions that the code drops.</summary>
public enum Dropped
{
    /// <summary>The mean of the data: the optimal constant.</summary>
    Mean,

    /// <summary>Zero, as when the mean is forgotten: never better, and worse by the mean's part in those directions.</summary>
    Zero,
}

/// <summary>
/// Principal component analysis (Pearson 1901, Hotelling 1933): the eigenvectors of the covariance,
/// \(C u_j = \lambda_j u_j\), \(\lambda_1 \ge \lambda_2 \ge \dots\). Coding with the first k of them and decoding,
/// \(\hat x = \mu + U_k U_k^\top (x-\mu)\), leaves the least mean squared error of all k-dimensional linear codes:
/// \(\sum_{j>k} \lambda_j\).
/// </summary>
/// <remarks>
/// Exact, in float64, through the D×D covariance and LAPACK. Errors are summed over dimensions and averaged over rows.
/// The sign of each component makes its entry of largest magnitude positive, so a fit is the same every time.
/// </remarks>
public sealed class Pca : IDisposable
{
    private Pca(Tensor mean, Tensor components, double[] eigenvalues, int rank, long sampleSize)
    {
        Mean = mean;
        Components = components;
        Eigenvalues = eigenvalues;
        Rank = rank;
        SampleSize = sampleSize;
    }

    /// <summary>The mean μ of the data: [D] float64.</summary>
    public Tensor Mean { get; }

    /// <summary>The principal directions as orthonormal columns, most variance first: [D, R] float64.</summary>
    public Tensor Components { get; }

    /// <summary>The D variances along the principal directions, descending, ≥ 0; those from Rank on are rounding.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <summary>R, the directions in which the data vary: eigenvalues above D·ε of the largest (ε = 2⁻⁵²).</summary>
    public int Rank { get; }

    /// <summary>N, the rows fitted to.</summary>
    public long SampleSize { get; }

    /// <summary>D, the columns of the data.</summary>
    public int Dimensions => (int)Mean.shape[0];

    /// <summary>The total variance: the sum of all eigenvalues.</summary>
    public double TotalVariance => Eigenvalues.Sum();

    /// <summary>Fits to the rows of <paramref name="x"/>. The caller disposes the result.</summary>
    /// <param name="x">[N, D] float32 or float64, finite.</param>
    /// <exception cref="ArgumentException">Not a matrix, or an entry is NaN or infinite.</exception>
    public static Pca Fit(Tensor x)
    {
        using var moments = SecondMoments.Of(x);
        return Fit(moments);
    }

    /// <summary>Fits to the mean and covariance of some data.</summary>
    public static Pca Fit(SecondMoments moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        using var scope = NewDisposeScope();
        var (ascending, vectors) = linalg.eigh(moments.Covariance); // [D], [D, D]
        var eigenvalues = ascending.flip(0).data<double>().ToArray().Select(l => Math.Max(l, 0)).ToArray();
        var tolerance = eigenvalues[0] * eigenvalues.Length * Math.ScaleB(1, -52);
        var rank = eigenvalues.Count(l => l > tolerance);
        var components = WithFixedSigns(vectors.flip(1).narrow(1, 0, rank)); // [D, R]
        return new(moments.Mean.clone().DetachFromDisposeScope(), components.DetachFromDisposeScope(), eigenvalues, rank, moments.SampleSize);
    }

    /// <summary>The first k principal directions: [D, k], sharing memory.</summary>
    public Tensor Directions(int k) => Components.narrow(1, 0, Checked(k));

    /// <summary>Codes \(z = U_k^\top (x-\mu)\).</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="k">Components kept, 0 … Rank.</param>
    /// <returns>[N, k] float64.</returns>
    public Tensor Encode(Tensor x, int k)
    {
        Require.Matrix(x, nameof(x), Dimensions);
        using var directions = Directions(k);
        return Rows.Map(x, rows => (rows - Mean).matmul(directions));
    }

    /// <summary>Reconstructions \(\hat x = \mu + U_k z\).</summary>
    /// <param name="z">[N, k], k ≤ Rank.</param>
    /// <returns>[N, D] float64.</returns>
    public Tensor Decode(Tensor z)
    {
        Require.Floating(z, nameof(z));
        if (z.dim() != 2 || z.shape[1] > Rank)
        {
            throw new ArgumentException($"Expected codes [N, k], k ≤ {Rank}, given [{string.Join(", ", z.shape)}].", nameof(z));
        }

        using var directions = Directions((int)z.shape[1]);
        return Rows.Map(z, rows => rows.matmul(directions.t()) + Mean);
    }

    /// <summary>Codes with k components and decodes again.</summary>
    /// <param name="x">[N, D].</param>
    /// <param name="k">Components kept, 0 … Rank.</param>
    /// <param name="dropped">What stands on the dropped directions.</param>
    /// <returns>[N, D] float64.</returns>
    public Tensor Reconstruct(Tensor x, int k, Dropped dropped = Dropped.Mean)
    {
        Require.Matrix(x, nameof(x), Dimensions);
        using var directions = Directions(k);
        return Rows.Map(x, rows => dropped == Dropped.Mean
            ? (rows - Mean).matmul(directions).matmul(directions.t()) + Mean
            : rows.matmul(directions).matmul(directions.t()));
    }

    /// <summary>The squared error of each row's reconstruction, summed over dimensions.</summary>
    /// <returns>[N] float64.</returns>
    public Tensor SquaredErrors(Tensor x, int k, Dropped dropped = Dropped.Mean)
    {
        Require.Matrix(x, nameof(x), Dimensions);
        Checked(k);
        return Rows.Map(x, rows => (rows - Reconstruct(rows, k, dropped)).square().sum([1]));
    }

    /// <summary>The mean over rows of the squared error of the reconstruction from k components, summed over dimensions.</summary>
    public double ReconstructionError(Tensor x, int k, Dropped dropped = Dropped.Mean)
    {
        using var errors = SquaredErrors(x, k, dropped);
        return errors.mean().item<double>();
    }

    /// <summary>
    /// <see cref="ReconstructionError"/> for several k from one coding:
    /// \(\|x-\hat x\|^2 = \|x-\mu\|^2 - \sum_{j\le k} z_j^2\).
    /// </summary>
    /// <param name="x">[N, D].</param>
    /// <param name="ks">Numbers of components, each 0 … Rank.</param>
    /// <returns>The errors, in the order of <paramref name="ks"/>.</returns>
    public double[] ReconstructionErrors(Tensor x, IEnumerable<int> ks)
    {
        Require.Matrix(x, nameof(x), Dimensions);
        ArgumentNullException.ThrowIfNull(ks);
        int[] wanted = [.. ks.Select(Checked)];
        using var scope = NewDisposeScope();
        using var directions = Directions(wanted.DefaultIfEmpty(0).Max());
        var squares = Rows.Map(x, rows =>
        {
            var centred = rows - Mean; // [n, D]
            var total = centred.square().sum([1], keepdim: true); // [n, 1]
            return cat([total, centred.matmul(directions).square()], 1).sum([0], keepdim: true); // [1, 1 + k]
        }).sum([0]).data<double>().ToArray();
        return [.. wanted.Select(k => (squares[0] - squares.AsSpan(1, k).ToArray().Sum()) / x.shape[0])];
    }

    /// <summary>\(\sum_{j>k} \lambda_j\): the reconstruction error of the data fitted to.</summary>
    public double DiscardedVariance(int k) => Eigenvalues.Skip(Checked(k)).Reverse().Sum();

    /// <summary>The part of the total variance that k components keep, in [0, 1].</summary>
    public double ExplainedVariance(int k) => 1 - DiscardedVariance(k) / TotalVariance;

    /// <summary>Frees the memory of mean and components.</summary>
    public void Dispose()
    {
        Mean.Dispose();
        Components.Dispose();
    }

    /// <summary>Turns each column so that its entry of largest magnitude is positive.</summary>
    internal static Tensor WithFixedSigns(Tensor columns)
    {
        using var scope = NewDisposeScope();
        var largest = columns.abs().argmax(0).unsqueeze(0); // [1, k]
        return (columns * columns.gather(0, largest).sign()).contiguous().MoveToOuterDisposeScope();
    }

    private int Checked(int k) => Require.Range(k, 0, Rank, nameof(k), $"components (the rank of the data is {Rank})");
}
