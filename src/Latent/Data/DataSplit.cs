namespace Latent.Data;

/// <summary>A data set's images to learn from and its images to judge by.</summary>
/// <param name="Train">Images to fit models to.</param>
/// <param name="Test">Images that no model sees while it is fitted.</param>
public sealed record DataSplit(LabelledImages Train, LabelledImages Test) : IDisposable
{
    /// <summary>The first images of each part: <paramref name="train"/> and <paramref name="test"/> of them.</summary>
    public DataSplit Take(int train, int test) => new(Train.Take(train), Test.Take(test));

    /// <summary>Frees the memory of both parts.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
    }
}
