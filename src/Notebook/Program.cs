using System.CommandLine;
using Notebook.Commands;

if (args is ["kernel", var connection] && File.Exists(connection))
    return KernelCommand.Run(connection); // a notebook waits: the parser below would take a moment

var root = new RootCommand("C# notebooks: a Jupyter kernel, and reports made with it.")
{
    KernelCommand.Create(),
    InstallCommand.Create(),
    UninstallCommand.Create(),
    ReportCommand.Create(),
};
return root.Parse(args).Invoke();
