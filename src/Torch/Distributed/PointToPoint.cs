using TorchSharp.Distributed;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>Sends a tensor to one other rank, which has to call <see cref="recv"/>; returns when it has gone.</summary>
        /// <param name="tensor">Of any shape and type.</param>
        /// <param name="dst">The rank that gets it; not this one.</param>
        /// <param name="tag">Tells several transfers between the same ranks apart.</param>
        /// <exception cref="ArgumentException">There is no such rank, or it is this one.</exception>
        /// <exception cref="TorchException">The other rank expects another type or shape (both get the error), ended, or did not come in time.</exception>
        public static void send(Tensor tensor, int dst, int tag = 0)
        {
            var packed = Transfer(tensor, Other(dst, nameof(dst)), tag, sending: true);
            packed.Release();
        }

        /// <summary>Takes a tensor from one other rank, in place.</summary>
        /// <param name="tensor">Where it goes; of the type and shape of what is sent.</param>
        /// <param name="src">The rank that sends it; not this one.</param>
        /// <param name="tag">The tag it is sent with.</param>
        /// <returns>The rank that sent it.</returns>
        /// <inheritdoc cref="send"/>
        public static int recv(Tensor tensor, int src, int tag = 0)
        {
            var packed = Transfer(tensor, Other(src, nameof(src)), tag, sending: false);
            packed.Written();
            return src;
        }

        private static Packed Transfer(Tensor tensor, int peer, int tag, bool sending)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(tag);
            var packed = Packed.Of(tensor, nameof(tensor));
            Native.Check(
                Native.shim_transfer(Group.Handle, packed.Handle, peer, tag, sending ? 1 : 0), sending ? nameof(send) : nameof(recv));
            GC.KeepAlive(packed);
            return packed;
        }

        private static int Other(int rank, string name) =>
            Member(rank, name) != get_rank() ? rank : throw new ArgumentException($"{name} must be another rank, not {rank}, which is this one.", name);
    }
}
