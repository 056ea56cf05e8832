using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>One line for each case of modules.py.</summary>
internal static partial class ModuleCases
{
    internal static readonly Dictionary<string, ModuleCase> All =
        Activations().Concat(Layers()).Concat(Convolutions()).Concat(Poolings()).Concat(Normalizations()).Concat(Recurrents()).Concat(Attentions())
            .Concat(Losses()).ToDictionary(c => c.Name);

    private static IEnumerable<ModuleCase> Activations() =>
    [
        new("relu", () => ReLU()),
        new("relu6", () => ReLU6()),
        new("leaky_relu", () => LeakyReLU(0.2)),
        new("elu", () => ELU(1.5)),
        new("celu", () => CELU(0.7)),
        new("selu", () => SELU()),
        new("silu", () => SiLU()),
        new("mish", () => Mish()),
        new("gelu", GELU),
        new("sigmoid", Sigmoid),
        new("log_sigmoid", LogSigmoid),
        new("tanh", Tanh),
        new("hardtanh", () => Hardtanh(-0.5, 0.7)),
        new("softplus", () => Softplus(2, 3)),
        new("softsign", Softsign),
        new("hardsigmoid", () => Hardsigmoid()),
        new("hardswish", () => Hardswish()),
        new("hardshrink", () => Hardshrink(0.3)),
        new("softshrink", () => Softshrink(0.3)),
        new("tanhshrink", Tanhshrink),
        new("threshold", () => Threshold(0.1, 2)),
        new("prelu", () => PReLU(1)),
        new("prelu_channels", () => PReLU(3, 0.1)),
        new("rrelu", () => RReLU(0.1, 0.6)),
        new("rrelu_eval", () => RReLU(0.1, 0.6), Train: false),
        new("softmax", () => Softmax(1)),
        new("log_softmax", () => LogSoftmax(-1)),
        new("softmin", () => Softmin(1)),
        new("softmax2d", Softmax2d),
        new("glu", () => GLU(1)),
    ];

    private static IEnumerable<ModuleCase> Layers()
    {
        foreach (var mode in Enum.GetValues<EmbeddingBagMode>())
            yield return new("embedding_bag_" + mode.ToString().ToLowerInvariant(), () => EmbeddingBag(7, 3, mode: mode), (m, x) => [((EmbeddingBag)m).call(x[0])]);
        foreach (var suffix in new[] { "", "_eval" })
        {
            yield return new("dropout" + suffix, () => Dropout(0.3), Train: suffix == "");
            yield return new("dropout1d" + suffix, () => Dropout1d(0.4), Train: suffix == "");
            yield return new("dropout1d_lone" + suffix, () => Dropout1d(0.4), Train: suffix == "");
            yield return new("dropout2d" + suffix, () => Dropout2d(0.4), Train: suffix == "");
            yield return new("dropout3d" + suffix, () => Dropout3d(0.4), Train: suffix == "");
            yield return new("alpha_dropout" + suffix, () => AlphaDropout(0.3), Train: suffix == "");
            yield return new("feature_alpha_dropout" + suffix, () => FeatureAlphaDropout(0.3), Train: suffix == "");
        }

        yield return new("linear", () => Linear(5, 3));
        yield return new("linear_no_bias", () => Linear(5, 3, hasBias: false));
        yield return new("bilinear_layer", () => Bilinear(3, 4, 2));
        yield return new("sequential", () => Sequential(Linear(6, 8), Tanh(), Linear(8, 2)));
        yield return new("identity", Identity);
        yield return new("flatten", () => Flatten());
        yield return new("unflatten", () => Unflatten(1, [3, 2]));
        yield return new("embedding", () => Embedding(7, 3));
        // The padding has no derivative by definition, and long rows are shortened in place.
        yield return new("embedding_padding", () => Embedding(7, 3, padding_idx: 2, max_norm: 1), Smooth: false);
        yield return new(
            "embedding_bag_offsets", () => EmbeddingBag(7, 3, mode: EmbeddingBagMode.Sum), (m, x) => [((EmbeddingBag)m).call(x[0], x[1], x[2])]);
        yield return new("cosine_similarity", () => CosineSimilarity(1));
        yield return new("pairwise_distance", () => PairwiseDistance(3, keepdim: true));
        yield return new("constant_pad1d", () => ConstantPad1d((2, 1), 1.5));
        yield return new("constant_pad2d", () => ConstantPad2d((2, 1, 0, 3), 1.5));
        yield return new("constant_pad3d", () => ConstantPad3d((2, 1, 0, 1, 1, 2), 1.5));
        yield return new("reflection_pad1d", () => ReflectionPad1d((2, 1)));
        yield return new("reflection_pad2d", () => ReflectionPad2d((2, 1, 0, 3)));
        yield return new("reflection_pad3d", () => ReflectionPad3d((2, 1, 0, 1, 1, 2)));
        yield return new("replication_pad1d", () => ReplicationPad1d((2, 1)));
        yield return new("replication_pad2d", () => ReplicationPad2d((2, 1, 0, 3)));
        yield return new("replication_pad3d", () => ReplicationPad3d((2, 1, 0, 1, 1, 2)));
        yield return new("zero_pad2d", () => ZeroPad2d((1, 2, -1, 0)));
    }

    private static IEnumerable<ModuleCase> Normalizations() =>
    [
        new("batch_norm1d", () => BatchNorm1d(3)),
        new("batch_norm1d_average", () => BatchNorm1d(3, 1e-5, null)),
        new("batch_norm2d", () => BatchNorm2d(3, momentum: 0.3)),
        new("batch_norm3d", () => BatchNorm3d(2, affine: false)),
        new("batch_norm_eval", () => BatchNorm1d(3), Train: false),
        new("instance_norm1d", () => InstanceNorm1d(3)),
        new("instance_norm1d_lone", () => InstanceNorm1d(3, affine: true)),
        new("instance_norm2d", () => InstanceNorm2d(3, affine: true, track_running_stats: true)),
        new("instance_norm3d", () => InstanceNorm3d(2, affine: true)),
        new("group_norm", () => GroupNorm(2, 4)),
        new("layer_norm", () => LayerNorm([3, 4])),
        new("layer_norm_plain", () => LayerNorm(4, elementwise_affine: false)),
        new("local_response_norm", () => LocalResponseNorm(3, alpha: 0.5, beta: 0.7, k: 1.2)),
    ];

    private static IEnumerable<ModuleCase> Recurrents()
    {
        yield return new("lstm", () => LSTM(3, 4));
        yield return new("lstm_deep", () => LSTM(3, 2, numLayers: 2, bidirectional: true, batchFirst: true, dropout: 0.4));
        yield return new("lstm_lone", () => LSTM(3, 2, bias: false));
        yield return new("lstm_packed", () => LSTM(3, 2, bidirectional: true), (m, x) =>
            ((LSTM)m).call(Packed(x)) is var (sequence, h, c) ? [Unpacked(sequence), h, c] : []);
        yield return new("gru", () => GRU(3, 4));
        yield return new("gru_deep", () => GRU(3, 2, numLayers: 2, bidirectional: true, batchFirst: true, dropout: 0.4));
        yield return new("gru_lone", () => GRU(3, 2, bias: false));
        yield return new("gru_packed", () => GRU(3, 2, bidirectional: true), (m, x) =>
            ((GRU)m).call(Packed(x)) is var (sequence, h) ? [Unpacked(sequence), h] : []);
        yield return new("rnn", () => RNN(3, 4));
        yield return new("rnn_deep", () => RNN(3, 2, numLayers: 2, bidirectional: true, batchFirst: true, dropout: 0.4));
        yield return new("rnn_lone", () => RNN(3, 2, bias: false));
        yield return new("rnn_packed", () => RNN(3, 2, bidirectional: true), (m, x) =>
            ((RNN)m).call(Packed(x)) is var (sequence, h) ? [Unpacked(sequence), h] : []);
        yield return new("rnn_relu", () => RNN(3, 4, nonLinearity: NonLinearities.ReLU));
        yield return new("lstm_cell", () => LSTMCell(3, 4));
        yield return new("gru_cell", () => GRUCell(3, 4));
        yield return new("rnn_cell", () => RNNCell(3, 4, NonLinearities.ReLU));
        yield return new("rnn_cell_start", () => RNNCell(3, 4, bias: false));

        static nn.utils.rnn.PackedSequence Packed(Tensor[] x) => nn.utils.rnn.pack_padded_sequence(x[0], x[1], enforce_sorted: false);

        static Tensor Unpacked(nn.utils.rnn.PackedSequence sequence) => nn.utils.rnn.pad_packed_sequence(sequence, padding_value: 0.5).Item1;
    }

    private static IEnumerable<ModuleCase> Attentions() =>
    [
        new("attention", () => MultiheadAttention(4, 2), (m, x) => Both(((MultiheadAttention)m).call(x[0], x[1], x[2]))),
        new(
            "attention_masked", () => MultiheadAttention(4, 2, kdim: 3, vdim: 5, add_bias_kv: true, add_zero_attn: true),
            (m, x) => Both(((MultiheadAttention)m).call(x[0], x[1], x[2], attn_mask: x[3]))),
        new("encoder_layer", () => TransformerEncoderLayer(4, 2, 6, 0)),
        new("decoder_layer", () => TransformerDecoderLayer(4, 2, 6, 0, nn.Activations.GELU), (m, x) => [((TransformerDecoderLayer)m).call(x[0], x[1])]),
        new("encoder", () => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, 0), 2)),
        new("decoder", () => TransformerDecoder(TransformerDecoderLayer(4, 2, 6, 0), 2), (m, x) => [((TransformerDecoder)m).call(x[0], x[1])]),
        new("transformer", () => Transformer(4, 2, 1, 1, 6, 0)),
    ];

    private static Tensor[] Both(Tuple<Tensor, Tensor> results) => [results.Item1, results.Item2];
}
