using System.CommandLine;

namespace Notebook.Commands;

/// <summary><c>uninstall [--user | --prefix DIR | --sys-prefix]</c>: takes back what <c>install</c> did.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var place = new PlaceOptions();
        var command = new Command("uninstall", "Remove the kernelspec that install wrote.");
        place.AddTo(command);
        command.SetAction((result, cancel) => CommandLine.Guard("uninstall", async () => Uninstall(await place.Folder(result, cancel))));
        return command;
    }

    private static int Uninstall(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"uninstall: no kernelspec {KernelSpec.Name} in {folder}");
            return 1;
        }
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"Removed {folder}");
        return 0;
    }
}
