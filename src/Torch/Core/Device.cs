namespace TorchSharp;

/// <summary>Kinds of device; this build computes on <see cref="CPU"/> and knows <see cref="META"/> (shapes without data).</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,
    /// <summary>An NVIDIA graphics card: not available here.</summary>
    CUDA = 1,
    /// <summary>Shapes and types without data.</summary>
    META = 14,
}

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static Device CPU { get; } = new(DeviceType.CPU);

    /// <summary>Shapes and types without data.</summary>
    public static Device META { get; } = new(DeviceType.META);

    /// <summary>The device that a name such as <c>"cpu"</c> means.</summary>
    public static Device device(string description) => new(description);

    /// <summary>Where a tensor lives.</summary>
    public sealed class Device : IEquatable<Device>
    {
        /// <summary>A device by kind; <paramref name="index"/> −1 means the only or current one.</summary>
        public Device(DeviceType type, int index = -1) => (this.type, this.index) = (type, index);

        /// <summary>A device by name: <c>"cpu"</c>, <c>"meta"</c>.</summary>
        /// <exception cref="ArgumentException">The name is not one of these.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = parts[0].ToLowerInvariant() switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                "meta" => DeviceType.META,
                _ => throw new ArgumentException($"\"{description}\" is no device; expected \"cpu\" or \"meta\".", nameof(description)),
            };
            index = parts.Length > 1 && int.TryParse(parts[1], out var n) ? n : -1;
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
        public override string ToString() => type.ToString().ToLowerInvariant() + (index < 0 ? "" : ":" + index);

        /// <summary>Same kind and number.</summary>
        public static bool operator ==(Device? left, Device? right) => left is null ? right is null : left.Equals(right);

        /// <summary>Another kind or number.</summary>
        public static bool operator !=(Device? left, Device? right) => !(left == right);
    }
}
