using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>A collective that runs in the background. Do not touch its tensors before <see cref="wait"/> has returned.</summary>
        public sealed class Work : IDisposable
        {
            private readonly WorkHandle? _handle;
            private readonly string _operation;
            private Action? _finish;

            /// <param name="handle">The native work; null for one that is done.</param>
            /// <param name="operation">Its name, for errors.</param>
            /// <param name="finish">What is left to do on the thread that waits: copying back, dividing.</param>
            internal Work(WorkHandle? handle, string operation, Action? finish) => (_handle, _operation, _finish) = (handle, operation, finish);

            /// <summary>Whether the ranks are done with it; it may have failed, which <see cref="wait"/> tells.</summary>
            public bool is_completed()
            {
                if (_handle is null)
                    return true;
                var completed = Native.shim_work_completed(_handle);
                Native.Check(completed, _operation);
                return completed != 0;
            }

            /// <summary>Blocks until the result is there.</summary>
            /// <exception cref="TorchException">Another rank ended or failed, or the group's timeout passed: the message says which.</exception>
            public void wait()
            {
                if (_handle is not null)
                    Native.Check(Native.shim_work_wait(_handle), _operation);
                Interlocked.Exchange(ref _finish, null)?.Invoke();
            }

            /// <summary>Lets go of the native object; the collective itself goes on.</summary>
            public void Dispose() => _handle?.Dispose();
        }
    }
}
