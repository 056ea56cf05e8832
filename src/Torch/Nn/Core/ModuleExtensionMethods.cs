using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions of whole modules, which return the module as its own type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts all parameters and buffers of floating-point type, in place.</summary>
    public static T to<T>(this T module, ScalarType type) where T : nn.Module => (T)module._to(CPU, type);

    /// <summary>Moves all parameters and buffers.</summary>
    public static T to<T>(this T module, Device device) where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(device);
        foreach (var tensor in module.parameters().Concat(module.buffers()))
            tensor.Become(tensor.dtype, device);
        return module;
    }

    /// <summary>Moves all parameters and buffers, and converts those of floating-point type.</summary>
    public static T to<T>(this T module, Device device, ScalarType type) where T : nn.Module => (T)module._to(device, type);

    /// <summary>Moves all parameters and buffers.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1) where T : nn.Module =>
        module.to(new Device(deviceType, deviceIndex));

    /// <summary>Moves all parameters and buffers to the processor.</summary>
    public static T cpu<T>(this T module) where T : nn.Module => module.to(CPU);

    /// <summary>Converts all parameters and buffers of floating-point type to Float64.</summary>
    public static T @double<T>(this T module) where T : nn.Module => module.to(ScalarType.Float64);

    /// <summary>Converts all parameters and buffers of floating-point type to Float32.</summary>
    public static T @float<T>(this T module) where T : nn.Module => module.to(ScalarType.Float32);
}
