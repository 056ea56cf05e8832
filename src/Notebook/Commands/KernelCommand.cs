using System.CommandLine;
using Notebook.Protocol;
using Notebook.Serving;
using Notebook.Streams;

namespace Notebook.Commands;

/// <summary><c>kernel CONNECTION-FILE</c>: what Jupyter starts.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("connection-file") { Description = "JSON file in which Jupyter gives ports and key." }.AcceptExistingOnly();
        var command = new Command("kernel", "Run the C# kernel (Jupyter calls this).") { file };
        command.SetAction(result => Run(result.GetValue(file)!.FullName));
        return command;
    }

    /// <summary>Runs the kernel until a client shuts it down.</summary>
    /// <param name="file">The connection file.</param>
    public static int Run(string file)
    {
        using var log = NativeStream.Keep(2); // the console itself is the notebook's from here on
        try
        {
            Server.Run(ConnectionFile.Read(file), log);
            Environment.Exit(0); // whatever threads cells left behind
        }
        catch (DllNotFoundException)
        {
            log.WriteLine("The kernel needs ZeroMQ, which is not installed: sudo apt-get install libzmq5");
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            log.WriteLine(error.Message);
        }
        return 2;
    }
}
