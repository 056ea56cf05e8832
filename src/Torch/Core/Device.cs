using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Kinds of device; this build computes on <see cref="CPU"/> and knows <see cref="META"/> (shapes without data).</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,
    /// <summary>An NVIDIA graphics card: not available here.</summary>
    CUDA = 1,
    /// <summary>An Apple graphics processor: not available here.</summary>
    MPS = 13,
    /// <summary>Shapes and types without data.</summary>
    META = 14,
}

public static partial class torch
{
    /// <summary>Where a tensor lives.</summary>
    public class Device : IEquatable<Device>
    {
        /// <summary>A device by kind; <paramref name="index"/> −1 means the only or current one.</summary>
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        /// <summary>A device by name, with a number after a colon if there are several: <c>"cpu"</c>, <c>"cuda:0"</c>, <c>"meta"</c>.</summary>
        /// <exception cref="ArgumentException">It is no such name.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            var number = -1;
            if (parts.Length > 2 || (parts.Length == 2 && (!int.TryParse(parts[1], out number) || number < 0)))
                throw new ArgumentException($"\"{description}\" is no device: expected a name, or a name, a colon and a number.", nameof(description));
            (type, index) = (Named(parts[0], description, nameof(description)), number);
        }

        /// <summary>A device by the name of its kind, and its number.</summary>
        /// <exception cref="ArgumentException">It is no such name.</exception>
        public Device(string deviceType, int index = -1)
        {
            ArgumentNullException.ThrowIfNull(deviceType);
            (type, this.index) = (Named(deviceType, deviceType, nameof(deviceType)), index);
        }

        /// <summary>A graphics card by its number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind.</summary>
        public DeviceType type { get; }

        /// <summary>The number among devices of the kind; −1 for the only or current one.</summary>
        public int index { get; }

        /// <summary>A device by name.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc/>
        public bool Equals(Device? other) => other is not null && other.type == type && other.index == index;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(type, index);

        /// <summary>The name, for example <c>cpu</c>.</summary>
        public override string ToString() => type.ToString().ToLowerInvariant() + (index < 0 || type == DeviceType.CPU ? "" : ":" + index);

        /// <summary>Same kind and number.</summary>
        public static bool operator ==(Device? left, Device? right) => left is null ? right is null : left.Equals(right);

        /// <summary>Another kind or number.</summary>
        public static bool operator !=(Device? left, Device? right) => !(left == right);

        private static DeviceType Named(string kind, string given, string name) => kind.ToLowerInvariant() switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            _ => throw new ArgumentException($"\"{given}\" is no device; expected \"cpu\" or \"meta\".", name),
        };
    }

    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Shapes and types without data.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>A graphics card.</summary>
    /// <exception cref="ArgumentException">Always: this build has none.</exception>
    public static Device CUDA => InitializeDevice(new(DeviceType.CUDA));

    /// <summary>An Apple graphics processor.</summary>
    /// <exception cref="ArgumentException">Always: this build has none.</exception>
    public static Device MPS => InitializeDevice(new(DeviceType.MPS));

    /// <summary>The device that a name such as <c>"cpu"</c> means.</summary>
    /// <exception cref="ArgumentException">There is no such device.</exception>
    public static Device device(string description) => InitializeDevice(new(description));
    /// <inheritdoc cref="device(string)"/>
    public static Device device(string deviceType, int index = -1) => InitializeDevice(new(deviceType, index));
    /// <inheritdoc cref="device(string)"/>
    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new(deviceType, index));
    /// <inheritdoc cref="device(string)"/>
    public static Device device(int index) => InitializeDevice(new(index));

    /// <summary>The device itself, if there is one; the processor for null.</summary>
    /// <exception cref="ArgumentException">There is no such device.</exception>
    public static Device InitializeDevice(Device? device) => Known(device) ?? CPU;
    /// <summary>Does nothing if there are such devices.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static void InitializeDeviceType(DeviceType deviceType) => Known(new(deviceType), nameof(deviceType));
    /// <summary>Where tensors are made unless told otherwise: on the processor.</summary>
    public static Device get_default_device() => CPU;
    /// <summary>Says where tensors are made unless told otherwise, which can only be the processor.</summary>
    /// <exception cref="ArgumentException">It is another device.</exception>
    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.type != DeviceType.CPU)
            throw new ArgumentException($"Tensors are made on the processor here, not on {device}. Expected \"cpu\".", nameof(device));
    }

    /// <inheritdoc cref="set_default_device(Device)"/>
    public static void set_default_device(string device) => set_default_device(new Device(device));
    /// <summary>Whether there are such devices.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType is DeviceType.CPU or DeviceType.META;
    /// <summary>Whether there are NVIDIA graphics cards: there are none.</summary>
    public static bool cuda_is_available() => false;
    /// <summary>Whether there are Apple graphics processors: there are none.</summary>
    public static bool mps_is_available() => false;

    /// <summary>NVIDIA graphics cards, of which there are none: what programs ask before they choose a device.</summary>
    public static class cuda
    {
        /// <summary>Whether there are any: there are none.</summary>
        public static bool is_available() => false;
        /// <summary>How many there are: none.</summary>
        public static int device_count() => 0;
        /// <summary>Whether the library of neural networks for them is there: it is not.</summary>
        public static bool is_cudnn_available() => false;
        /// <summary>Seeds their generators, of which there are none.</summary>
        public static void manual_seed(long seed)
        {
        }

        /// <inheritdoc cref="manual_seed"/>
        public static void manual_seed_all(long seed)
        {
        }

        /// <summary>Waits until they have done what they were asked for: they have.</summary>
        public static void synchronize(Device? device = null)
        {
        }
    }

    /// <summary>The device, if this build can use it; null for null.</summary>
    internal static Device? Known(Device? device, [CallerArgumentExpression(nameof(device))] string name = "") =>
        device is null || TryInitializeDeviceType(device.type)
            ? device
            : throw new ArgumentException($"There is no device {device} here: this libtorch computes on the processor. Expected \"cpu\".", name);
}
