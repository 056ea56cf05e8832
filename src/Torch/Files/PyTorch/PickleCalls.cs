using static TorchSharp.torch;

namespace TorchSharp.PyBridge;

/// <summary>The few names that weight files refer to, and what they make.</summary>
internal static class PickleCalls
{
    private const string TensorMaker = "torch._utils._rebuild_tensor_v2", ParameterMaker = "torch._utils._rebuild_parameter";
    private const string Dictionary = "collections.OrderedDict";

    /// <summary>Storage classes of PyTorch by element type.</summary>
    internal static readonly Dictionary<string, ScalarType> Storages = new()
    {
        ["FloatStorage"] = ScalarType.Float32,
        ["DoubleStorage"] = ScalarType.Float64,
        ["HalfStorage"] = ScalarType.Float16,
        ["BFloat16Storage"] = ScalarType.BFloat16,
        ["LongStorage"] = ScalarType.Int64,
        ["IntStorage"] = ScalarType.Int32,
        ["ShortStorage"] = ScalarType.Int16,
        ["CharStorage"] = ScalarType.Int8,
        ["ByteStorage"] = ScalarType.Byte,
        ["BoolStorage"] = ScalarType.Bool,
        ["ComplexFloatStorage"] = ScalarType.ComplexFloat32,
        ["ComplexDoubleStorage"] = ScalarType.ComplexFloat64,
    };

    internal static bool Allows(PickledGlobal global) =>
        global.ToString() is TensorMaker or ParameterMaker or Dictionary || global.Module == "torch" && Storages.ContainsKey(global.Name);

    internal static object? Run(PickledGlobal function, object?[] arguments) => (function.ToString(), arguments) switch
    {
        (Dictionary, []) => new OrderedDictionary<object, object?>(),
        (TensorMaker, [PickledStorage storage, long offset, object?[] size, object?[] stride, ..]) => Tensor(storage, offset, Numbers(size), Numbers(stride)),
        (ParameterMaker, [PickledTensor tensor, ..]) => tensor,
        _ => throw new InvalidDataException(
            $"The pickle gives {function} arguments that it does not take: ({string.Join(", ", arguments.Select(Kind))})."),
    };

    /// <summary>What a persistent reference of a weight file means.</summary>
    internal static PickledStorage Storage(object?[] reference) => reference switch
    {
        ["storage", PickledGlobal { Module: "torch" } type, string key, string, long count, ..] when Storages.TryGetValue(type.Name, out var element) && count >= 0 =>
            new(element, key, count),
        _ => throw new InvalidDataException($"The pickle refers to something else than a storage: ({string.Join(", ", reference.Select(Kind))})."),
    };

    /// <summary>What kind of thing a value of a pickle is, in words.</summary>
    internal static string Kind(object? value) => value switch
    {
        null => "None",
        string => "text",
        bool => "truth value",
        long or double => "number",
        PickledTensor tensor => $"tensor [{string.Join(", ", tensor.Size)}]",
        PickledStorage => "storage",
        PickledGlobal global => global.ToString(),
        object?[] => "tuple",
        List<object?> => "list",
        OrderedDictionary<object, object?> dictionary => $"dictionary of {dictionary.Count}",
        _ => "mark",
    };

    private static PickledTensor Tensor(PickledStorage storage, long offset, long[] size, long[] stride)
    {
        var end = offset;
        var empty = false;
        if (size.Length != stride.Length || offset < 0)
            throw new InvalidDataException($"A tensor has {size.Length} sizes, {stride.Length} strides and offset {offset}.");
        for (var i = 0; i < size.Length; i++)
        {
            if (size[i] < 0 || stride[i] < 0)
                throw new InvalidDataException($"A tensor has size {size[i]} and stride {stride[i]}.");
            empty |= size[i] == 0;
            end = checked(end + (size[i] - 1) * stride[i]);
        }

        return empty || end < storage.Count
            ? new(storage, offset, size, stride)
            : throw new InvalidDataException($"A tensor needs {end + 1} elements of a storage of {storage.Count}.");
    }

    private static long[] Numbers(object?[] tuple) => [.. tuple.Select(n => n is long number
        ? number
        : throw new InvalidDataException($"A tensor has {Kind(n)} among its sizes or strides."))];
}
