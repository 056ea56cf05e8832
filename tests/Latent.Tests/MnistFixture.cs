using Latent.Data;
using Latent.Linear;

[assembly: AssemblyFixture(typeof(Latent.Tests.MnistFixture))]

namespace Latent.Tests;

/// <summary>The real MNIST, loaded once a run, and PCA of its 60,000 training images.</summary>
public sealed class MnistFixture : IDisposable
{
    private readonly Lazy<DataSplit> _split = new(() => Mnist.Load());
    private readonly Lazy<SecondMoments> _moments;
    private readonly Lazy<Pca> _pca;

    public MnistFixture()
    {
        _moments = new(() => SecondMoments.Of(Train.Images));
        _pca = new(() => Pca.Fit(Moments));
    }

    public LabelledImages Train => _split.Value.Train;

    public LabelledImages Test => _split.Value.Test;

    public SecondMoments Moments => _moments.Value;

    public Pca Pca => _pca.Value;

    public void Dispose()
    {
        if (_split.IsValueCreated) _split.Value.Dispose();
        if (_moments.IsValueCreated) Moments.Dispose();
        if (_pca.IsValueCreated) Pca.Dispose();
    }
}
