using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list whose items belong to the module, named by their number.</summary>
/// <typeparam name="T">Modules or parameters.</typeparam>
public abstract class ItemList<T> : nn.Module, IList<T>
{
    private readonly List<T> _items;

    private protected ItemList(string name, IEnumerable<T> items) : base(name)
    {
        _items = [.. items];
        Changed();
    }

    private protected abstract void Register(string name, T item);

    private void Changed()
    {
        Unregister();
        for (var i = 0; i < _items.Count; i++)
            Register(i.ToString(), _items[i]);
    }

    /// <inheritdoc/>
    protected override void RegisterComponents()
    {
    }

    /// <inheritdoc/>
    public T this[int index]
    {
        get => _items[index];
        set
        {
            _items[index] = value;
            Changed();
        }
    }

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public void Add(T item)
    {
        _items.Add(item);
        Changed();
    }

    /// <summary>Adds items at the end.</summary>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds items at the end.</summary>
    public void extend(IEnumerable<T> parameters)
    {
        _items.AddRange(parameters);
        Changed();
    }

    /// <inheritdoc/>
    public void Insert(int index, T item)
    {
        _items.Insert(index, item);
        Changed();
    }

    /// <inheritdoc/>
    public bool Remove(T item)
    {
        var removed = _items.Remove(item);
        Changed();
        return removed;
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        _items.RemoveAt(index);
        Changed();
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _items.Clear();
        Changed();
    }

    /// <inheritdoc/>
    public bool Contains(T item) => _items.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(T item) => _items.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
