using Papers;

return CommandLine.Run(args, Catalogue.All, Console.Out, Console.Error);
