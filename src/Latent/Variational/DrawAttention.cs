using static TorchSharp.torch;

namespace Latent.Variational;

/// <summary>
/// The window through which <see cref="Draw"/> reads and writes (Gregor et al. 2015, eq. 19–29): N×N Gaussian filters whose centre, distance, width and strength come from the decoder.
/// Each row of a filter bank sums to 1.
/// </summary>
internal sealed class DrawAttention
{
    /// <summary>Numbers that describe a window: centre x and y, ln σ², ln δ and ln γ.</summary>
    public const int Parameters = 5;

    private readonly Tensor _rows, _columns, _strength; // [N, side, Height], [N, side, Width], [N, 1]
    private readonly int _height, _width, _side;

    public DrawAttention(Tensor parameters, int height, int width, int side)
    {
        (_height, _width, _side) = (height, width, side);
        var parts = parameters.split(1, 1); // five of [N, 1]
        var (x, y) = ((width + 1) / 2.0 * (parts[0] + 1), (height + 1) / 2.0 * (parts[1] + 1));
        var stride = (Math.Max(height, width) - 1.0) / (side - 1) * parts[3].exp();
        var variance = parts[2].exp().clamp(min: 1e-6);
        _strength = parts[4].exp();
        (_rows, _columns) = (Bank(y, stride, variance, height), Bank(x, stride, variance, width));
    }

    /// <summary>γ F_Y x F_Xᵀ: [N, Height·Width] → [N, side²].</summary>
    public Tensor Read(Tensor image)
    {
        var patch = _rows.matmul(image.reshape(-1, _height, _width)).matmul(_columns.transpose(1, 2)); // [N, side, side]
        return _strength * patch.reshape(-1, _side * _side);
    }

    /// <summary>F_Yᵀ w F_X / γ: [N, side²] → [N, Height·Width].</summary>
    public Tensor Write(Tensor patch)
    {
        var image = _rows.transpose(1, 2).matmul(patch.reshape(-1, _side, _side)).matmul(_columns); // [N, Height, Width]
        return image.reshape(-1, _height * _width) / _strength;
    }

    private Tensor Bank(Tensor centre, Tensor stride, Tensor variance, int pixels)
    {
        var offsets = arange(1, _side + 1, ScalarType.Int64).to_type(centre.dtype) - (_side / 2.0 + 0.5); // [side]
        var means = (centre + stride * offsets).unsqueeze(2); // [N, side, 1]
        var places = arange(1, pixels + 1, ScalarType.Int64).to_type(centre.dtype); // [pixels]
        var filters = ((places - means).square() / (-2 * variance.unsqueeze(2))).exp(); // [N, side, pixels]
        return filters / filters.sum([2], keepdim: true).clamp(min: 1e-8);
    }
}
