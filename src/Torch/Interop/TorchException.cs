using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>An error that libtorch reported: its message, without the C++ backtrace, after the name of the operation.</summary>
public sealed class TorchException : ExternalException
{
    /// <summary>Creates the exception for an operation and libtorch's message.</summary>
    public TorchException(string operation, string message) : base($"{operation}: {message.TrimEnd()}") => Operation = operation;

    /// <summary>The operation that failed, for example <c>aten::matmul</c>.</summary>
    public string Operation { get; }
}
