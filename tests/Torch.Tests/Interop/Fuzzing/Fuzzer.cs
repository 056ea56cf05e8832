using System.Reflection;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Interop.Fuzzing;

/// <summary>
/// Calls every public function with every mistake, and notes what does not end in an exception that says what is wrong: a null tensor or module
/// must give an <see cref="ArgumentException"/> that names an argument, and nothing may end the process or dereference null.
/// </summary>
internal sealed class Fuzzer(TextWriter log)
{
    private static readonly Type[] Places =
    [
        typeof(torch), typeof(linalg), typeof(special), typeof(fft), typeof(nn.functional), typeof(nn.init), typeof(nn.utils), typeof(nn.utils.rnn),
        typeof(nn), typeof(distributions), typeof(autograd), typeof(autograd.functional), typeof(optim), typeof(Tensor), typeof(TensorExtensionMethods),
        typeof(ModuleExtensionMethods), typeof(ReparametrizationExtensionMethods), typeof(ScalarExtensionMethods), typeof(distributions.constraints),
    ];

    /// <summary>What changes the process, reads the console, or opens files.</summary>
    private static readonly HashSet<string> Left =
    [
        "set_num_threads", "set_num_interop_threads", "set_default_dtype", "set_default_device", "set_printoptions", "print", "load", "save", "manual_seed", "seed",
        "set_rng_state", "Dispose", "Finalize", "ToString", "GetType", "Equals", "GetHashCode", "NewDisposeScope", "inference_mode", "no_grad", "enable_grad",
        "set_grad_enabled", "TensorStringStyle", "initial_seed", "detect_anomaly", "set_detect_anomaly", "GetEnumerator", "Include", "get_Item", "set_Item",
    ];

    private readonly NullabilityInfoContext _nullability = new();
    private readonly List<string> _faults = [];

    /// <summary>How many calls were made.</summary>
    internal int Calls { get; private set; }

    /// <summary>Makes all calls.</summary>
    /// <returns>Those that went wrong in the wrong way.</returns>
    internal IReadOnlyList<string> Run()
    {
        foreach (var method in Places.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        {
            if (Left.Contains(method.Name) || method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal) && !method.Name.StartsWith("get_", StringComparison.Ordinal))
                continue;
            var callable = method.IsGenericMethodDefinition ? Closed(method) : method;
            if (callable is null || callable.ReturnType.IsByRefLike || callable.ReturnType.IsByRef || callable.GetParameters().Any(p => p.ParameterType.IsByRef || p.ParameterType.IsByRefLike || p.ParameterType.IsPointer))
                continue;
            TryAll(callable, null);
            if (callable.DeclaringType == typeof(nn) && Try(callable, null, Mistake.None, missing: -1) is nn.Module module)
                foreach (var call in module.GetType().GetMethods().Where(m => m.Name is "call" or "forward"))
                    TryAll(call, module);
        }

        return _faults;
    }

    private void TryAll(MethodInfo method, object? target)
    {
        foreach (var mistake in Enum.GetValues<Mistake>())
            Try(method, target, mistake, missing: -1);
        for (var i = 0; i < method.GetParameters().Length; i++)
            if (!method.GetParameters()[i].ParameterType.IsValueType)
                Try(method, target, Mistake.None, missing: i);
    }

    private static MethodInfo? Closed(MethodInfo method)
    {
        foreach (var type in new[] { typeof(Modules.Linear), typeof(float) })
            try
            {
                return method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => type)]);
            }
            catch (ArgumentException)
            {
                // The type does not fit the constraints.
            }

        return null;
    }

    private object? Try(MethodInfo method, object? target, Mistake mistake, int missing)
    {
        using var scope = NewDisposeScope();
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i == missing)
                continue;
            var optional = parameters[i].HasDefaultValue && mistake is Mistake.None or Mistake.Disposed;
            if (optional || !Arguments.TryMake(parameters[i].ParameterType, i, mistake, out arguments[i]))
                if (parameters[i].HasDefaultValue)
                    arguments[i] = parameters[i].DefaultValue;
                else if (parameters[i].ParameterType.IsValueType || missing >= 0)
                    return null; // A null besides the one that is meant would be blamed instead.
        }

        var name = $"{method.DeclaringType!.FullName}.{method.Name}({string.Join(", ", parameters.Select(p => p.ParameterType.Name + " " + p.Name))}) "
            + (missing < 0 ? mistake.ToString() : "null " + parameters[missing].Name);
        log.WriteLine(name);
        Calls++;
        (object? result, Exception? error) = (null, null);
        try
        {
            result = method.Invoke(method.IsStatic ? null : target ?? Arguments.Given(mistake, 0), arguments);
        }
        catch (TargetInvocationException e)
        {
            error = e.InnerException;
        }
        catch (ArgumentException)
        {
            return null; // An argument of another type than the parameter's.
        }

        if (error is NullReferenceException or AccessViolationException or IndexOutOfRangeException or InvalidCastException or OverflowException
            or InvalidProgramException or KeyNotFoundException)
            _faults.Add($"{name}: {error.GetType().Name} {error.Message} {error.StackTrace?.Split('\n')[0].Trim()}");
        else if (missing >= 0 && Needed(parameters[missing]) && error is not ArgumentException { ParamName: not null })
            _faults.Add($"{name}: {error?.GetType().Name ?? "no exception"} {error?.Message.Split('\n')[0]}");
        return result;
    }

    /// <summary>Whether a parameter takes a tensor or module and says that it must not be null.</summary>
    private bool Needed(ParameterInfo parameter) =>
        (parameter.ParameterType.IsAssignableTo(typeof(Tensor)) || parameter.ParameterType.IsAssignableTo(typeof(nn.Module))
            || parameter.ParameterType == typeof(Tensor[]))
        && !parameter.HasDefaultValue && _nullability.Create(parameter).WriteState == NullabilityState.NotNull;
}
