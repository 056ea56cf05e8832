using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of one element type, with libtorch's operators and automatic differentiation. It owns native
    /// memory: dispose it, create it inside a <see cref="NewDisposeScope">scope</see>, or leave it to the collector.
    /// </summary>
    [TypeFormatterSource(typeof(TensorFormatters))]
    public partial class Tensor : IScoped
    {
        private nint _handle;
        private readonly long _bytes;

        /// <summary>Takes over one counted reference to a native tensor.</summary>
        private protected Tensor(nint handle, long bytes)
        {
            _handle = handle;
            _bytes = bytes + Pressure.Overhead;
            Pressure.Add(_bytes);
            DisposeScopeManager.OfThread.Created(this);
        }

        /// <summary>Gives back the native reference if nobody disposed the tensor.</summary>
        ~Tensor()
        {
            if (_handle != 0)
                Release(Pressure.RemoveFinalized);
        }

        /// <summary>Wraps a reference that the caller owns; a null handle (an undefined tensor) gives null.</summary>
        internal static Tensor Adopt(nint handle, long bytes) => handle == 0 ? null! : new(handle, bytes);

        /// <summary>The native tensor.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle => _handle is var h && h != 0 ? h : throw Disposed();

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle == 0;

        private DisposeScope? _scope;

        DisposeScope? IScoped.OwningDisposeScope
        {
            get => _scope;
            set => _scope = value;
        }

        /// <summary>One more counted reference to the native tensor, for a new owner.</summary>
        internal nint Retain()
        {
            Native.shim_retain(Handle);
            GC.KeepAlive(this);
            return _handle;
        }

        /// <summary>Gives the native tensor back; every later use throws <see cref="ObjectDisposedException"/>.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives the native tensor back.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (_handle == 0)
                return;
            DisposeScopeManager.OfThread.Disposed(this);
            Release(Pressure.Remove);
        }

        private void Release(Action<long> account)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                return;
            Native.shim_release(handle);
            account(_bytes);
        }

        private static ObjectDisposedException Disposed() => new(
            nameof(Tensor),
            "The tensor was disposed: by Dispose, or by the dispose scope it was created in. "
            + "Use MoveToOuterDisposeScope() or DetachFromDisposeScope() to keep a tensor beyond its scope.");

        /// <summary>Hands the tensor to the enclosing dispose scope; with none, nothing disposes it any more.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            _scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of all dispose scopes.</summary>
        public Tensor DetachFromDisposeScope()
        {
            _scope?.Detach(this);
            return this;
        }

        /// <summary>Hands the tensor to a scope; null takes it out of all scopes.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            DisposeScope.Hand(this, other);
            return this;
        }

        /// <summary>Hands the tensor to the scope that owns another one; if none does, takes it out of all scopes.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return MoveToOtherDisposeScope(other._scope);
        }

        /// <summary>Another .NET object for the same native tensor, disposed on its own.</summary>
        public Tensor alias() => Alias.Call(this);

        private static readonly Operator Alias = new("alias");
    }
}
