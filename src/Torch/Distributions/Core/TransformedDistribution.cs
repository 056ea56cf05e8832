using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The distribution of a map's value, or of several maps' one after the other: a flow.</summary>
public class TransformedDistribution : Distribution
{
    private readonly transforms.Transform[] _maps;

    /// <summary>The distribution of the maps' argument.</summary>
    protected Distribution base_distribution;

    /// <summary>The distribution of a map's value.</summary>
    /// <param name="base_distribution">The distribution of its argument; the caller's to dispose.</param>
    /// <param name="transform">The map.</param>
    /// <param name="generator">Not used: the distribution of the argument draws.</param>
    public TransformedDistribution(Distribution base_distribution, transforms.Transform transform, Generator? generator = null)
        : this(base_distribution, [transform], generator)
    {
    }

    /// <summary>The distribution of the last map's value.</summary>
    /// <param name="base_distribution">The distribution of the first map's argument; the caller's to dispose.</param>
    /// <param name="transforms">The maps; the first is applied first.</param>
    /// <param name="generator">Not used: the distribution of the argument draws.</param>
    /// <exception cref="ArgumentException">A map is missing, or values have fewer dimensions than a map takes.</exception>
    public TransformedDistribution(Distribution base_distribution, IEnumerable<transforms.Transform> transforms, Generator? generator = null)
        : base(generator)
    {
        ArgumentNullException.ThrowIfNull(base_distribution);
        var whole = new transforms.ComposeTransform(transforms);
        _maps = [.. transforms];
        long[] shape = [.. base_distribution.batch_shape, .. base_distribution.event_shape];
        var taken = whole.domain.event_dim;
        if (shape.Length < taken)
            throw new ArgumentException($"The maps take values of {taken} dimensions, but the distribution has shape {new Size(shape)}.", nameof(base_distribution));
        var result = whole.forward_shape(shape);
        var argument = whole.inverse_shape(result);
        var events = base_distribution.event_shape.Length;
        if (!argument.SequenceEqual(shape))
            base_distribution = base_distribution.expand(new Size(argument[..^events]));
        if (taken > events)
            base_distribution = new Independent(base_distribution, taken - events);
        this.base_distribution = base_distribution;
        var dimensions = whole.codomain.event_dim + Math.Max(events - taken, 0);
        (batch_shape, event_shape) = (new(result[..^dimensions]), new(result[^dimensions..]));
    }

    /// <summary>There is no closed form.</summary>
    public override Tensor mean => throw Missing("mean in closed form");

    /// <summary>There is no closed form.</summary>
    public override Tensor mode => throw Missing("mode in closed form");

    /// <summary>There is no closed form.</summary>
    public override Tensor variance => throw Missing("variance in closed form");

    /// <summary>There is no closed form.</summary>
    public override Tensor stddev => throw Missing("standard deviation in closed form");

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape)
    {
        using var silent = no_grad();
        return WrappedTensorDisposeScope(() => Mapped(base_distribution.sample(sample_shape)));
    }

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() => Mapped(base_distribution.rsample(sample_shape)));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WrappedTensorDisposeScope(() =>
        {
            var dimensions = event_shape.Length;
            Tensor? change = null;
            foreach (var map in _maps.Reverse())
            {
                var x = map._inverse(value);
                dimensions += map.domain.event_dim - map.codomain.event_dim;
                var term = Independent.Summed(map.log_abs_det_jacobian(x, value), dimensions - map.domain.event_dim);
                (change, value) = (change is null ? term : change + term, x);
            }

            var density = Independent.Summed(base_distribution.log_prob(value), dimensions - base_distribution.event_shape.Length);
            return change is null ? density : density - change;
        });
    }

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WrappedTensorDisposeScope(() => Oriented(base_distribution.cdf(_maps.Reverse().Aggregate(value, (y, map) => map._inverse(y)))));
    }

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WrappedTensorDisposeScope(() => Mapped(base_distribution.icdf(Oriented(value))));
    }

    /// <summary>There is no closed form.</summary>
    public override Tensor entropy() => throw Missing("entropy in closed form");

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null)
    {
        if (instance is not (null or TransformedDistribution))
            throw new ArgumentException($"A {nameof(TransformedDistribution)} is expected, not a {instance.GetType().Name}.", nameof(instance));
        // Of the argument: its batch is the shape before the maps without the dimensions of its events.
        long[] shape = new transforms.ComposeTransform(_maps).inverse_shape([.. batch_shape, .. event_shape]);
        return new TransformedDistribution(base_distribution.expand(new Size(shape[..^base_distribution.event_shape.Length])), _maps, generator);
    }

    private Tensor Mapped(Tensor x) => _maps.Aggregate(x, (v, map) => map._call(v));

    /// <summary>Probabilities the other way round where the maps fall.</summary>
    private Tensor Oriented(Tensor probability)
    {
        var sign = new transforms.ComposeTransform(_maps).sign;
        return (sign * (probability - 0.5)) + 0.5;
    }
}
