using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Weights computed anew before each call from other parameters. TorchSharp has none of this: these are extensions of modules with a weight
/// (linear, convolution, embedding) with the names of parameters and buffers that PyTorch's <c>nn.utils</c> gives, so that its weights load.
/// </summary>
public static class ReparametrizationExtensionMethods
{
    /// <summary>Divides the weight, seen as a matrix, by its largest singular value, which power iteration follows (Miyato et al. 2018).</summary>
    /// <param name="module">The module, which is returned. Its weight becomes the parameter <c>weight_orig</c>.</param>
    /// <param name="n_power_iterations">How many steps of power iteration a call in training takes.</param>
    /// <param name="eps">What lengths are at least.</param>
    /// <param name="dim">The dimension of the outputs; null for 1 of transposed convolutions, else 0.</param>
    /// <exception cref="ArgumentException">The module has no weight to be computed, or has one already.</exception>
    public static T spectral_norm<T>(this T module, int n_power_iterations = 1, double eps = 1e-12, int? dim = null)
        where T : nn.Module<Tensor, Tensor>
    {
        var weight = Weight(module);
        AtLeast(n_power_iterations, 1);
        var rows = Tensor.Dimension(dim ?? (module is ConvolutionTranspose ? 1 : 0), weight.ndim);
        using (var scope = NewDisposeScope())
        using (no_grad())
        {
            var matrix = Matrix(weight, rows);
            module.register_buffer("weight_u", Unit(randn(matrix.size(0), weight.dtype), eps));
            module.register_buffer("weight_v", Unit(randn(matrix.size(1), weight.dtype), eps));
        }

        return Compute(module, weight, "weight_orig", [], (original, _) =>
        {
            var (u, v) = (module.get_buffer("weight_u")!, module.get_buffer("weight_v")!);
            var matrix = Matrix(original, rows);
            if (module.training)
                using (no_grad())
                    for (var i = 0; i < n_power_iterations; i++)
                    {
                        v.copy_(Unit(matrix.t().mv(u), eps));
                        u.copy_(Unit(matrix.mv(v), eps));
                    }

            // Copies: the next call overwrites u and v, which this call's derivatives need.
            return original / u.clone().dot(matrix.mv(v.clone()));
        });
    }

    /// <summary>The weight as a direction and a length that are learned apart (Salimans and Kingma 2016): g v / |v|.</summary>
    /// <param name="module">The module, which is returned. Its weight becomes the parameters <c>weight_g</c> and <c>weight_v</c>.</param>
    /// <param name="dim">The dimension along which each place has a length of its own; null for one length of the whole weight.</param>
    /// <exception cref="ArgumentException">The module has no weight to be computed, or has one already.</exception>
    public static T weight_norm<T>(this T module, int? dim = 0) where T : nn.Module<Tensor, Tensor>
    {
        var weight = Weight(module);
        var place = dim is { } d ? Tensor.Dimension(d, weight.ndim) : -1;
        long[] others = [.. Enumerable.Range(0, (int)weight.ndim).Where(i => i != place).Select(i => (long)i)];
        Parameter length;
        using (no_grad())
            length = new(Length(weight));
        return Compute(module, weight, "weight_v", [("weight_g", length)], (v, parameters) => v * (parameters[0] / Length(v)));

        Tensor Length(Tensor v) => place < 0 ? linalg.vector_norm(v, 2) : linalg.vector_norm(v, 2, others, keepdim: true);
    }

    private static Parameter Weight(nn.Module<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.get_parameter("weight") ?? throw new ArgumentException(
            $"{module.GetName()} has no parameter named weight, or it is computed already.", nameof(module));
    }

    private static Tensor Matrix(Tensor weight, int rows) => weight.movedim([rows], [0L]).flatten(1);

    private static Tensor Unit(Tensor vector, double eps) => vector / linalg.vector_norm(vector, 2).clamp_min(eps);

    private static T Compute<T>(T module, Parameter weight, string name, (string, Parameter)[] more, Func<Tensor, Parameter[], Tensor> compute)
        where T : nn.Module<Tensor, Tensor>
    {
        var property = module.GetType().GetProperty("weight") is { CanWrite: true } found && found.PropertyType == typeof(Parameter)
            ? found
            : throw new ArgumentException($"The weight of {module.GetName()} cannot be replaced.", nameof(module));
        var original = new Parameter(weight.alias(), weight.requires_grad);
        foreach (var (key, parameter) in more)
            module.register_parameter(key, parameter);
        module.register_parameter(name, original);
        Replace(null!);
        module.register_forward_pre_hook(Replace);
        return module;

        void Replace(nn.Module _)
        {
            using var scope = NewDisposeScope();
            using var value = compute(module.get_parameter(name)!, [.. more.Select(m => module.get_parameter(m.Item1)!)]).DetachFromDisposeScope();
            property.SetValue(module, Parameter.Computed(value));
            module.Forget("weight");
        }
    }
}
