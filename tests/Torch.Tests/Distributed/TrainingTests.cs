namespace TorchSharp.Tests.Distributed;

public class TrainingTests
{
    private static readonly string[] Options = ["sgd", "adam+views", "small-buckets", "unused+small-buckets", "accumulate"];

    [Fact]
    public void Ranks_that_share_batches_learn_as_one_process_does()
    {
        var alone = Ranks.Run(1, ["train", "60", .. Options])[0];
        var ranks = Ranks.Run(3, ["train", "60", .. Options]);
        Assert.All(ranks, rank => Assert.True(rank.Code == 0, rank.Errors));
        foreach (var options in Options)
        {
            var losses = Numbers(alone.All($"{options} loss"));
            Assert.Equal(12, losses.Length);
            Assert.True(losses[^1] < losses[0]);
            foreach (var rank in ranks)
            {
                Assert.All(losses.Zip(Numbers(rank.All($"{options} loss"))), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
                Assert.All(
                    Numbers(alone[$"{options} parameters"].Split(' ')).Zip(Numbers(rank[$"{options} parameters"].Split(' '))),
                    pair => Assert.Equal(pair.First, pair.Second, 1e-5));
                Assert.Equal(ranks[0][$"{options} parameters"], rank[$"{options} parameters"]);
            }
        }
    }

    private static double[] Numbers(IEnumerable<string> texts) => [.. texts.Select(double.Parse)];
}
