using System.Text;

namespace TorchSharp.PyBridge;

/// <summary>Writes what <c>torch.save</c> writes of a module's state: protocol 2, an ordered dictionary of tensors, each with a storage of its own.</summary>
internal sealed class PickleWriter
{
    private readonly List<byte> _to = [];

    internal static byte[] StateDict(IReadOnlyDictionary<string, torch.Tensor> tensors)
    {
        var writer = new PickleWriter();
        writer.Codes(0x80, 2);
        writer.EmptyDictionary();
        writer.Codes('(');
        var key = 0;
        foreach (var (name, tensor) in tensors)
        {
            writer.Text(name);
            writer.Tensor(tensor, key++.ToString());
        }

        writer.Codes('u', '.');
        return [.. writer._to];
    }

    private void Tensor(torch.Tensor tensor, string key)
    {
        var storage = PickleCalls.Storages.FirstOrDefault(s => s.Value == tensor.dtype).Key
            ?? throw new ArgumentException($"PyTorch files hold no {tensor.dtype}.", nameof(tensor));
        Global("torch._utils", "_rebuild_tensor_v2");
        Codes('(', '(');
        Text("storage");
        Global("torch", storage);
        Text(key);
        Text("cpu");
        Number(tensor.numel());
        Codes('t', 'Q');
        Number(0);
        var shape = tensor.shape;
        Tuple(shape);
        var strides = new long[shape.Length];
        for (var (i, step) = (shape.Length - 1, 1L); i >= 0; step *= Math.Max(shape[i--], 1))
            strides[i] = step;
        Tuple(strides);
        Codes(0x89);
        EmptyDictionary();
        Codes('t', 'R');
    }

    private void EmptyDictionary()
    {
        Global("collections", "OrderedDict");
        Codes(')', 'R');
    }

    private void Codes(params ReadOnlySpan<int> codes)
    {
        foreach (var code in codes)
            _to.Add((byte)code);
    }

    private void Global(string module, string name)
    {
        Codes('c');
        _to.AddRange(Encoding.ASCII.GetBytes($"{module}\n{name}\n"));
    }

    private void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Codes('X');
        _to.AddRange(BitConverter.GetBytes(bytes.Length));
        _to.AddRange(bytes);
    }

    private void Tuple(long[] numbers)
    {
        Codes('(');
        foreach (var number in numbers)
            Number(number);
        Codes('t');
    }

    private void Number(long number)
    {
        Codes(0x8a, 8);
        _to.AddRange(BitConverter.GetBytes(number));
    }
}
