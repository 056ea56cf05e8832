using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Tests.Data;

/// <summary>Data sets and the batches that loaders cut them into.</summary>
public class DataLoaderTests
{
    private sealed class Squares(long count) : Dataset
    {
        internal bool Disposed;

        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index) => index == 99
            ? throw new FormatException("no such file")
            : new() { ["number"] = tensor(index), ["square"] = tensor([index * index, 1.0]) };

        protected override void Dispose(bool disposing)
        {
            Disposed = true;
            base.Dispose(disposing);
        }
    }

    private static long[][] Numbers(DataLoader loader) => [.. loader.Select(b => b["number"].data<long>().ToArray())];

    [Theory, InlineData(1), InlineData(3)]
    public void Batches_come_in_order_and_are_stacked(int workers)
    {
        using var loader = DataLoader(new Squares(7), 3, num_worker: workers);
        Assert.Equal(3, loader.Count);
        Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], Numbers(loader));
        foreach (var batch in loader)
        {
            Assert.Equal([batch["number"].shape[0], 2], batch["square"].shape);
            Assert.True((batch["square"].select(1, 0) == batch["number"].square()).all().ToBoolean());
        }

        using var whole = DataLoader(new Squares(7), 3, drop_last: true);
        Assert.Equal(2, whole.Count);
        Assert.Equal([[0, 1, 2], [3, 4, 5]], Numbers(whole));
        Assert.Empty(DataLoader(new Squares(0), 3));
    }

    [Fact]
    public void The_same_seed_gives_the_same_order()
    {
        using var loader = DataLoader(new Squares(50), 8, shuffle: true, seed: 4);
        using var again = DataLoader(new Squares(50), 8, shuffle: true, seed: 4);
        using var other = DataLoader(new Squares(50), 8, shuffle: true, seed: 5);
        using var free = DataLoader(new Squares(50), 8, shuffle: true);
        var order = Numbers(loader);
        Assert.Equal(order, Numbers(loader));
        Assert.Equal(order, Numbers(again));
        Assert.NotEqual(order, Numbers(other));
        Assert.NotEqual(Numbers(free), Numbers(free));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), order.SelectMany(b => b).Order());
        Assert.Equal([[4, 2], [0]], Numbers(DataLoader(new Squares(5), 2, [4, 2, 0])));
    }

    [Fact]
    public void All_orders_are_equally_frequent()
    {
        const int n = 6000;
        var counts = Enumerable.Range(0, n).GroupBy(i => string.Join(' ', new Utils.FisherYatesShuffler(3, i))).Select(g => g.Count()).ToList();
        Assert.Equal(6, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, n / 6 - 150, n / 6 + 150)); // 5 standard deviations of 29
    }

    [Fact]
    public void Batches_are_disposed_with_the_next_and_the_set_with_the_loader()
    {
        var set = new Squares(4);
        using (var loader = DataLoader(set, 2))
        {
            var batches = new List<Tensor>();
            foreach (var batch in loader)
            {
                Assert.All(batches, b => Assert.True(b.IsInvalid));
                batches.Add(batch["square"]);
                Assert.False(batch["square"].IsInvalid);
            }

            Assert.All(batches, b => Assert.True(b.IsInvalid));
        }

        Assert.True(set.Disposed);
        var kept = new Squares(4);
        using (var scope = NewDisposeScope())
        {
            using var loader = DataLoader(kept, 2, disposeBatch: false, disposeDataset: false);
            var batches = loader.ToList();
            Assert.All(batches, b => Assert.False(b["square"].IsInvalid));
            Assert.Equal(4, scope.DisposablesCount);
        }

        Assert.False(kept.Disposed);
    }

    [Fact]
    public void Tensors_are_sets_of_rows_and_sets_can_be_joined()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (arange(12, float64).reshape(6, 2), arange(6));
        var rows = TensorDataset(x, y);
        Assert.Equal(6, rows.Count);
        Assert.Equal([4.0, 5], rows[2][0].data<double>().ToArray());
        using var loader = DataLoader(rows, 4);
        Assert.Equal([[4, 2], [2, 2]], loader.Select(b => b[0].shape).ToArray());
        Assert.Equal([[0, 1, 2, 3], [4, 5]], loader.Select(b => b[1].data<long>().ToArray()).ToArray());
        using var joined = ConcatDataset<IList<Tensor>>([rows, TensorDataset(x[..1], y[..1])]);
        Assert.Equal(7, joined.Count);
        Assert.Equal([6, 7], joined.cumulative_sizes);
        Assert.Equal(0, joined.GetTensor(6)[1].ToInt64());
        Assert.Equal(5, joined.GetTensor(-2)[1].ToInt64());
        Assert.Throws<ArgumentOutOfRangeException>(() => joined.GetTensor(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows[6]);
        Assert.Throws<ArgumentException>(() => TensorDataset(x, y[..2]));
        Assert.Throws<ArgumentException>(() => ConcatDataset<IList<Tensor>>([]));
    }

    [Theory, InlineData(1), InlineData(4)]
    public void Errors_of_the_set_come_out(int workers)
    {
        using var loader = DataLoader(new Squares(120), 50, num_worker: workers);
        Assert.Equal("no such file", Assert.Throws<FormatException>(() => loader.Count(b => b["number"].numel() > 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => DataLoader(new Squares(3), 0));
        Assert.Throws<ArgumentNullException>(() => DataLoader((Dataset)null!, 2));
    }

    [Fact]
    public void Batches_of_any_kind()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, double>(new Squares(5), 2, (samples, _) => samples.Sum(s => s["square"][0].ToDouble()));
        Assert.Equal([1.0, 13, 16], loader);
    }
}
