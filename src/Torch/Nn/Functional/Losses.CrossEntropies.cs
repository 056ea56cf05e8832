using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>target · (log target − input), input being log probabilities, in nats.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                KlDiv.Call(input, Alike(input, target), (long)reduction, log_target);

            /// <summary>−t log p − (1 − t) log(1 − p) of probabilities p, in nats; logs are cut at −100.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Bce.Call(input, Alike(input, target), weight, (long)reduction);

            /// <summary>Binary cross-entropy of log odds, in nats.</summary>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                BceLogits.Call(input, Alike(input, target), weight, pos_weights, (long)reduction);

            /// <summary>Cross-entropy of unnormalised log probabilities [N, C, …] with classes [N, …] or probabilities [N, C, …], in nats.</summary>
            /// <exception cref="ArgumentException">The target fits neither as classes nor as probabilities.</exception>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0)
            {
                ArgumentNullException.ThrowIfNull(target);
                Probability(label_smoothing);
                if (!target.is_floating_point())
                    Classes(input, target, weight);
                return CrossEntropy.Call(input, target.is_floating_point() ? Alike(input, target) : target, weight, (long)reduction, ignore_index, label_smoothing);
            }

            /// <summary>Minus the log probability [N, C, …] of the given classes [N, …], in nats.</summary>
            /// <exception cref="ArgumentException">The classes do not fit the input.</exception>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Nll.Call(input, Classes(input, target, weight), weight, (long)reduction);

            /// <summary>Minus the log probability of counts under a Poisson distribution of rate input, or e^input.</summary>
            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                PoissonNll.Call(input, Alike(input, target), log_input, full, (double)eps, (long)reduction);

            /// <summary>Minus the log density of a normal distribution with means input and variances variance, without constants unless full.</summary>
            /// <param name="input">The means.</param>
            /// <param name="target">The samples.</param>
            /// <param name="variance">The variances: one for each mean, or one for each row of the last dimension.</param>
            /// <param name="full">Whether the constant terms are added.</param>
            /// <param name="eps">The least variance; gradients flow through smaller ones as if they were not cut.</param>
            /// <param name="reduction">What becomes of the losses of elements.</param>
            /// <exception cref="ArgumentException">The shapes do not fit, or a variance is negative.</exception>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                Alike(input, target);
                ArgumentNullException.ThrowIfNull(variance);
                using var scope = NewDisposeScope();
                var (shape, given) = (input.shape, variance.shape);
                var spread = given.AsSpan().SequenceEqual(shape) ? variance
                    : given.AsSpan().SequenceEqual(shape.AsSpan()[..^1]) ? variance.unsqueeze(-1)
                    : given.Length == shape.Length && given[^1] == 1 && given.AsSpan()[..^1].SequenceEqual(shape.AsSpan()[..^1]) ? variance
                    : throw new ArgumentException($"Variances of shape {variance.Shaped()} do not fit means of shape {input.Shaped()}.", nameof(variance));
                if ((spread < 0).any().ToBoolean())
                    throw new ArgumentException("A variance is negative.", nameof(variance));
                spread = spread.clone();
                using (no_grad())
                    spread.clamp_min_(eps);
                var loss = 0.5 * (spread.log() + (input - target).square() / spread);
                if (full)
                    loss += 0.5 * Math.Log(2 * Math.PI);
                return scope.MoveToOuter(Reduced(loss, reduction));
            }

            /// <summary>Minus the log probability of label sequences under all alignments.</summary>
            /// <param name="log_probs">[T, N, C].</param>
            /// <param name="targets">Labels [N, S], or all one after the other.</param>
            /// <param name="input_lengths">How many of the T steps count, [N].</param>
            /// <param name="target_lengths">How many labels count, [N].</param>
            /// <param name="blank">The class that means nothing.</param>
            /// <param name="zero_infinity">Whether infinite losses become 0.</param>
            /// <param name="reduction">What becomes of the losses of sequences; for the mean each is divided by its length.</param>
            public static Tensor ctc_loss(
                Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false,
                Reduction reduction = Reduction.Mean) =>
                Ctc.Call(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            /// <summary>A target of the input's shape: unequal shapes would broadcast, which is a mistake in nearly all losses.</summary>
            private static Tensor Alike(Tensor input, Tensor target, string name = "target")
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target, name);
                return input.shape.AsSpan().SequenceEqual(target.shape)
                    ? target
                    : throw new ArgumentException($"The {name} has shape {target.Shaped()}; expected the input's, {input.Shaped()}.", name);
            }

            /// <summary>A class for each place: the input's shape without its classes; weights for as many classes.</summary>
            private static Tensor Classes(Tensor input, Tensor target, Tensor? weight)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                var shape = input.shape;
                if (shape.Length == 0)
                    throw new ArgumentException("The input needs a dimension of classes.", nameof(input));
                var place = shape.Length == 1 ? 0 : 1;
                long[] places = [.. shape[..place], .. shape[(place + 1)..]];
                if (target.dtype is not (ScalarType.Int64 or ScalarType.Byte) || !target.shape.AsSpan().SequenceEqual(places))
                    throw new ArgumentException(
                        $"The target must be Int64 classes of shape [{string.Join(", ", places)}] for an input of shape {input.Shaped()}, "
                        + $"not {target.dtype} of shape {target.Shaped()}.", nameof(target));
                return weight is null || weight.numel() == shape[place]
                    ? target
                    : throw new ArgumentException($"{shape[place]} weights are needed, one for each class, not {weight.numel()}.", nameof(weight));
            }

            private static Tensor Reduced(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.Mean => losses.mean(),
                Reduction.Sum => losses.sum(),
                _ => losses,
            };

            private static readonly Operator KlDiv = new("kl_div"), Bce = new("binary_cross_entropy"), Nll = new("nll_loss_nd");
            private static readonly Operator BceLogits = new("torchsharp::binary_cross_entropy_with_logits"), CrossEntropy = new("cross_entropy_loss");
            private static readonly Operator PoissonNll = new("poisson_nll_loss"), Ctc = new("ctc_loss.Tensor");
        }
    }
}
