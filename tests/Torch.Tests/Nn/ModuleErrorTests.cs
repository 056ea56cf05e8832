using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>Wrong arguments of layers are named before native code runs.</summary>
public class ModuleErrorTests
{
    private static string Fault(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    [Fact]
    public void Sizes_that_cannot_be_are_named_when_a_layer_is_made()
    {
        Assert.Contains("in_channels is 3, which does not divide into 2 groups", Fault(() => nn.Conv2d(3, 4, 3, groups: 2)));
        Assert.Contains("out_channels is 3", Fault(() => nn.ConvTranspose2d(4, 3, 3, groups: 2)));
        Assert.Contains("kernel_size must be at least 1, not 0", Fault(() => nn.Conv1d(3, 4, 0)));
        Assert.Contains("stride must be at least 1", Fault(() => nn.Conv2d(3, 4, 3, stride: 0)));
        Assert.Contains("strides of 1", Fault(() => nn.Conv2d(3, 4, 3, Padding.Same, stride: 2)));
        Assert.Contains("num_channels is 4, which does not divide into 3 num_groups", Fault(() => nn.GroupNorm(3, 4)));
        Assert.Contains("num_features must be at least 1", Fault(() => nn.BatchNorm1d(0)));
        Assert.Contains("normalized_shape must be at least 1", Fault(() => nn.LayerNorm(0)));
        Assert.Contains("num_embeddings must be at least 1", Fault(() => nn.Embedding(0, 3)));
        Assert.Contains("padding_idx must lie in the table of 5 rows, not be 5", Fault(() => nn.Embedding(5, 3, padding_idx: 5)));
        Assert.Contains("hiddenSize must be at least 1", Fault(() => nn.LSTM(3, 0)));
        Assert.Contains("numLayers must be at least 1", Fault(() => nn.GRU(3, 2, numLayers: 0)));
        Assert.Contains("embedded_dim is 5, which does not divide into 2 num_heads", Fault(() => nn.MultiheadAttention(5, 2)));
        Assert.Contains("between 0 and 1", Fault(() => nn.AlphaDropout(-0.1)));
        Assert.Contains("Give either output_size or output_ratio", Fault(() => nn.FractionalMaxPool2d(2)));
        Assert.Contains("upscale_factor must be at least 1", Fault(() => nn.PixelShuffle(0)));
        Assert.Contains("kernel_size must be at least 1", Fault(() => nn.MaxPool2d(0)));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named_when_a_layer_is_called()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("Linear expects size 3 in dimension -1, but the shape is [2, 4]", Fault(() => nn.Linear(3, 2).call(ones(2, 4))));
        Assert.Contains("Conv2d expects size 3", Fault(() => nn.Conv2d(3, 4, 3).call(ones([1, 2, 5, 5]))));
        Assert.Contains("Conv1d takes tensors of 2 or 3 dimensions, not of shape [3]", Fault(() => nn.Conv1d(3, 4, 3).call(ones(3))));
        Assert.Contains("BatchNorm1d expects size 3 in dimension 1", Fault(() => nn.BatchNorm1d(3).call(ones(2, 4))));
        Assert.Contains("more than one value", Fault(() => nn.BatchNorm1d(3).call(ones(1, 3))));
        Assert.Contains("ends in [3, 4], not [2, 3]", Fault(() => nn.LayerNorm([3, 4]).call(ones(2, 3))));
        Assert.Contains("LSTM expects size 3 in dimension -1", Fault(() => nn.LSTM(3, 2).call(ones([4, 1, 2]))));
        Assert.Contains("states of shape [1, 2, 4], not [1, 4]", Fault(() => nn.GRU(3, 4).call(ones([5, 2, 3]), ones(1, 4))));
        Assert.Contains("state of shape [5, 4], not [5, 3]", Fault(() => nn.RNNCell(3, 4).call(ones(5, 3), ones(5, 3))));
        Assert.Contains("takes Int64 or Int32 places, not Float32", Fault(() => nn.Embedding(5, 3).call(ones(2))));
        Assert.Contains("does not divide by 4", Fault(() => nn.PixelShuffle(2).call(ones([1, 6, 2, 2]))));
        Assert.Contains("even size to be halved; the shape is [2, 3]", Fault(() => nn.GLU().call(ones(2, 3))));
        Assert.Contains("Lengths must fall: [2, 3]", Fault(() => nn.utils.rnn.pack_padded_sequence(ones([3, 2, 1]), tensor([2L, 3L]))));
        Assert.Contains("out of reach: dimension 0 can have 7 to 8", Fault(() => nn.ConvTranspose1d(1, 1, 3, stride: 2).call(ones([1, 1, 3]), [9])));
        Assert.Contains("Bilinear does not fit", Fault(() => nn.Upsample(size: [4], mode: UpsampleMode.Bilinear).call(ones([1, 1, 2]))));
    }

    [Fact]
    public void Types_and_targets_that_do_not_fit_are_named()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("Linear has Float32 parameters, but the tensor is Float64", Fault(() => nn.Linear(3, 2).call(ones([2, 3], float64))));
        Assert.Contains("GRUCell has Float32 parameters", Fault(() => nn.GRUCell(3, 2).call(ones([2, 3], float64))));
        Assert.Contains("The target has shape [3]; expected the input's, [2, 3]", Fault(() => nn.MSELoss().call(ones(2, 3), ones(3))));
        Assert.Contains("Int64 classes of shape [2]", Fault(() => nn.CrossEntropyLoss().call(ones(2, 3), tensor([1L, 2L, 0L]))));
        Assert.Contains("3 weights are needed", Fault(() => nn.NLLLoss(ones(2)).call(ones(2, 3), tensor([1L, 2L]))));
        Assert.Contains("p must be 1 or 2, not 3", Fault(() => nn.MultiMarginLoss(3).call(ones(2, 3), tensor([1L, 2L]))));
        Assert.Contains("variance is negative", Fault(() => nn.GaussianNLLLoss().call(ones(2, 3), ones(2, 3), -ones(2, 3))));
        Assert.Contains("Offsets go with one list", Fault(() => nn.EmbeddingBag(5, 3).call(tensor([1L, 2L]))));
    }

    [Fact]
    public void A_disposed_module_says_so()
    {
        using var input = ones(2, 3);
        foreach (nn.Module<Tensor, Tensor> module in new nn.Module<Tensor, Tensor>[] { nn.Linear(3, 2), nn.Sequential(nn.Linear(3, 2)), nn.BatchNorm1d(3) })
        {
            module.Dispose();
            Assert.Throws<ObjectDisposedException>(() => module.call(input));
        }
    }
}
