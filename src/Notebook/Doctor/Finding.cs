namespace Notebook.Doctor;

/// <summary>One thing that was looked for.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Found">Where or which it is; null if it is missing.</param>
/// <param name="Remedy">What to type to get it.</param>
/// <param name="IsNeeded">Whether the kernel does not work without it.</param>
internal sealed record Finding(string Name, string Use, string? Found, string Remedy, bool IsNeeded);
