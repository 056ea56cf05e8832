using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A base for sequences of modules from one value: a derived class says in its forward how values flow.</summary>
public abstract class Sequential<T, TResult> : nn.Module<T, TResult>
{
    /// <summary>Named modules in order.</summary>
    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    /// <summary>Modules in order, named by their number.</summary>
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    /// <summary>Adds a module at the end.</summary>
    public Sequential<T, TResult> append(string name, nn.Module module)
    {
        register_module(name, module);
        return this;
    }

    /// <summary>Adds a module at the end, named by its number.</summary>
    public Sequential<T, TResult> append(nn.Module module) => append(Count.ToString(), module);

    /// <summary>How many modules there are.</summary>
    public int Count => children().Count();

    /// <summary>The module at a place.</summary>
    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => children().ElementAt(index);
}

/// <summary>A base for sequences of modules from two values: a derived class says in its forward how values flow.</summary>
public abstract class Sequential<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>Named modules in order.</summary>
    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    /// <summary>Modules in order, named by their number.</summary>
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    /// <summary>Adds a module at the end.</summary>
    public Sequential<T1, T2, TResult> append(string name, nn.Module module)
    {
        register_module(name, module);
        return this;
    }

    /// <summary>Adds a module at the end, named by its number.</summary>
    public Sequential<T1, T2, TResult> append(nn.Module module) => append(Count.ToString(), module);

    /// <summary>How many modules there are.</summary>
    public int Count => children().Count();

    /// <summary>The module at a place.</summary>
    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => children().ElementAt(index);
}

/// <summary>A base for sequences of modules from three values: a derived class says in its forward how values flow.</summary>
public abstract class Sequential<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <summary>Named modules in order.</summary>
    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    /// <summary>Modules in order, named by their number.</summary>
    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules)
            append(module);
    }

    /// <summary>Adds a module at the end.</summary>
    public Sequential<T1, T2, T3, TResult> append(string name, nn.Module module)
    {
        register_module(name, module);
        return this;
    }

    /// <summary>Adds a module at the end, named by its number.</summary>
    public Sequential<T1, T2, T3, TResult> append(nn.Module module) => append(Count.ToString(), module);

    /// <summary>How many modules there are.</summary>
    public int Count => children().Count();

    /// <summary>The module at a place.</summary>
    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => children().ElementAt(index);
}
