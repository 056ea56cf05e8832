using Latent.Linear;
using static TorchSharp.torch;

namespace Latent.Tests.Linear;

public sealed class PrincipalAnglesTests
{
    [Theory]
    [InlineData(0), InlineData(1e-6), InlineData(1), InlineData(45), InlineData(90)]
    public void A_plane_turned_about_one_axis_has_that_angle(double degrees)
    {
        var t = degrees * Math.PI / 180;
        using var a = tensor([1.0, 0, 0, 1, 0, 0], [3, 2], ScalarType.Float64);
        using var b = tensor([1.0, 0, 0, Math.Cos(t), 0, Math.Sin(t)], [3, 2], ScalarType.Float64);
        var angles = PrincipalAngles.Degrees(a, b);
        Assert.Equal(0, angles[0], 1e-12);
        Assert.Equal(degrees, angles[1], 1e-10);
        Assert.Equal(degrees, PrincipalAngles.Largest(b, a), 1e-10);
    }

    [Fact]
    public void The_basis_does_not_matter()
    {
        using var a = TestTensors.Correlated(8, 3);
        using var b = TestTensors.Correlated(8, 3, seed: 2);
        using var mixed = b.matmul(TestTensors.Correlated(3, 3, seed: 3));
        foreach (var (first, second) in PrincipalAngles.Degrees(a, b).Zip(PrincipalAngles.Degrees(a, mixed))) Assert.Equal(first, second, 1e-8);
    }

    [Fact]
    public void A_line_inside_a_plane_has_no_angle_to_it()
    {
        using var plane = TestTensors.Correlated(6, 2);
        using var line = plane.matmul(tensor([2.0, -1], [2, 1], ScalarType.Float64));
        Assert.Equal(0, Assert.Single(PrincipalAngles.Degrees(line, plane)), 1e-9);
    }

    [Fact]
    public void Different_dimensions_are_refused() =>
        Assert.Throws<ArgumentException>(() => PrincipalAngles.Degrees(zeros([3, 1]), zeros([4, 1])));
}
