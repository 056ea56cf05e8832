using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers: the same seed gives the same bits on the same machine.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A generator of its own, seeded.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            if (Known(device) is { } place && place != CPU)
                throw new ArgumentException($"Generators live on the processor, not on {device}.", nameof(device));
            _handle = Native.shim_generator_new(seed);
        }

        private Generator(nint handle) => _handle = handle;

        /// <summary>Gives the native generator back.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The generator that is used where none is given.</summary>
        public static Generator Default { get; } = new(Native.shim_generator_default());

        /// <summary>The native generator.</summary>
        /// <exception cref="ObjectDisposedException">The generator was disposed.</exception>
        public nint Handle => _handle is var h && h != 0 ? h : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>Where the generator lives.</summary>
        public Device device { get; } = CPU;

        /// <summary>Starts the sequence of a seed.</summary>
        public Generator manual_seed(long seed)
        {
            Native.shim_generator_set_seed(Handle, unchecked((ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>The seed that the sequence began with.</summary>
        public long initial_seed()
        {
            var seed = Native.shim_generator_seed(Handle);
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        /// <summary>Starts the sequence of a seed taken from the clock and returns the seed.</summary>
        public long seed()
        {
            var fresh = BitConverter.ToInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
            manual_seed(fresh);
            return fresh;
        }

        /// <summary>The state as bytes, for <see cref="set_state"/>.</summary>
        public Tensor get_state()
        {
            var state = Native.shim_generator_state(Handle);
            GC.KeepAlive(this);
            return state == 0 ? throw Native.Error(nameof(get_state)) : Tensor.Adopt(state, 0);
        }

        /// <summary>Goes on from a state that <see cref="get_state"/> returned.</summary>
        /// <exception cref="TorchException">It is no such state.</exception>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Native.Check(Native.shim_generator_set_state(Handle, value.Handle), nameof(set_state));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        /// <summary>Gives the native generator back.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives the native generator back.</summary>
        protected virtual void Dispose(bool disposing) => Release();

        private void Release()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                Native.shim_generator_delete(handle);
        }
    }

    /// <summary>Random numbers: the default generator's seed and state.</summary>
    public static partial class random
    {
        /// <summary>Seeds the default generator.</summary>
        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);
        /// <summary>Seeds the default generator with a number of its own choice, and returns it.</summary>
        public static long seed() => Generator.Default.seed();
        /// <summary>The seed that the default generator's sequence began with.</summary>
        public static long initial_seed() => Generator.Default.initial_seed();
        /// <summary>The default generator's state.</summary>
        public static Tensor get_rng_state() => Generator.Default.get_state();
        /// <summary>Puts the default generator into a state.</summary>
        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    /// <summary>Seeds the default generator, which is used where no generator is given.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);
    /// <summary>Seeds the default generator with a number of its own choice, and returns it.</summary>
    public static long seed() => Generator.Default.seed();
    /// <summary>The seed that the default generator's sequence began with.</summary>
    public static long initial_seed() => Generator.Default.initial_seed();
    /// <summary>The default generator's state.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();
    /// <summary>Puts the default generator into a state.</summary>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
