using System.Diagnostics;
using System.Globalization;
using Latent.Data;
using Latent.Evaluation.Svm;
using static TorchSharp.torch;

namespace Latent.Tests.Evaluation;

public sealed class SupportVectorMachineTests(MnistFixture mnist)
{
    [Fact]
    public void A_ring_around_a_disc_is_separated_and_needs_few_vectors()
    {
        using var scope = NewDisposeScope();
        var angle = rand([200, 1], generator: new Generator(1)) * (2 * Math.PI);
        var radius = cat([full([100, 1], 0.5f), full([100, 1], 1.5f)], 0);
        var x = cat([radius * angle.cos(), radius * angle.sin()], 1);
        var images = new LabelledImages(x, cat([zeros([100], ScalarType.Int64), ones([100], ScalarType.Int64)], 0), 1, 2, "ring");
        using var machine = SupportVectorMachine.Train(images, new(C: 10, Gamma: 1));
        Assert.Equal(0, machine.Error(images).Errors);
        Assert.InRange(machine.SupportVectors, 4, 120);
    }

    // An independent implementation's wrapper of the same optimisation problem: scikit-learn's SVC with the same C and γ.
    [Theory]
    [InlineData(3_000)]
    [InlineData(0)] // without room for the kernel matrix
    public void Predictions_are_those_of_scikit_learn(double kernelMegabytes)
    {
        // in the order of the classes, as ties between pairs go to the class that came first
        var (first, labels) = (mnist.Train.Take(600), mnist.Train.Take(600).LabelArray());
        using var sorted = first.At([.. Enumerable.Range(0, 600).OrderBy(i => labels[i]).Select(i => (long)i)]);
        using var machine = SupportVectorMachine.Train(sorted, new(C: 5, Gamma: 0.02, KernelMegabytes: kernelMegabytes));
        using var predicted = machine.Predict(mnist.Test.Take(1_300).Images);
        const string Script = """
            import sys, numpy as np
            from sklearn.svm import SVC
            def idx(name, offset, n, shape): return np.fromfile(sys.argv[1] + '/' + name, np.uint8, offset=offset)[:n].reshape(shape)
            x = idx('train-images-idx3-ubyte', 16, 600 * 784, (600, 784)) / 255; y = idx('train-labels-idx1-ubyte', 8, 600, -1)
            t = idx('t10k-images-idx3-ubyte', 16, 1300 * 784, (1300, 784)) / 255
            print(*SVC(C=5, gamma=0.02, tol=1e-3).fit(x, y).predict(t))
            """;
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script, Path.Combine(DataFolder.Resolve(), "mnist")]) { RedirectStandardOutput = true })!;
        long[] expected = [.. python.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => long.Parse(w, CultureInfo.InvariantCulture))];
        Assert.Equal(expected, predicted.data<long>().ToArray());
    }

    [Fact]
    public void Bad_input_is_named()
    {
        var few = mnist.Train.Take(50);
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportVectorMachine.Train(few, new(C: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportVectorMachine.Train(few, new(Gamma: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportVectorMachine.Train(few, new(KernelMegabytes: -1)));
        Assert.Contains("two classes", Assert.Throws<ArgumentException>(() => SupportVectorMachine.Train(mnist.Train.OfClass(3).Take(5))).Message, StringComparison.Ordinal);
        using var machine = SupportVectorMachine.Train(few);
        using var wrong = zeros([2, 5]);
        Assert.Contains("given [2, 5]", Assert.Throws<ArgumentException>(() => machine.Predict(wrong)).Message, StringComparison.Ordinal);
    }
}
