using System.CommandLine;
using Notebook.Commands;

var root = new RootCommand("C# notebooks: a Jupyter kernel, and reports made with it.")
{
    KernelCommand.Create(),
    InstallCommand.Create(),
    UninstallCommand.Create(),
    ReportCommand.Create(),
};
return root.Parse(args).Invoke();
