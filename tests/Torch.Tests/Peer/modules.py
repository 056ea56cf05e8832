"""Outputs, gradients and buffers of modules and losses, by the names of the table in ModuleCases.cs."""
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils import rnn

from tensor_file import save

SEED = 5


def randn(*shape):
    return torch.randn(*shape)


def ints(high, *shape):
    return torch.randint(0, high, shape)


def signs(*shape):
    return 2.0 * torch.randint(0, 2, shape) - 1


def flat(value):
    return [value] if isinstance(value, torch.Tensor) else [t for v in value for t in flat(v)]


def case(name, module, *inputs, train=True, wanted=(0,), call=None):
    """Derivatives are by the inputs whose numbers are in wanted, where these are real, and by all parameters."""
    inputs = [x.requires_grad_() if i in wanted and x.is_floating_point() else x for i, x in enumerate(inputs)]
    module.train(train)
    for i, x in enumerate(inputs):
        save(f"{name}.in{i}", x)
    for i, p in enumerate(module.parameters()):
        save(f"{name}.p{i}", p)
    torch.manual_seed(SEED)
    outputs = flat(call(module, *inputs) if call else module(*inputs))
    weights = [torch.randn_like(out) for out in outputs]
    for i, (out, w) in enumerate(zip(outputs, weights)):
        save(f"{name}.out{i}", out)
        save(f"{name}.weights{i}", w)
    torch.autograd.backward(outputs, weights)
    for i, x in enumerate(inputs):
        if x.requires_grad:
            save(f"{name}.gin{i}", x.grad)
    for i, p in enumerate(module.parameters()):
        save(f"{name}.gp{i}", p.grad)
    for i, b in enumerate(b for n, b in module.named_buffers() if n not in ("weight", "pos_weight")):
        save(f"{name}.b{i}", b)


def activations():
    for name, module in {
        "relu": nn.ReLU(), "leaky_relu": nn.LeakyReLU(0.2), "elu": nn.ELU(1.5), "celu": nn.CELU(0.7), "selu": nn.SELU(),
        "silu": nn.SiLU(), "mish": nn.Mish(), "gelu": nn.GELU(), "sigmoid": nn.Sigmoid(), "log_sigmoid": nn.LogSigmoid(),
        "tanh": nn.Tanh(), "hardtanh": nn.Hardtanh(-0.5, 0.7), "softsign": nn.Softsign(), "hardshrink": nn.Hardshrink(0.3),
        "softshrink": nn.Softshrink(0.3), "tanhshrink": nn.Tanhshrink(), "threshold": nn.Threshold(0.1, 2.0),
        "prelu": nn.PReLU(), "rrelu": nn.RReLU(0.1, 0.6),
    }.items():
        case(name, module, randn(4, 3))
    case("relu6", nn.ReLU6(), 5 * randn(4, 3))
    case("softplus", nn.Softplus(2.0, 3.0), 3 * randn(4, 3))
    case("hardsigmoid", nn.Hardsigmoid(), 4 * randn(4, 3))
    case("hardswish", nn.Hardswish(), 4 * randn(4, 3))
    case("prelu_channels", nn.PReLU(3, 0.1), randn(4, 3, 2))
    case("rrelu_eval", nn.RReLU(0.1, 0.6), randn(4, 3), train=False)
    case("softmax", nn.Softmax(1), randn(4, 3, 2))
    case("log_softmax", nn.LogSoftmax(-1), randn(4, 3))
    case("softmin", nn.Softmin(1), randn(4, 3))
    case("softmax2d", nn.Softmax2d(), randn(2, 3, 2, 2))
    case("glu", nn.GLU(1), randn(2, 4, 3))


def layers():
    case("linear", nn.Linear(5, 3), randn(2, 4, 5))
    case("linear_no_bias", nn.Linear(5, 3, bias=False), randn(7, 5))
    case("bilinear_layer", nn.Bilinear(3, 4, 2), randn(5, 3), randn(5, 4), wanted=(0, 1))
    case("sequential", nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 2)), randn(3, 6))
    case("identity", nn.Identity(), randn(3, 2))
    case("flatten", nn.Flatten(), randn(4, 3, 2))
    case("unflatten", nn.Unflatten(1, (3, 2)), randn(4, 6))
    case("embedding", nn.Embedding(7, 3), ints(7, 2, 5))
    case("embedding_padding", nn.Embedding(7, 3, padding_idx=2, max_norm=1.0), ints(7, 2, 5))
    for mode in ("sum", "mean", "max"):
        case("embedding_bag_" + mode, nn.EmbeddingBag(7, 3, mode=mode), ints(7, 4, 3))
    case("embedding_bag_offsets", nn.EmbeddingBag(7, 3, mode="sum"), ints(7, 6), torch.tensor([0, 2, 2, 5]), randn(6), wanted=(2,),
         call=lambda m, x, o, w: m(x, o, w))
    case("cosine_similarity", nn.CosineSimilarity(1), randn(4, 3), randn(4, 3), wanted=(0, 1))
    case("pairwise_distance", nn.PairwiseDistance(3.0, keepdim=True), randn(4, 3), randn(4, 3), wanted=(0, 1))
    for name, module, shape in (
        ("dropout", nn.Dropout(0.3), (4, 5)), ("dropout1d", nn.Dropout1d(0.4), (3, 4, 2)), ("dropout1d_lone", nn.Dropout1d(0.4), (4, 2)),
        ("dropout2d", nn.Dropout2d(0.4), (3, 4, 2, 2)), ("dropout3d", nn.Dropout3d(0.4), (3, 4, 2, 1, 2)),
        ("alpha_dropout", nn.AlphaDropout(0.3), (4, 5)), ("feature_alpha_dropout", nn.FeatureAlphaDropout(0.3), (3, 4, 2)),
    ):
        case(name, module, randn(*shape))
        case(name + "_eval", module, randn(*shape), train=False)
    for kind, make in (("constant", lambda n, p: getattr(nn, f"ConstantPad{n}d")(p, 1.5)), ("reflection", lambda n, p: getattr(nn, f"ReflectionPad{n}d")(p)),
                       ("replication", lambda n, p: getattr(nn, f"ReplicationPad{n}d")(p))):
        for n, widths in ((1, (2, 1)), (2, (2, 1, 0, 3)), (3, (2, 1, 0, 1, 1, 2))):
            case(f"{kind}_pad{n}d", make(n, widths), randn(2, 2, *([5] if n == 1 else [4, 5] if n == 2 else [3, 4, 4])))
    case("zero_pad2d", nn.ZeroPad2d((1, 2, -1, 0)), randn(2, 2, 4, 5))


def convolutions():
    case("conv1d", nn.Conv1d(3, 4, 3, stride=2, padding=1), randn(2, 3, 9))
    case("conv1d_lone", nn.Conv1d(3, 4, 3), randn(3, 9))
    case("conv1d_circular", nn.Conv1d(2, 3, 3, padding=2, padding_mode="circular"), randn(2, 2, 6))
    case("conv2d", nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2), randn(2, 4, 7, 8))
    case("conv2d_reflect", nn.Conv2d(2, 3, 3, padding=1, padding_mode="reflect", bias=False), randn(2, 2, 5, 6))
    case("conv2d_same", nn.Conv2d(2, 3, (3, 4), padding="same", dilation=(1, 2)), randn(2, 2, 5, 6))
    case("conv2d_same_replicate", nn.Conv2d(2, 3, (3, 4), padding="same", padding_mode="replicate"), randn(2, 2, 5, 6))
    case("conv2d_valid", nn.Conv2d(2, 3, 3, padding="valid", stride=2), randn(2, 2, 5, 6))
    case("conv3d", nn.Conv3d(2, 3, (2, 3, 2), padding=(1, 0, 1)), randn(1, 2, 3, 4, 3))
    case("conv_transpose1d", nn.ConvTranspose1d(4, 2, 3, stride=2, padding=1, output_padding=1, groups=2), randn(2, 4, 5))
    case("conv_transpose2d", nn.ConvTranspose2d(4, 2, 3, stride=2, padding=1, output_padding=1), randn(2, 4, 3, 5))
    case("conv_transpose2d_size", nn.ConvTranspose2d(2, 2, 3, stride=2), randn(1, 2, 3, 3), call=lambda m, x: m(x, output_size=(8, 7)))
    case("conv_transpose3d", nn.ConvTranspose3d(2, 2, 2, stride=(1, 2, 1)), randn(1, 2, 2, 3, 2))
    case("unfold", nn.Unfold((2, 3), padding=(1, 0), stride=(2, 1)), randn(2, 2, 5, 4))
    case("fold", nn.Fold((4, 5), (2, 3), dilation=(1, 2), padding=(1, 0)), randn(2, 12, 5))
    case("pixel_shuffle", nn.PixelShuffle(2), randn(2, 8, 3, 2))
    case("pixel_unshuffle", nn.PixelUnshuffle(2), randn(2, 2, 4, 6))
    # PyTorch 1.13 has no derivative of its channel_shuffle.
    case("channel_shuffle", nn.Identity(), randn(2, 6, 2, 2), call=lambda m, x: x.view(2, 2, 3, 2, 2).transpose(1, 2).reshape(2, 6, 2, 2))
    case("upsample", nn.Upsample(scale_factor=2), randn(1, 2, 3, 4))
    case("upsample_linear", nn.Upsample(scale_factor=1.7, mode="linear"), randn(1, 2, 5))
    case("bilinear", nn.Upsample(size=(7, 5), mode="bilinear", align_corners=True), randn(1, 2, 3, 4))
    case("bicubic", nn.Upsample(size=(7, 5), mode="bicubic"), randn(1, 2, 3, 4))
    case("trilinear", nn.Upsample(size=(3, 4, 5), mode="trilinear"), randn(1, 2, 2, 3, 3))


def pooling():
    for n, sizes in ((1, [9]), (2, [6, 7]), (3, [4, 5, 4])):
        case(f"max_pool{n}d", getattr(nn, f"MaxPool{n}d")(2), randn(2, 3, *sizes))
        case(f"max_pool{n}d_full", getattr(nn, f"MaxPool{n}d")(3, 2, 1, dilation=1, ceil_mode=True), randn(2, 3, *sizes))
        case(f"avg_pool{n}d", getattr(nn, f"AvgPool{n}d")(3, 2, 1, count_include_pad=False), randn(2, 3, *sizes))
        case(f"adaptive_avg_pool{n}d", getattr(nn, f"AdaptiveAvgPool{n}d")(3), randn(2, 3, *sizes))
        case(f"adaptive_max_pool{n}d", getattr(nn, f"AdaptiveMaxPool{n}d")(3), randn(2, 3, *sizes))
        pooled = getattr(F, f"max_pool{n}d")(randn(2, 3, *sizes), 2, return_indices=True)
        case(f"max_unpool{n}d", getattr(nn, f"MaxUnpool{n}d")(2), *pooled, call=lambda m, x, i: m(x, i, output_size=sizes))
    case("avg_pool2d_divisor", nn.AvgPool2d((3, 2), divisor_override=4), randn(2, 3, 6, 6))
    case("lp_pool1d", nn.LPPool1d(3.0, 2), randn(2, 3, 7).abs())
    case("lp_pool2d", nn.LPPool2d(2.0, 3, stride=2), randn(2, 3, 7, 6))
    case("fractional_max_pool2d", nn.FractionalMaxPool2d(2, output_size=3), randn(2, 3, 7, 6))
    case("fractional_max_pool2d_ratio", nn.FractionalMaxPool2d((2, 3), output_ratio=(0.6, 0.5)), randn(3, 7, 6))
    case("fractional_max_pool3d", nn.FractionalMaxPool3d(2, output_size=2), randn(2, 2, 4, 5, 4))


def normalization():
    case("batch_norm1d", nn.BatchNorm1d(3), randn(6, 3))
    case("batch_norm1d_average", nn.BatchNorm1d(3, momentum=None), randn(6, 3, 2))
    case("batch_norm2d", nn.BatchNorm2d(3, momentum=0.3), randn(4, 3, 2, 5))
    case("batch_norm3d", nn.BatchNorm3d(2, affine=False), randn(2, 2, 2, 2, 3))
    case("batch_norm_eval", nn.BatchNorm1d(3), randn(6, 3), train=False)
    case("instance_norm1d", nn.InstanceNorm1d(3), randn(2, 3, 4))
    case("instance_norm1d_lone", nn.InstanceNorm1d(3, affine=True), randn(3, 4))
    case("instance_norm2d", nn.InstanceNorm2d(3, affine=True, track_running_stats=True), randn(2, 3, 4, 2))
    case("instance_norm3d", nn.InstanceNorm3d(2, affine=True), randn(2, 2, 2, 2, 3))
    case("group_norm", nn.GroupNorm(2, 4), randn(3, 4, 5))
    case("layer_norm", nn.LayerNorm([3, 4]), randn(2, 3, 4))
    case("layer_norm_plain", nn.LayerNorm(4, elementwise_affine=False), randn(2, 3, 4))
    case("local_response_norm", nn.LocalResponseNorm(3, alpha=0.5, beta=0.7, k=1.2), randn(2, 5, 3, 2))


def recurrent():
    for name, kind in (("lstm", nn.LSTM), ("gru", nn.GRU), ("rnn", nn.RNN)):
        state = (lambda m, x, *h: m(x, h)) if kind is nn.LSTM else (lambda m, x, h: m(x, h))
        count = 2 if kind is nn.LSTM else 1
        case(name, kind(3, 4), randn(5, 2, 3))
        case(name + "_deep", kind(3, 2, num_layers=2, bidirectional=True, batch_first=True, dropout=0.4), randn(2, 4, 3),
             *(randn(4, 2, 2) for _ in range(count)), wanted=range(3), call=state)
        case(name + "_lone", kind(3, 2, bias=False), randn(5, 3), *(randn(1, 2) for _ in range(count)), wanted=range(3), call=state)
        lengths = torch.tensor([2, 5, 3])
        case(name + "_packed", kind(3, 2, bidirectional=True), randn(5, 3, 3), lengths, call=lambda m, x, n: unpacked(m(
            rnn.pack_padded_sequence(x, n, enforce_sorted=False))))
    case("rnn_relu", nn.RNN(3, 4, nonlinearity="relu"), randn(5, 2, 3))
    case("lstm_cell", nn.LSTMCell(3, 4), randn(5, 3), randn(5, 4), randn(5, 4), wanted=range(3), call=lambda m, x, h, c: m(x, (h, c)))
    case("gru_cell", nn.GRUCell(3, 4), randn(5, 3), randn(5, 4), wanted=range(2))
    case("rnn_cell", nn.RNNCell(3, 4, nonlinearity="relu"), randn(5, 3), randn(5, 4), wanted=range(2))
    case("rnn_cell_start", nn.RNNCell(3, 4, bias=False), randn(5, 3))


def unpacked(result):
    padded, lengths = rnn.pad_packed_sequence(result[0], padding_value=0.5)
    return [padded] + flat(result[1])


def attention():
    case("attention", nn.MultiheadAttention(4, 2), randn(3, 2, 4), randn(5, 2, 4), randn(5, 2, 4), wanted=range(3))
    case("attention_masked", nn.MultiheadAttention(4, 2, kdim=3, vdim=5, add_bias_kv=True, add_zero_attn=True), randn(3, 2, 4), randn(5, 2, 3),
         randn(5, 2, 5), randn(3, 5), wanted=range(4), call=lambda m, q, k, v, mask: m(q, k, v, attn_mask=mask, average_attn_weights=True))
    case("encoder_layer", nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0), randn(3, 2, 4))
    case("decoder_layer", nn.TransformerDecoderLayer(4, 2, 6, dropout=0.0, activation="gelu"), randn(3, 2, 4), randn(5, 2, 4), wanted=range(2))
    case("encoder", nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, dropout=0.0), 2), randn(3, 2, 4))
    case("decoder", nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, dropout=0.0), 2), randn(3, 2, 4), randn(5, 2, 4), wanted=range(2))
    case("transformer", nn.Transformer(4, 2, 1, 1, 6, dropout=0.0), randn(5, 2, 4), randn(3, 2, 4), wanted=range(2))


def losses():
    for r in ("none", "mean", "sum"):
        def loss(name, kind, *inputs, wanted=(0,), call=None, **options):
            case(f"{name}_{r}", kind(reduction=r, **options), *inputs, wanted=wanted, call=call)

        loss("mse", nn.MSELoss, randn(4, 3), randn(4, 3), wanted=(0, 1))
        loss("l1", nn.L1Loss, randn(4, 3), randn(4, 3), wanted=(0, 1))
        loss("smooth_l1", nn.SmoothL1Loss, randn(4, 3), randn(4, 3), wanted=(0, 1), beta=0.5)
        loss("huber", nn.HuberLoss, randn(4, 3), randn(4, 3), wanted=(0, 1), delta=0.7)
        loss("kl_div", nn.KLDivLoss, randn(4, 3), torch.rand(4, 3))
        loss("kl_div_log", nn.KLDivLoss, randn(4, 3), randn(4, 3), wanted=(0, 1), log_target=True)
        loss("bce", nn.BCELoss, torch.rand(4, 3), torch.rand(4, 3))
        loss("bce_weighted", nn.BCELoss, torch.rand(4, 3), torch.rand(4, 3), weight=torch.tensor([0.5, 1.0, 2.0]))
        loss("bce_logits", nn.BCEWithLogitsLoss, 3 * randn(4, 3), torch.rand(4, 3), weight=torch.tensor([0.5, 1.0, 2.0]),
             pos_weight=torch.tensor([1.0, 3.0, 0.2]))
        loss("cross_entropy", nn.CrossEntropyLoss, randn(5, 4), ints(4, 5))
        loss("cross_entropy_full", nn.CrossEntropyLoss, randn(5, 4, 2), ints(4, 5, 2), weight=torch.tensor([0.5, 1.0, 2.0, 3.0]), ignore_index=1,
             label_smoothing=0.2)
        loss("cross_entropy_soft", nn.CrossEntropyLoss, randn(5, 4), torch.softmax(randn(5, 4), 1))
        loss("nll", nn.NLLLoss, randn(5, 4), ints(4, 5), weight=torch.tensor([0.5, 1.0, 2.0, 3.0]))
        loss("poisson_nll", nn.PoissonNLLLoss, randn(4, 3), ints(5, 4, 3).double(), full=True)
        loss("poisson_nll_rate", nn.PoissonNLLLoss, torch.rand(4, 3), ints(5, 4, 3).double(), log_input=False)
        loss("gaussian_nll", nn.GaussianNLLLoss, randn(4, 3), randn(4, 3), torch.rand(4, 3) + 0.1, wanted=range(3), full=True)
        loss("gaussian_nll_rows", nn.GaussianNLLLoss, randn(4, 3), randn(4, 3), torch.rand(4, 1) + 0.1, wanted=range(3))
        loss("hinge_embedding", nn.HingeEmbeddingLoss, randn(4, 3), signs(4, 3), margin=0.8)
        loss("soft_margin", nn.SoftMarginLoss, randn(4, 3), signs(4, 3))
        loss("multi_label_margin", nn.MultiLabelMarginLoss, randn(2, 4), torch.tensor([[3, 0, -1, 1], [2, -1, 0, 0]]))
        loss("multi_label_soft_margin", nn.MultiLabelSoftMarginLoss, randn(4, 3), ints(2, 4, 3).double(), weight=torch.tensor([0.5, 1.0, 2.0]))
        loss("multi_margin", nn.MultiMarginLoss, randn(5, 4), ints(4, 5), p=2, margin=0.7, weight=torch.tensor([0.5, 1.0, 2.0, 3.0]))
        loss("cosine_embedding", nn.CosineEmbeddingLoss, randn(4, 3), randn(4, 3), signs(4), wanted=(0, 1), margin=0.1)
        loss("margin_ranking", nn.MarginRankingLoss, randn(5), randn(5), signs(5), wanted=(0, 1), margin=0.3)
        loss("triplet_margin", nn.TripletMarginLoss, randn(4, 3), randn(4, 3), randn(4, 3), wanted=range(3), margin=0.9, swap=True)
        loss("triplet_distance", nn.TripletMarginWithDistanceLoss, randn(4, 3), randn(4, 3), randn(4, 3), wanted=range(3),
             distance_function=lambda x, y: 1 - F.cosine_similarity(x, y), swap=True)
        # The operator's derivative is right for log probabilities that sum to one.
        loss("ctc", nn.CTCLoss, randn(8, 3, 5), 1 + ints(4, 3, 3), torch.tensor([8, 7, 6]), torch.tensor([3, 2, 3]), zero_infinity=True,
             call=lambda m, x, *labels: m(x.log_softmax(2), *labels))


def run():
    activations()
    layers()
    convolutions()
    pooling()
    normalization()
    recurrent()
    attention()
    losses()
