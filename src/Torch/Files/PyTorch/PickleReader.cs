using System.Buffers.Binary;
using System.Text;

namespace TorchSharp.PyBridge;

/// <summary>
/// Reads pickles of tensors, dictionaries, lists, tuples, numbers and texts, and refuses everything else: nothing that a pickle names is run.
/// Python's pickletools documents the format.
/// </summary>
internal sealed class PickleReader(byte[] data)
{
    private static readonly object Mark = new();
    private readonly List<object?> _stack = [];
    private readonly Dictionary<long, object?> _memo = [];
    private int _place;

    /// <summary>Reads the one object.</summary>
    /// <exception cref="InvalidDataException">The pickle is cut off, damaged, or names something that is not allowed.</exception>
    internal object? Read()
    {
        while (true)
        {
            var code = Bytes(1)[0];
            if (code == '.')
                return Pop();
            Execute((char)code);
        }
    }

    private void Execute(char code)
    {
        switch (code)
        {
            case '\x80': Protocol(Bytes(1)[0]); break;
            case '\x95': Bytes(8); break;
            case 'N': Push(null); break;
            case '\x88': Push(true); break;
            case '\x89': Push(false); break;
            case 'K': Push((long)Bytes(1)[0]); break;
            case 'M': Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2))); break;
            case 'J': Push((long)Int32()); break;
            case '\x8a': Push(Long(Bytes(1)[0])); break;
            case 'G': Push(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8))); break;
            case 'X': Push(Text(Int32())); break;
            case '\x8c': Push(Text(Bytes(1)[0])); break;
            case 'U' or 'C': Push(Text(Bytes(1)[0])); break;
            case 'B': Push(Text(Int32())); break;
            case '(': Push(Mark); break;
            case '0': Pop(); break;
            case ')': Push(Array.Empty<object?>()); break;
            case '\x85' or '\x86' or '\x87': Push(Last(code - '\x84')); break;
            case 't': Push(SinceMark()); break;
            case ']': Push(new List<object?>()); break;
            case 'l': Push(SinceMark().ToList()); break;
            case 'a': Append([Pop()]); break;
            case 'e': Append(SinceMark()); break;
            case '}': Push(new OrderedDictionary<object, object?>()); break;
            case 'd': var pairs = SinceMark(); Push(new OrderedDictionary<object, object?>()); Set(pairs); break;
            case 's': Set(Last(2)); break;
            case 'u': Set(SinceMark()); break;
            case 'q': _memo[Bytes(1)[0]] = Top(); break;
            case 'r': _memo[Int32()] = Top(); break;
            case '\x94': _memo[_memo.Count] = Top(); break;
            case 'h': Push(Remembered(Bytes(1)[0])); break;
            case 'j': Push(Remembered(Int32())); break;
            case 'c': Push(Known(new(Line(), Line()))); break;
            case '\x93': var names = Last(2); Push(Known(new(As<string>(names[0]), As<string>(names[1])))); break;
            case 'R': var call = Last(2); Push(PickleCalls.Run(As<PickledGlobal>(call[0]), As<object?[]>(call[1]))); break;
            case 'b': var built = Last(2); Push(As<OrderedDictionary<object, object?>>(built[0])); break;
            case 'Q': Push(PickleCalls.Storage(As<object?[]>(Pop()))); break;
            default: throw Bad($"operation 0x{(int)code:x2} is none that weight files use");
        }
    }

    private InvalidDataException Bad(string what) => new($"Not a pickle of tensors: {what} (byte {_place}).");

    private void Protocol(byte version)
    {
        if (version is < 2 or > 5)
            throw Bad($"protocol {version}, expected 2 to 5");
    }

    private PickledGlobal Known(PickledGlobal global) => PickleCalls.Allows(global)
        ? global
        : throw new InvalidDataException(
            $"The pickle refers to {global}, which is refused: only tensors, dictionaries, lists, numbers and texts are read, and nothing is run.");

    private ReadOnlySpan<byte> Bytes(long count)
    {
        if (count < 0 || count > data.Length - _place)
            throw Bad($"{count} bytes expected, {data.Length - _place} left");
        var bytes = data.AsSpan(_place, (int)count);
        _place += (int)count;
        return bytes;
    }

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    private string Text(long length) => Encoding.UTF8.GetString(Bytes(length));

    private string Line()
    {
        var length = data.AsSpan(_place).IndexOf((byte)'\n');
        if (length < 0)
            throw Bad("a line has no end");
        var line = Text(length);
        _place++;
        return line;
    }

    private long Long(int length)
    {
        if (length > 8)
            throw Bad($"a number of {length} bytes");
        long number = 0;
        var bytes = Bytes(length);
        for (var i = 0; i < length; i++)
            number |= (long)bytes[i] << (8 * i);
        return length is 0 or 8 ? number : number << (64 - 8 * length) >> (64 - 8 * length);
    }

    private void Push(object? value) => _stack.Add(value);

    private object? Top() => _stack.Count > 0 ? _stack[^1] : throw Bad("nothing is there to take");

    private object? Pop() => Last(1)[0];

    private object?[] Last(int count)
    {
        if (_stack.Count < count)
            throw Bad("nothing is there to take");
        object?[] taken = [.. _stack[^count..]];
        _stack.RemoveRange(_stack.Count - count, count);
        return taken;
    }

    private object?[] SinceMark()
    {
        var mark = _stack.LastIndexOf(Mark);
        if (mark < 0)
            throw Bad("a mark is missing");
        var taken = Last(_stack.Count - mark - 1);
        _stack.RemoveAt(mark);
        return taken;
    }

    private void Append(object?[] items) => As<List<object?>>(Top()).AddRange(items);

    private void Set(object?[] pairs)
    {
        var dictionary = As<OrderedDictionary<object, object?>>(Top());
        if (pairs.Length % 2 != 0)
            throw Bad("a key has no value");
        for (var i = 0; i < pairs.Length; i += 2)
            dictionary[pairs[i] is string or long or double or bool ? pairs[i]! : throw Bad("a key is neither text nor number")] = pairs[i + 1];
    }

    private object? Remembered(long index) => _memo.TryGetValue(index, out var value) ? value : throw Bad($"memo {index} is empty");

    private T As<T>(object? value) => value is T typed ? typed : throw Bad($"{PickleCalls.Kind(value)} where {typeof(T).Name} is expected");
}
