using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop.Fuzzing;

/// <summary>A way to go wrong with a call: what tensors and numbers it gets.</summary>
internal enum Mistake
{
    None, Disposed, Empty, Single, Vector, Volume, Shapes, Bools, Integers, Complex, Half, Leaf, Negative, Huge, Zeros,
}

/// <summary>Arguments by the types of parameters.</summary>
internal static class Arguments
{
    private const long Enormous = 1L << 60;

    /// <summary>A value for a parameter; false if its type is none that can be made up.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="place">Which parameter of the call it is.</param>
    /// <param name="mistake">How the call goes wrong.</param>
    /// <param name="value">The value.</param>
    internal static bool TryMake(Type type, int place, Mistake mistake, out object? value)
    {
        var whole = mistake switch { Mistake.Negative => -3L, Mistake.Huge => Enormous, Mistake.Zeros => 0, _ => 1 };
        value = Nullable.GetUnderlyingType(type) ?? type switch
        {
            _ when type == typeof(Tensor) => Given(mistake, place),
            _ when type == typeof(Modules.Parameter) => nn.Parameter(ones(2, 3)),
            _ when type == typeof(Scalar) => (Scalar)whole,
            _ when type == typeof(TensorIndex) => TensorIndex.Single(whole),
            _ when type == typeof(ScalarType) => mistake == Mistake.Bools ? ScalarType.Bool : ScalarType.Float32,
            _ when type == typeof(Device) => CPU,
            _ when type == typeof(Size) => new Size(whole),
            _ when type == typeof(Generator) => Generator.Default,
            _ when type == typeof(Complex) => Complex.One,
            _ when type == typeof(string) => mistake == Mistake.None ? "mean" : "no such thing",
            _ when type == typeof(nn.Module) || type == typeof(nn.Module<Tensor, Tensor>) || type == typeof(nn.IModule<Tensor, Tensor>) => nn.Linear(3, 3),
            _ when type == typeof(Tensor[]) || type.IsAssignableFrom(typeof(Tensor[])) && type.IsGenericType => new[] { Given(mistake, 0), Given(mistake, 1) },
            _ when type.IsAssignableFrom(typeof(Modules.Parameter[])) && type.IsGenericType => new[] { nn.Parameter(ones(2)) },
            _ when type == typeof(long[]) || type.IsAssignableFrom(typeof(long[])) && type.IsGenericType => new[] { whole, 2 },
            _ when type == typeof(int[]) => new[] { (int)Math.Clamp(whole, int.MinValue, int.MaxValue) },
            _ when type == typeof(double[]) => new[] { (double)whole },
            _ when type == typeof(float[]) => new[] { (float)whole, 2 },
            _ when type == typeof(bool[]) => new[] { true },
            _ when type == typeof(TensorIndex[]) => new[] { TensorIndex.Single(whole), TensorIndex.Ellipsis },
            _ when type.IsEnum => Enum.ToObject(type, mistake == Mistake.Huge ? 99 : 0),
            _ when type == typeof(bool) => mistake == Mistake.Zeros,
            _ when type.IsPrimitive && type != typeof(nint) && type != typeof(nuint) && type != typeof(char) =>
                Convert.ChangeType(type == typeof(float) || type == typeof(double) ? whole : Math.Clamp(whole, Smallest(type), Largest(type)), type),
            _ when type.IsValueType && type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) => Tuple(type, place, mistake),
            _ => null,
        };
        if (value is Type underlying)
            return TryMake(underlying, place, mistake, out value);
        return value is not null;
    }

    private static long Smallest(Type type) => type == typeof(byte) || type == typeof(ushort) || type == typeof(uint) || type == typeof(ulong) ? 0 : -3;

    private static long Largest(Type type) => type == typeof(long) || type == typeof(ulong) ? long.MaxValue : type == typeof(int) || type == typeof(uint) ? int.MaxValue : 100;

    private static object? Tuple(Type type, int place, Mistake mistake)
    {
        var items = new List<object?>();
        foreach (var part in type.GetGenericArguments())
        {
            if (!TryMake(part, place, mistake, out var item))
                return null;
            items.Add(item);
        }

        return Activator.CreateInstance(type, [.. items]);
    }

    /// <summary>A tensor; those of different places have shapes that fit each other unless that is the mistake.</summary>
    internal static Tensor Given(Mistake mistake, int place)
    {
        var tensor = mistake switch
        {
            Mistake.Empty => zeros(0, 3),
            Mistake.Single => torch.tensor(0.5f),
            Mistake.Vector => linspace(0, 1, 3),
            Mistake.Volume => ones(2, 3, 4),
            Mistake.Shapes => ones(place % 2 == 0 ? [2, 3] : [5]),
            Mistake.Bools => ones(2, 3, ScalarType.Bool),
            Mistake.Integers => ones(2, 3, int64),
            Mistake.Complex => ones(2, 3, complex64),
            Mistake.Half => ones(2, 3, float16),
            Mistake.Leaf => ones(2, 3, requires_grad: true),
            _ => linspace(0.1, 0.9, 6).reshape(2, 3),
        };
        if (mistake == Mistake.Disposed)
            tensor.Dispose();
        return tensor;
    }
}
