namespace Notebook;

/// <summary>Why a command could not start, and what to do about it, in one line. It ends with exit code 2.</summary>
internal sealed class CannotStartException(string message) : Exception(message);
