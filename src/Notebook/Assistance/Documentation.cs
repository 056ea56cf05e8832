using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Notebook.Scripting;

namespace Notebook.Assistance;

/// <summary>Documentation of libraries: the XML files beside their assemblies, those of .NET in the SDK's reference pack.</summary>
internal static partial class Documentation
{
    /// <summary>The documentation of a symbol, empty when there is none.</summary>
    public static IReadOnlyList<Section> Of(ISymbol symbol)
    {
        symbol = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol;
        if (symbol.OriginalDefinition.GetDocumentationCommentId() is not { } id || File(symbol.ContainingAssembly) is not { } file)
            return [];
        return Find(file, id) is { } member ? Sections(member) : [];
    }

    private static string? File(IAssemblySymbol? assembly)
    {
        if (assembly is null)
            return null;
        var path = FrameworkReferences.ByName.TryGetValue(assembly.Name, out var framework)
            ? framework.FilePath
            : System.Runtime.Loader.AssemblyLoadContext.All.SelectMany(context => context.Assemblies)
                .FirstOrDefault(loaded => loaded.GetName().Name == assembly.Name && !loaded.IsDynamic)?.Location;
        var file = string.IsNullOrEmpty(path) ? null : Path.ChangeExtension(path, ".xml");
        return System.IO.File.Exists(file) ? file : null;
    }

    private static XElement? Find(string file, string id)
    {
        using var reader = XmlReader.Create(file);
        try
        {
            while (reader.ReadToFollowing("member"))
            {
                if (reader.GetAttribute("name") == id)
                    return (XElement)XNode.ReadFrom(reader);
            }
        }
        catch (XmlException)
        {
            return null; // a broken documentation file is no documentation
        }
        return null;
    }

    private static List<Section> Sections(XElement member)
    {
        List<Section> sections = [];
        Add(null, member.Element("summary"));
        foreach (var parameter in member.Elements("param").Concat(member.Elements("typeparam")))
            Add(parameter.Attribute("name")?.Value, parameter);
        Add("returns", member.Element("returns"));
        foreach (var exception in member.Elements("exception"))
            Add($"throws {Short(exception.Attribute("cref")?.Value)}", exception);
        Add("remarks", member.Element("remarks"));
        return sections;

        void Add(string? label, XElement? element)
        {
            if (element is not null && Text(element) is { Length: > 0 } text)
                sections.Add(new Section(label, text));
        }
    }

    private static string Text(XElement element) =>
        Spaces().Replace(string.Concat(element.Nodes().Select(Piece)), " ").Trim();

    private static string Piece(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => Short((reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value),
        XElement element => Text(element),
        _ => "",
    };

    /// <summary>The last part of a name such as <c>M:System.Math.Max(System.Int32,System.Int32)</c>.</summary>
    private static string Short(string? name)
    {
        name = (name ?? "").Split(':')[^1].Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
