using System.CommandLine;

namespace Notebook.Commands;

/// <summary><c>uninstall [--user | --prefix DIR]</c>: takes back what <c>install</c> did.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var user = InstallCommand.UserOption();
        var prefix = InstallCommand.PrefixOption();
        var command = new Command("uninstall", "Remove the kernelspec that install wrote.") { user, prefix };
        command.SetAction(result => Uninstall(InstallCommand.Folder(result.GetValue(prefix))));
        return command;
    }

    private static int Uninstall(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"No kernelspec {KernelSpec.Name} in {folder}");
            return 1;
        }
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"Removed {folder}");
        return 0;
    }
}
