using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// An ATen operator, found once by its schema name. Arguments are given in the schema's order; those left out at the end
/// take the schema's defaults.
/// </summary>
/// <param name="schema">
/// Name with overload, for example <c>add.Tensor</c>; the namespace <c>aten::</c> is understood. The shim's own operators are in <c>torchsharp::</c>.
/// </param>
internal sealed unsafe class Operator(string schema)
{
    private const int ScratchOnStack = 256, Missing = -2;
    private nint _handle;

    internal string Name { get; } = schema.Contains("::", StringComparison.Ordinal) ? schema : "aten::" + schema;

    /// <summary>The native operator; found on first use.</summary>
    /// <exception cref="TorchException">This libtorch has no such operator.</exception>
    internal nint Handle => _handle != 0 ? _handle : Find();

    private nint Find()
    {
        var dot = Name.IndexOf('.');
        var (name, overload) = dot < 0 ? (Name, "") : (Name[..dot], Name[(dot + 1)..]);
        var found = Native.shim_find(name, overload);
        return found != 0 ? _handle = found : throw Native.Error(Name);
    }

    /// <summary>Calls, and returns the one tensor that results.</summary>
    internal torch.Tensor Call(params ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return Wrap(result);
    }

    internal (torch.Tensor, torch.Tensor) Call2(params ReadOnlySpan<Value> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (Wrap(results[0]), Wrap(results[1]));
    }

    internal (torch.Tensor, torch.Tensor, torch.Tensor) Call3(params ReadOnlySpan<Value> arguments)
    {
        var results = stackalloc NativeValue[3];
        Invoke(arguments, results, 3);
        return (Wrap(results[0]), Wrap(results[1]), Wrap(results[2]));
    }

    internal (torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor) Call4(params ReadOnlySpan<Value> arguments)
    {
        var results = stackalloc NativeValue[4];
        Invoke(arguments, results, 4);
        return (Wrap(results[0]), Wrap(results[1]), Wrap(results[2]), Wrap(results[3]));
    }

    internal torch.Tensor[] CallList(params ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        var handles = (nint*)result.Bits;
        var tensors = new torch.Tensor[result.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = torch.Tensor.Adopt(handles[i], 0);
        return tensors;
    }

    internal void CallVoid(params ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        if (Invoke(arguments, &result, 1) == 1 && result.Tag == Tag.Tensor)
            Native.shim_release((nint)result.Bits);
    }

    /// <summary>Calls an operator that writes into its first argument, and returns that very tensor.</summary>
    internal torch.Tensor CallInPlace(params ReadOnlySpan<Value> arguments)
    {
        CallVoid(arguments);
        return (torch.Tensor)arguments[0].Reference!;
    }

    internal bool CallBool(params ReadOnlySpan<Value> arguments) => CallNumber(arguments).Bits != 0;

    internal Scalar CallScalar(params ReadOnlySpan<Value> arguments)
    {
        var result = CallNumber(arguments);
        return new(result.Tag, result.Bits);
    }

    private NativeValue CallNumber(ReadOnlySpan<Value> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return result;
    }

    /// <summary>What to throw when the shim misses a tensor: it knows the schema's name, users know that of a public method's parameter.</summary>
    private ArgumentNullException MissingArgument(int place, ReadOnlySpan<Value> arguments)
    {
        var (name, tensors) = (Native.Message(), 0);
        foreach (ref readonly var argument in arguments[..place])
            tensors += argument.Tag == Tag.Tensor ? 1 : 0;
        return new(PublicName(name, tensors), $"{Name} needs this tensor; it is null.");
    }

    private static string PublicName(string name, int place)
    {
        var method = new StackTrace(1).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(
            m => m is { IsPublic: true, DeclaringType.IsVisible: true } && m.DeclaringType.Assembly == typeof(Operator).Assembly);
        string[] parameters = [.. method?.GetParameters().Where(p => p.ParameterType.IsAssignableTo(typeof(torch.Tensor))).Select(p => p.Name!) ?? []];
        return parameters.Contains(name) ? name : parameters.ElementAtOrDefault(place - (method is { IsStatic: false } ? 1 : 0)) ?? name;
    }

    private static torch.Tensor Wrap(in NativeValue value) => torch.Tensor.Adopt((nint)value.Bits, value.Bytes);

    private int Invoke(ReadOnlySpan<Value> arguments, NativeValue* results, int capacity)
    {
        Interruption.Check();
        var words = 0;
        foreach (ref readonly var argument in arguments)
            words += argument.Words;
        var onHeap = words > ScratchOnStack ? (long*)NativeMemory.Alloc((nuint)words, sizeof(long)) : null;
        try
        {
            var small = stackalloc long[onHeap == null ? words : 0];
            var scratch = onHeap == null ? small : onHeap;
            var native = stackalloc NativeValue[arguments.Length];
            for (var i = 0; i < arguments.Length; i++)
                native[i] = arguments[i].Write(ref scratch);
            var count = Native.shim_call(Handle, native, arguments.Length, results, capacity);
            foreach (ref readonly var argument in arguments)
                GC.KeepAlive(argument.Reference);
            return count >= 0 ? count : throw (count <= Missing ? MissingArgument(Missing - count, arguments) : Native.Error(Name));
        }
        finally
        {
            NativeMemory.Free(onHeap);
        }
    }
}
