namespace Latent.Variational;

/// <summary>A normal distribution of one variable.</summary>
/// <param name="Mean">μ.</param>
/// <param name="Variance">σ² > 0.</param>
public readonly record struct Gaussian(double Mean, double Variance)
{
    /// <summary>The prior of every model here: N(0, 1).</summary>
    public static Gaussian Standard => new(0, 1);

    /// <summary>σ.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>The log density \(-\tfrac12\ln 2\pi\sigma^2 - (z-\mu)^2/2\sigma^2\), in nats.</summary>
    public double LogDensity(double z) => -0.5 * (Math.Log(2 * Math.PI * Variance) + (z - Mean) * (z - Mean) / Variance);

    /// <summary>The differential entropy \(\tfrac12\ln 2\pi e\sigma^2\), in nats.</summary>
    public double Entropy => 0.5 * (Math.Log(2 * Math.PI * Variance) + 1);

    /// <summary>
    /// The divergence \(\mathrm{KL}(N_1\|N_2) = \tfrac12\bigl(\sigma_1^2/\sigma_2^2 + (\mu_1-\mu_2)^2/\sigma_2^2 - 1 - \ln\sigma_1^2/\sigma_2^2\bigr)\), in nats.
    /// </summary>
    public double DivergenceFrom(Gaussian other)
    {
        var ratio = Variance / other.Variance;
        return 0.5 * (ratio + (Mean - other.Mean) * (Mean - other.Mean) / other.Variance - 1 - Math.Log(ratio));
    }

    /// <summary>The place of a standard normal draw: \(z = \mu + \sigma\varepsilon\), the reparameterisation.</summary>
    public double At(double epsilon) => Mean + StandardDeviation * epsilon;
}
