using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>Which latents a model uses.</summary>
public static class LatentUse
{
    /// <summary>Burda et al. (2016) call a latent active when its mean code varies by more than this.</summary>
    public const double Threshold = 0.01;

    /// <summary>How much each latent's mean code varies over observations, \(A_j = \operatorname{Var}_x\bigl(\mathbb E_{q(z|x)}[z_j]\bigr)\) (Burda et al. 2016, §5.2): [N, D] → [k].</summary>
    /// <param name="model">The model.</param>
    /// <param name="x">[N, D], N ≥ 2.</param>
    public static Tensor Activity(this GaussianVae model, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require.Matrix(x, nameof(x));
        if (x.shape[0] < 2) throw new ArgumentException("Expected at least 2 observations for a variance, given 1.", nameof(x));
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        return model.Encode(x).Mu.var(dim: 0).MoveToOuterDisposeScope();
    }

    /// <summary>How many latents are active: their activity is above <see cref="Threshold"/>.</summary>
    /// <inheritdoc cref="Activity"/>
    public static int ActiveUnits(this GaussianVae model, Tensor x)
    {
        using var activity = model.Activity(x);
        using var active = activity.gt(Threshold).sum();
        return (int)active.item<long>();
    }
}
