using TorchSharp.Distributed;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>A module of one input that learns as one on all ranks; see <see cref="torch.nn.parallel"/>.</summary>
    public sealed class DistributedDataParallel<T, TResult> : torch.nn.Module<T, TResult>
    {
        private readonly GradientAverager _averager;

        internal DistributedDataParallel(torch.nn.Module<T, TResult> module, Func<GradientAverager> averager) : base("DistributedDataParallel")
        {
            (this.module, _averager) = (module, averager());
            register_module(nameof(module), module);
        }

        /// <summary>The module that this rank runs.</summary>
        public torch.nn.Module<T, TResult> module { get; }

        /// <summary>Until the result is disposed, gradients are added up on each rank alone; the first backward pass after it averages the sums.</summary>
        public IDisposable no_sync() => new Unaveraged(_averager);

        /// <inheritdoc/>
        public override TResult forward(T input) => _averager.Run(training, () => module.call(input));

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            _averager.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A module of two inputs that learns as one on all ranks; see <see cref="torch.nn.parallel"/>.</summary>
    public sealed class DistributedDataParallel<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
    {
        private readonly GradientAverager _averager;

        internal DistributedDataParallel(torch.nn.Module<T1, T2, TResult> module, Func<GradientAverager> averager) : base("DistributedDataParallel")
        {
            (this.module, _averager) = (module, averager());
            register_module(nameof(module), module);
        }

        /// <summary>The module that this rank runs.</summary>
        public torch.nn.Module<T1, T2, TResult> module { get; }

        /// <inheritdoc cref="DistributedDataParallel{T, TResult}.no_sync"/>
        public IDisposable no_sync() => new Unaveraged(_averager);

        /// <inheritdoc/>
        public override TResult forward(T1 input1, T2 input2) => _averager.Run(training, () => module.call(input1, input2));

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            _averager.Dispose();
            base.Dispose(disposing);
        }
    }

    internal sealed class Unaveraged : IDisposable
    {
        private readonly GradientAverager _averager;
        private readonly bool _before;

        internal Unaveraged(GradientAverager averager) => ((_averager, _before), averager.Enabled) = ((averager, averager.Enabled), false);

        public void Dispose() => _averager.Enabled = _before;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// Modules that learn as one on all ranks. With R ranks, each given its share of a batch and the mean loss over that share, the
            /// parameters follow those of one process given the whole batch: gradients are averaged over the ranks during the backward pass. They
            /// start from the values of rank 0. Convert the module before wrapping it, and give its parameters to the optimiser as usual. All ranks
            /// have to do the same number of steps.
            /// </summary>
            public static class parallel
            {
                /// <summary>Wraps a module; all ranks have to, at the same point of the program.</summary>
                /// <param name="module">The module, with the same parameters and buffers on all ranks. The wrapper disposes it.</param>
                /// <param name="bucket_cap_mb">Gradients are sent in groups of about this size, in megabytes; a first group is of 1 MB.</param>
                /// <param name="broadcast_buffers">Whether buffers (the averages of batch norm, say) follow those of rank 0 while training.</param>
                /// <param name="find_unused_parameters">Whether some parameters may get no gradient in some steps; costs a walk through each graph.</param>
                /// <param name="gradient_as_bucket_view">Whether gradients live in the memory that is sent, which saves a copy.</param>
                /// <exception cref="ArgumentException">Nothing to learn, or the ranks' modules differ (all ranks get the error).</exception>
                /// <exception cref="InvalidOperationException">Before <see cref="distributed.init_process_group"/>.</exception>
                /// <exception cref="TorchException">Another rank ended or did not come in time.</exception>
                public static DistributedDataParallel<T, TResult> DistributedDataParallel<T, TResult>(
                    Module<T, TResult> module,
                    double bucket_cap_mb = 25,
                    bool broadcast_buffers = true,
                    bool find_unused_parameters = false,
                    bool gradient_as_bucket_view = false)
                {
                    Check(module, bucket_cap_mb);
                    return new(module, () => new(module, bucket_cap_mb, broadcast_buffers, find_unused_parameters, gradient_as_bucket_view));
                }

                /// <inheritdoc cref="DistributedDataParallel{T, TResult}"/>
                public static DistributedDataParallel<T1, T2, TResult> DistributedDataParallel<T1, T2, TResult>(
                    Module<T1, T2, TResult> module,
                    double bucket_cap_mb = 25,
                    bool broadcast_buffers = true,
                    bool find_unused_parameters = false,
                    bool gradient_as_bucket_view = false)
                {
                    Check(module, bucket_cap_mb);
                    return new(module, () => new(module, bucket_cap_mb, broadcast_buffers, find_unused_parameters, gradient_as_bucket_view));
                }

                private static void Check(Module module, double bucket_cap_mb)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucket_cap_mb);
                    _ = distributed.Group;
                }
            }
        }
    }
}
