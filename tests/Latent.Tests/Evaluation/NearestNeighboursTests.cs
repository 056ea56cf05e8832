using Latent.Evaluation;
using static TorchSharp.torch;

namespace Latent.Tests.Evaluation;

public sealed class NearestNeighboursTests
{
    [Theory]
    [InlineData(Distance.Euclid), InlineData(Distance.Cosine)]
    public void They_are_those_of_sorting_all_distances(Distance distance)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        var (items, queries) = (randn([50, 4], ScalarType.Float64, generator: generator), randn([7, 4], ScalarType.Float64, generator: generator));
        var found = NearestNeighbours.Of(queries, items, 5, distance);
        double[][] Rows(Tensor t) => [.. t.Values().Chunk(4)];
        double Far(double[] a, double[] b) => distance == Distance.Euclid
            ? a.Zip(b, (p, q) => (p - q) * (p - q)).Sum()
            : 1 - a.Zip(b, (p, q) => p * q).Sum() / Math.Sqrt(a.Sum(p => p * p) * b.Sum(q => q * q));
        var expected = Rows(queries).SelectMany(q => Rows(items).Index().OrderBy(item => Far(q, item.Item)).Take(5).Select(item => (long)item.Index));
        Assert.Equal(expected, found.data<long>().ToArray());
    }

    [Fact]
    public void Precision_counts_neighbours_of_the_querys_class()
    {
        using var scope = NewDisposeScope();
        var neighbours = tensor(new long[] { 0, 1, 2, 3 }).reshape(2, 2);
        var precision = NearestNeighbours.Precision(neighbours, tensor(new long[] { 5, 6 }), tensor(new long[] { 5, 5, 6, 5 }));
        Assert.Equal(0.75, precision.Value, 1e-12);
        Assert.Throws<ArgumentException>("queryLabels", () => NearestNeighbours.Precision(neighbours, tensor(new long[] { 5 }), tensor(new long[] { 5 })));
        Assert.Throws<ArgumentOutOfRangeException>("k", () => NearestNeighbours.Of(zeros(2, 3), zeros(4, 3), 5));
        Assert.Throws<ArgumentException>("queries", () => NearestNeighbours.Of(zeros(2, 2), zeros(4, 3), 1));
    }
}
