namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of different lengths, step by step without padding, the longest first.</summary>
                public sealed class PackedSequence : IScoped
                {
                    private DisposeScope? _scope;
                    private bool _disposed;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted, Tensor? unsorted)
                    {
                        (this.data, this.batch_sizes) = (data.DetachFromDisposeScope(), batch_sizes.DetachFromDisposeScope());
                        (sorted_indices, unsorted_indices) = (sorted?.DetachFromDisposeScope(), unsorted?.DetachFromDisposeScope());
                        DisposeScopeManager.OfThread.Created(this);
                    }

                    DisposeScope? IScoped.OwningDisposeScope
                    {
                        get => _scope;
                        set => _scope = value;
                    }

                    /// <summary>All first steps, then all second steps, and so on: [steps, *].</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have a first, second, … step.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Which sequence lies where after sorting by length, or null if they were sorted.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>Where each sequence lies after sorting by length, or null if they were sorted.</summary>
                    public readonly Tensor? unsorted_indices;

                    /// <summary>How many sequences there are.</summary>
                    internal long Count
                    {
                        get
                        {
                            using var first = batch_sizes[0];
                            return first.ToInt64();
                        }
                    }

                    internal Tensor Sorted(Tensor states) => sorted_indices is null ? states : states.index_select(1, sorted_indices);

                    internal Tensor Unsorted(Tensor states) => unsorted_indices is null ? states : states.index_select(1, unsorted_indices);

                    /// <summary>Other data of the same lengths.</summary>
                    internal PackedSequence With(Tensor other) =>
                        new(other, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());

                    /// <summary>Hands the sequences to the enclosing dispose scope; with none, nothing disposes them any more.</summary>
                    public PackedSequence MoveToOuterDisposeScope()
                    {
                        _scope?.MoveToOuter(this);
                        return this;
                    }

                    /// <summary>Takes the sequences out of all dispose scopes.</summary>
                    public PackedSequence DetachFromDisposeScope()
                    {
                        _scope?.Detach(this);
                        return this;
                    }

                    /// <summary>Hands the sequences to a scope; null takes them out of all scopes.</summary>
                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other)
                    {
                        DisposeScope.Hand(this, other);
                        return this;
                    }

                    /// <summary>Hands the sequences to the scope that owns others; if none does, takes them out of all scopes.</summary>
                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other)
                    {
                        ArgumentNullException.ThrowIfNull(other);
                        return MoveToOtherDisposeScope(other._scope);
                    }

                    /// <summary>Disposes the tensors.</summary>
                    public void Dispose()
                    {
                        if (_disposed)
                            return;
                        _disposed = true;
                        DisposeScopeManager.OfThread.Disposed(this);
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }
                }
            }
        }
    }
}
