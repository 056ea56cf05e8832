namespace TorchSharp;

/// <summary>The open dispose scopes of one thread.</summary>
public sealed class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? _ofThread;
    private readonly List<DisposeScope> _open = [];

    private DisposeScopeManager()
    {
    }

    internal static DisposeScopeManager OfThread => _ofThread ??= new();

    /// <summary>The innermost open scope of this thread, or null.</summary>
    internal static DisposeScope? Innermost => _ofThread is { _open: [.., var last] } ? last : null;

    internal DisposeScope Open()
    {
        var scope = new DisposeScope(this, Innermost);
        _open.Add(scope);
        return scope;
    }

    internal void Remove(DisposeScope scope) => _open.Remove(scope);
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
