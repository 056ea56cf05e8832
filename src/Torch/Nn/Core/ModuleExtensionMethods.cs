using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions of whole modules, which return the module as its own type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts all parameters and buffers of floating-point type, in place.</summary>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)torch.Given(module)._to(Real(type), non_blocking);

    /// <summary>Moves all parameters and buffers.</summary>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(device);
        return (T)torch.Given(module)._to(device.type, device.index, non_blocking);
    }

    /// <summary>Moves all parameters and buffers, and converts those of floating-point type.</summary>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)torch.Given(module)._to(device, Real(type), non_blocking);

    /// <summary>Moves all parameters and buffers.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        (T)torch.Given(module)._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves all parameters and buffers to the device of a name, for example <c>"cpu"</c>.</summary>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module =>
        Given(module).to(new Device(device), non_blocking);

    /// <summary>Moves all parameters and buffers to a tensor's device, and converts those of floating-point type to its type.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(other);
        return module.to(other.device, other.dtype, non_blocking);
    }

    /// <summary>Moves all parameters and buffers to the processor.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module => Given(module).to(CPU, non_blocking);

    /// <summary>Converts all parameters and buffers of floating-point type to Float64.</summary>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module => Given(module).to(ScalarType.Float64, non_blocking);

    /// <summary>Converts all parameters and buffers of floating-point type to Float32.</summary>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module => Given(module).to(ScalarType.Float32, non_blocking);

    /// <summary>Converts all parameters and buffers of floating-point type to Float16.</summary>
    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module => Given(module).to(ScalarType.Float16, non_blocking);

    /// <summary>Converts all parameters and buffers of floating-point type to BFloat16.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module => Given(module).to(ScalarType.BFloat16, non_blocking);

    /// <summary>Converts all parameters and buffers of floating-point type to ComplexFloat32.</summary>
    public static T cfloat<T>(this T module, bool non_blocking = false) where T : nn.Module => Given(module).to(ScalarType.ComplexFloat32, non_blocking);

    /// <summary>Converts all parameters and buffers of floating-point type to ComplexFloat64.</summary>
    public static T cdouble<T>(this T module, bool non_blocking = false) where T : nn.Module => Given(module).to(ScalarType.ComplexFloat64, non_blocking);

    private static ScalarType Real(ScalarType type) => torch.is_floating_point(type) || torch.is_complex(type)
        ? type
        : throw new ArgumentException($"Parameters are floating-point or complex numbers, not {type}.", nameof(type));
}
