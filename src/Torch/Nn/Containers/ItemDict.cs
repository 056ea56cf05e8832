using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A dictionary, in the order of insertion, whose items belong to the module under their keys.</summary>
/// <typeparam name="T">Modules or parameters.</typeparam>
public abstract class ItemDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)>
{
    private readonly OrderedDictionary<string, T> _items = [];

    private protected ItemDict(string name) : base(name)
    {
    }

    private protected abstract void Register(string name, T item);

    private void Changed()
    {
        Unregister();
        foreach (var (name, item) in _items)
            Register(name, item);
    }

    /// <inheritdoc/>
    protected override void RegisterComponents()
    {
    }

    /// <summary>Removes all items.</summary>
    public void clear() => Clear();

    /// <summary>The keys and items in order.</summary>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <summary>The keys in order.</summary>
    public IEnumerable<string> keys() => _items.Keys;

    /// <summary>The items in order.</summary>
    public IEnumerable<T> values() => _items.Values;

    /// <summary>The key and item at a place.</summary>
    public (string, T) this[int index]
    {
        get => _items.GetAt(index) is var (key, item) ? (key, item) : default;
        set
        {
            _items.SetAt(index, value.Item1, value.Item2);
            Changed();
        }
    }

    /// <inheritdoc/>
    public T this[string key]
    {
        get => _items[key];
        set
        {
            _items[key] = value;
            Changed();
        }
    }

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public ICollection<string> Keys => _items.Keys;

    /// <inheritdoc/>
    public ICollection<T> Values => _items.Values;

    /// <inheritdoc cref="ICollection{T}.Count"/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc/>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <inheritdoc/>
    public void Add(string key, T value)
    {
        _items.Add(key, value);
        Changed();
    }

    /// <inheritdoc/>
    public void Insert(int index, (string, T) item)
    {
        _items.Insert(index, item.Item1, item.Item2);
        Changed();
    }

    /// <inheritdoc/>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc/>
    public bool Remove(KeyValuePair<string, T> item) => Contains(item) && Remove(item.Key);

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        var removed = _items.Remove(key);
        Changed();
        return removed;
    }

    /// <inheritdoc/>
    public void RemoveAt(int index)
    {
        _items.RemoveAt(index);
        Changed();
    }

    /// <inheritdoc cref="ICollection{T}.Clear"/>
    public void Clear()
    {
        _items.Clear();
        Changed();
    }

    /// <inheritdoc/>
    public bool Contains((string, T) item) => Contains(new KeyValuePair<string, T>(item.Item1, item.Item2));

    /// <inheritdoc/>
    public bool Contains(KeyValuePair<string, T> item) => ((ICollection<KeyValuePair<string, T>>)_items).Contains(item);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    /// <inheritdoc/>
    public int IndexOf((string, T) item) => Contains(item) ? _items.IndexOf(item.Item1) : -1;

    /// <inheritdoc/>
    public void CopyTo((string, T)[] array, int arrayIndex)
    {
        foreach (var (key, item) in _items)
            array[arrayIndex++] = (key, item);
    }

    /// <inheritdoc/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, T>>)_items).CopyTo(array, arrayIndex);

    /// <summary>The keys and items in order.</summary>
    public IEnumerator<(string, T)> GetEnumerator() => _items.Select(i => (i.Key, i.Value)).GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
