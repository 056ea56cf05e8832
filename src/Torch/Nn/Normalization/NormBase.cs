using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation share: scale and shift of each channel, and running means of its statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private readonly long[] _ranks;

    private protected NormBase(
        string name, long features, double eps, double? momentum, bool affine, bool track, long[] ranks, Device? device, ScalarType? dtype) : base(name)
    {
        num_features = AtLeast(features, 1, nameof(num_features));
        (this.eps, this.momentum, this.affine, track_running_stats, _ranks) = (eps, momentum, affine, track, ranks);
        if (affine)
        {
            weight = new(ones([features], dtype, device));
            bias = new(zeros([features], dtype, device));
        }

        if (track)
        {
            running_mean = zeros([features], dtype, device);
            running_var = ones([features], dtype, device);
            num_batches_tracked = tensor(0L);
        }
    }

    /// <summary>The scale of each channel, or null.</summary>
    public Parameter? weight { get; set => field = Replaced(field, value); }

    /// <summary>The shift of each channel, or null.</summary>
    public Parameter? bias { get; set => field = Replaced(field, value); }

    /// <summary>The running mean of each channel, or null.</summary>
    public Tensor? running_mean { get; set => field = Replaced(field, value); }

    /// <summary>The running variance (unbiased) of each channel, or null.</summary>
    public Tensor? running_var { get; set => field = Replaced(field, value); }

    /// <summary>How many batches the running means have seen, or null.</summary>
    public Tensor? num_batches_tracked { get; set => field = Replaced(field, value); }

    /// <summary>The number of channels.</summary>
    public long num_features { get; }
    /// <summary>What is added to variances.</summary>
    public double eps { get; set; }
    /// <summary>How much of a batch's statistics enters the running means; null makes them plain averages.</summary>
    public double? momentum { get; set; }
    /// <summary>Whether scale and shift are learned.</summary>
    public bool affine { get; }
    /// <summary>Whether running means are kept.</summary>
    public bool track_running_stats { get; }

    /// <summary>Forgets what the running means have seen, and sets the scale to 1 and the shift to 0.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        using var silent = no_grad();
        weight?.fill_(1);
        bias?.zero_();
    }

    /// <summary>Forgets what the running means have seen.</summary>
    public void reset_running_stats()
    {
        using var silent = no_grad();
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    /// <summary>Input of the right number of dimensions, channels and type.</summary>
    private protected Tensor Checked(Tensor input)
    {
        Expect.Dimensions(input, _ranks, GetName());
        Expect.Size(input, Channels(input), num_features, GetName());
        return weight is null ? input : Expect.Type(input, weight, GetName());
    }

    private protected virtual int Channels(Tensor input) => 1;

    /// <summary>Counts a batch.</summary>
    /// <returns>How much of it enters the running means.</returns>
    private protected double Counted()
    {
        if (!training || num_batches_tracked is null)
            return momentum ?? 0;
        num_batches_tracked.add_(1);
        return momentum ?? 1.0 / num_batches_tracked.ToInt64();
    }
}
