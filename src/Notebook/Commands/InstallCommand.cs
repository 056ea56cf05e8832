using System.CommandLine;

namespace Notebook.Commands;

/// <summary><c>install [--user | --prefix DIR]</c>: makes the kernel known to Jupyter.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var user = UserOption();
        var prefix = PrefixOption();
        var command = new Command("install", $"Make the {KernelSpec.DisplayName} kernel known to Jupyter (for this user unless --prefix is given).") { user, prefix };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null)
                result.AddError("--user and --prefix exclude each other: give one of them.");
        });
        command.SetAction(result => Install(Folder(result.GetValue(prefix))));
        return command;
    }

    internal static Option<bool> UserOption() => new("--user") { Description = "In the current user's Jupyter data folder (the default)." };

    internal static Option<string?> PrefixOption() =>
        new("--prefix") { Description = "In DIR/share/jupyter/kernels.", HelpName = "DIR" };

    internal static string Folder(string? prefix) => prefix is null ? KernelSpec.FolderOfUser() : KernelSpec.FolderUnder(prefix);

    private static int Install(string folder)
    {
        try
        {
            KernelSpec.Write(folder, KernelSpec.Launcher());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Could not write the kernelspec: {error.Message}");
            return 1;
        }
        Console.WriteLine($"Installed kernelspec {KernelSpec.Name} in {folder}");
        return 0;
    }
}
