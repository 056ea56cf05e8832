using System.CommandLine;

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

    private static int Run(string file) => File.Exists(file) ? 0 : 2;
}
