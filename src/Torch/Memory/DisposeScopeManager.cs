namespace TorchSharp;

/// <summary>The open dispose scopes of one thread.</summary>
public sealed class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? _ofThread;
    private readonly List<DisposeScope> _open = [];

    private readonly ThreadDisposeScopeStatistics _statistics = new();

    /// <summary>The scopes and counts of the calling thread.</summary>
    internal static DisposeScopeManager OfThread => _ofThread ??= new();

    /// <summary>How many tensors the calling thread has created and disposed, in and out of scopes.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread._statistics;

    /// <summary>The innermost open scope of this thread, or null.</summary>
    internal static DisposeScope? Innermost => _ofThread is { _open: [.., var last] } ? last : null;

    internal LifetimeStatistics Of(IScoped item) =>
        item is torch.Tensor ? _statistics.TensorStatistics : _statistics.PackedSequenceStatistics;

    /// <summary>Counts something new and hands it to the innermost scope.</summary>
    internal void Created(IScoped item)
    {
        if (_open is [.., var scope])
        {
            scope.Register(item);
            Of(item).CreatedInScopeCount++;
        }
        else
            Of(item).CreatedOutsideScopeCount++;
    }

    /// <summary>Counts something that is disposed and takes it out of its scope.</summary>
    internal void Disposed(IScoped item)
    {
        if (item.OwningDisposeScope is { } scope)
        {
            scope.MarkAsDisposed(item);
            Of(item).DisposedInScopeCount++;
        }
        else
            Of(item).DisposedOutsideScopeCount++;
    }

    internal DisposeScope Open()
    {
        var scope = new DisposeScope(this, _open.LastOrDefault());
        _open.Add(scope);
        return scope;
    }

    /// <summary>Takes out a scope that has ended; the scopes in it are now in the one around it.</summary>
    internal void Remove(DisposeScope scope)
    {
        var place = _open.IndexOf(scope);
        if (place < 0)
            return;
        _open.RemoveAt(place);
        if (place < _open.Count)
            _open[place].OuterScope = scope.OuterScope;
    }
}

public static partial class torch
{
    /// <summary>Opens a scope: tensors created on this thread until it is disposed are disposed with it.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    /// <summary>The innermost open scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Innermost;

    /// <summary>Runs <paramref name="expr"/> in a scope of its own and keeps only the tensor that it returns.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        ArgumentNullException.ThrowIfNull(expr);
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }
}
