namespace TorchSharp;

/// <summary>What a dispose scope can own: tensors and packed sequences.</summary>
internal interface IScoped : IDisposable
{
    DisposeScope? OwningDisposeScope { get; set; }
}

/// <summary>
/// Disposes, when it ends, every tensor that was created on its thread while it was the innermost scope.
/// Made by <see cref="torch.NewDisposeScope"/>.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private readonly Lock _gate = new(); // members may be disposed, and handed on, by other threads
    private bool _ended;
    private HashSet<IDisposable> _members = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer) => (_manager, OuterScope) = (manager, outer);

    /// <summary>The scope that encloses this one and is still open.</summary>
    internal DisposeScope? OuterScope { get; set; }

    /// <summary>A copy of the list of what this scope will dispose.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            lock (_gate)
                return [.. _members];
        }
    }

    /// <summary>How many objects this scope will dispose.</summary>
    public int DisposablesCount => _members.Count;

    /// <summary>Whether this scope will dispose <paramref name="disposable"/>.</summary>
    public bool Contains(IDisposable disposable)
    {
        lock (_gate)
            return _members.Contains(disposable);
    }

    /// <summary>Takes a tensor or packed sequence over from whichever scope has it; those created inside the scope are added by themselves.</summary>
    /// <exception cref="InvalidOperationException">It is something else.</exception>
    /// <exception cref="ObjectDisposedException">The scope has ended.</exception>
    public T Include<T>(T disposable) where T : IDisposable
    {
        Attach(disposable);
        return disposable;
    }

    /// <inheritdoc cref="Include{T}"/>
    public void Attach(IDisposable disposable)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        if (disposable is not IScoped item)
            throw new InvalidOperationException($"A dispose scope owns tensors and packed sequences, not a {disposable.GetType().Name}.");
        ObjectDisposedException.ThrowIf(_ended, this);
        if (item.OwningDisposeScope == this)
            return;
        DisposeScopeManager.OfThread.Of(item).AttachedToScopeCount++;
        TakeOver(item);
    }

    private void TakeOver(IScoped item)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        item.OwningDisposeScope?.MarkAsDisposed(item);
        Register(item);
    }

    /// <summary>Hands something to a scope, or to none, from wherever it is.</summary>
    internal static void Hand(IScoped item, DisposeScope? to)
    {
        if (item.OwningDisposeScope is { } owner)
            owner.Move(to, item);
        else
            to?.Attach(item);
    }

    /// <inheritdoc cref="Include{T}"/>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Include{T}"/>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        ArgumentNullException.ThrowIfNull(disposables);
        IDisposable[] list = [.. disposables];
        foreach (var disposable in list)
            Attach(disposable);
        return list;
    }

    /// <summary>Hands an object to the enclosing scope; with none, nothing disposes it any more.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <inheritdoc cref="MoveToOuter{T}"/>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    /// <inheritdoc cref="MoveToOuter{T}"/>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <inheritdoc cref="MoveToOuter{T}"/>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    /// <inheritdoc cref="MoveToOuter{T}"/>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Hands an object of this scope to another one; null means that nothing disposes it any more.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOther{T}"/>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second));

    /// <inheritdoc cref="MoveToOther{T}"/>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    /// <inheritdoc cref="MoveToOther{T}"/>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="MoveToOther{T}"/>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        ArgumentNullException.ThrowIfNull(disposables);
        foreach (var disposable in disposables)
            Move(scope, disposable);
    }

    /// <summary>Takes an object out of all scopes: its owner has to dispose it (or the collector will).</summary>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <inheritdoc cref="Detach{T}"/>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    /// <inheritdoc cref="Detach{T}"/>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (Detach(first), Detach(second), Detach(third));

    /// <inheritdoc cref="Detach{T}"/>
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    /// <inheritdoc cref="Detach{T}"/>
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Disposes all members now; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes all members but those given, which stay members.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ArgumentNullException.ThrowIfNull(inKeep);
        var kept = new HashSet<IDisposable>(inKeep.Where(d => d is not null), ReferenceEqualityComparer.Instance);
        HashSet<IDisposable> old;
        lock (_gate)
        {
            (old, _members) = (_members, kept);
            old.ExceptWith(kept);
        }

        foreach (var disposable in old)
            disposable.Dispose();
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Forgets an object that its owner has disposed.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        lock (_gate)
            _members.Remove(disposable);
        if (disposable is IScoped item)
            item.OwningDisposeScope = null;
    }

    /// <summary>Disposes all members and ends the scope.</summary>
    public void Dispose()
    {
        if (_ended)
            return;
        DisposeEverything();
        _ended = true;
        _manager.Remove(this);
    }

    internal void Register(IScoped item)
    {
        item.OwningDisposeScope = this;
        lock (_gate)
            _members.Add(item);
    }

    private void Move(DisposeScope? scope, IDisposable disposable)
    {
        if (disposable is not IScoped item || !Contains(item))
            return;
        if (scope is not null)
        {
            scope.TakeOver(item);
            return;
        }

        MarkAsDisposed(item);
        DisposeScopeManager.OfThread.Of(item).DetachedFromScopeCount++;
    }
}
