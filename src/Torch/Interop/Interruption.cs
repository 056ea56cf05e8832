namespace TorchSharp.Interop;

/// <summary>
/// Lets a notebook's kernel stop a computation between two operators: it offers a function for that under the name
/// <c>Notebook.Checkpoint</c> before libraries are loaded. Elsewhere there is none, and asking costs nothing.
/// </summary>
internal static class Interruption
{
    private static readonly Action? Offered = AppContext.GetData("Notebook.Checkpoint") as Action;

    /// <summary>Goes on, unless the user has interrupted the cell; then throws the kernel's exception for that.</summary>
    internal static void Check() => Offered?.Invoke();
}
