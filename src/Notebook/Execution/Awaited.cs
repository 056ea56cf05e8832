namespace Notebook.Execution;

/// <summary>Values that are still being computed.</summary>
internal static class Awaited
{
    /// <summary>The result of a task once it is there; any other value as it is.</summary>
    /// <param name="value">What a cell ended with.</param>
    /// <returns>The result; null for a task that has none.</returns>
    /// <remarks>What the task throws comes out as it is.</remarks>
    public static async Task<object?> Of(object? value)
    {
        if (value is not null && value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            value = type.GetMethod("AsTask")!.Invoke(value, null);
        if (value is not Task task)
            return value is ValueTask plain ? await Of(plain.AsTask()) : value;
        await task;
        return Result(task);
    }

    /// <summary>The tasks of async methods without result have one of an internal type.</summary>
    private static object? Result(Task task) =>
        task.GetType().GetProperty("Result")?.GetValue(task) is { } result && result.GetType().FullName != "System.Threading.Tasks.VoidTaskResult" ? result : null;
}
