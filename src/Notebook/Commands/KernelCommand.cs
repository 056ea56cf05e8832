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
        var remote = new Option<bool>("--allow-remote") { Description = "Listen on an address that other machines can reach, if the file says so." };
        var command = new Command("kernel", "Run the C# kernel (Jupyter calls this).") { file, remote };
        command.SetAction(result => Run(result.GetValue(file)!.FullName, result.GetValue(remote)));
        return command;
    }

    /// <summary>Runs the kernel until a client shuts it down.</summary>
    /// <param name="file">The connection file.</param>
    /// <param name="allowRemote">Whether the kernel may listen on an address that other machines can reach.</param>
    public static int Run(string file, bool allowRemote = false)
    {
        var warm = WarmUp.Start();
        using var log = NativeStream.Keep(2); // the console itself is the notebook's from here on
        try
        {
            var connection = ConnectionFile.Read(file); // first: another file is left as it is
            ConnectionFile.Protect(file, log.WriteLine);
            if (!allowRemote)
                connection.RequireLoopback();
            Server.Run(connection, warm, log);
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
