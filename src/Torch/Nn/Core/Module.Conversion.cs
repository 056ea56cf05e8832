namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Converts and moves all parameters and buffers of floating-point type, in place: the objects stay the same.</summary>
            /// <param name="device">Where to.</param>
            /// <param name="dtype">The type for floating-point numbers; others keep theirs.</param>
            /// <param name="non_blocking">No effect on the processor.</param>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => Become(device, dtype);

            /// <inheritdoc cref="_to(Device, ScalarType, bool)"/>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Become(null, dtype);

            /// <summary>Moves all parameters and buffers, in place: the objects stay the same.</summary>
            /// <param name="deviceType">The kind of device.</param>
            /// <param name="deviceIndex">Its number.</param>
            /// <param name="non_blocking">No effect on the processor.</param>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Become(new(deviceType, deviceIndex), null);

            private Module Become(Device? device, ScalarType? dtype)
            {
                using (no_grad())
                {
                    foreach (var tensor in parameters().Concat(buffers()))
                        tensor.Become(tensor.is_floating_point() ? dtype ?? tensor.dtype : tensor.dtype, device ?? tensor.device);
                }

                return this;
            }
        }
    }
}
