namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched: hooks run before and after <c>forward</c> when the module is called.</summary>
        /// <typeparam name="TPreHook">What runs before, and may replace the arguments.</typeparam>
        /// <typeparam name="TPostHook">What runs after, and may replace the result.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            // Copied when changed, so that a hook may remove itself while hooks run.
            private (string Key, TPreHook Hook)[] _before = [];
            private (string Key, TPostHook Hook)[] _after = [];
            private (string Key, Action<Module> Hook)[] _plainBefore = [], _plainAfter = [];

            /// <summary>A module of the given kind name.</summary>
            protected HookableModule(string name) : base(name)
            {
            }

            /// <summary>Runs a function after each call; what it returns replaces the result, unless it is null.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Add(ref _after, hook);

            /// <summary>Runs a function before each call; what it returns replaces the arguments, unless it is null.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(ref _before, hook);

            /// <summary>Runs a function of the module after each call.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(ref _plainAfter, hook);

            /// <summary>Runs a function of the module before each call.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(ref _plainBefore, hook);

            /// <summary>Starts a call: what to run before <c>forward</c>.</summary>
            /// <exception cref="ObjectDisposedException">The module was disposed.</exception>
            private protected (string Key, TPreHook Hook)[] Before()
            {
                ObjectDisposedException.ThrowIf(IsDisposed, this);
                foreach (var (_, hook) in _plainBefore)
                    hook(this);
                return _before;
            }

            /// <summary>What to run after <c>forward</c>.</summary>
            private protected (string Key, TPostHook Hook)[] After => _after;

            /// <summary>Ends a call.</summary>
            private protected TResult Ended<TResult>(TResult result)
            {
                foreach (var (_, hook) in _plainAfter)
                    hook(this);
                return result;
            }

            private HookRemover Add<T>(ref (string, T)[] hooks, T hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = Guid.NewGuid().ToString();
                hooks = [.. hooks, (key, hook)];
                return new(this, key);
            }

            private void Remove(string key)
            {
                _before = [.. _before.Where(h => h.Key != key)];
                _after = [.. _after.Where(h => h.Key != key)];
                _plainBefore = [.. _plainBefore.Where(h => h.Key != key)];
                _plainAfter = [.. _plainAfter.Where(h => h.Key != key)];
            }

            /// <summary>Takes one hook off its module.</summary>
            /// <param name="module">The module.</param>
            /// <param name="key">The hook's key.</param>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Takes the hook off; later calls do nothing.</summary>
                public void remove() => module.Remove(key);
            }
        }
    }
}
