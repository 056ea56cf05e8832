namespace Notebook.Directives;

/// <summary>The magic commands that there are.</summary>
internal static class Magics
{
    /// <summary>Goes on with C#.</summary>
    public static readonly Magic CSharp = Magic.Of(["#!csharp", "#!c#", "#!cs"], "", "go on with C#", _ => { }, takesBody: true);

    /// <summary>Measures the cell.</summary>
    public static readonly Magic Time = Magic.Of(["#!time"], "", "show how long the cell takes", _ => { });

    /// <summary>A package.</summary>
    public static readonly Magic Package = new(["#r"], "\"nuget: Id, version\"", "reference a package (or, with a path, an assembly)", false, PackageLines.Add);

    /// <summary>A source of packages.</summary>
    public static readonly Magic Source = Magic.Of(["#i"], "\"nuget: source\"", "look for packages in this source, too", PackageLines.AddSource);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Magic> All =
    [
        CSharp, Time, Package, Source, .. Languages.All, .. Values.All, .. Importing.All,
        Magic.Of(["#!who"], "", "list the variables", Variables.Who),
        Magic.Of(["#!whos"], "", "list the variables with type and value", Variables.Whos),
        Magic.Of(["#!about"], "", "show the versions of the kernel and of .NET", Guide.About),
        Magic.Of(["#!lsmagic"], "", "list these commands", Guide.List),
        Magic.Of(["#!help"], "[command]", "explain a command", Guide.Explain),
    ];
}
