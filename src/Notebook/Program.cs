using Notebook.Commands;

if (args is ["kernel", var connection] && File.Exists(connection))
    return KernelCommand.Run(connection); // a notebook waits: the parser below would take a moment

return CommandLine.Run(args);
