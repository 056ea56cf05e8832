using System.Net;
using Microsoft.DotNet.Interactive;
using Notebook.Execution;
using Notebook.Formatting;
using Notebook.Packages;

namespace Notebook.Directives;

/// <summary><c>#r "nuget: …"</c> and <c>#i "nuget: …"</c>.</summary>
internal static class PackageLines
{
    /// <summary>Adds a source of packages.</summary>
    public static void AddSource(MagicCall call)
    {
        try
        {
            var source = Quoted(call.Line)["nuget:".Length..].Trim();
            call.Session.Packages.AddSource(source);
        }
        catch (FormatException error)
        {
            throw call.Line.Error(error.Message, "PackageSource");
        }
    }

    /// <summary>Adds the packages of a cell, and shows which there are now.</summary>
    public static async Task<IEnumerable<CellPart>> Add(MagicCall call)
    {
        IReadOnlyList<MagicLine> lines = [call.Line, .. call.Part.Others];
        var references = References(lines);
        var shown = Kernel.display(new PackageList("Installing Packages", references.Select(one => one.ToString())));
        var silent = call.Session.Packages.SilentSources.Count;
        try
        {
            var (packages, files) = await call.Session.Packages.AddAsync(references, Stopping.Token);
            call.Session.Reference(files);
            foreach (var (source, reason) in call.Session.Packages.SilentSources.Skip(silent))
                Console.Error.WriteLine($"The package source {source} can't be reached: {reason} The packages come from the others.");
            WarnOfOthers(references, packages);
            shown.Update(new PackageList("Installed Packages", packages.Select(one => $"{one.Id}, {one.Version}")));
            foreach (var reference in references.Where(one => PackageExtension.IsKernel(one.Id)))
                Console.Error.WriteLine($"{reference.Id} is not installed: this kernel stands in for that of .NET Interactive.");
            return Extend(files);
        }
        catch (Exception error) when (Scripting.Traceback.Unwrap(error) is PackageException reason)
        {
            shown.Update(new PackageList("Packages not installed", references.Select(one => one.ToString())));
            var named = references.FindIndex(one => reason.Message.Contains(one.Id, StringComparison.OrdinalIgnoreCase));
            throw lines[Math.Max(0, named)].Error(reason.Message, "PackageReference");
        }
    }

    /// <summary>What packages that extend the kernel have it do. Those written against .NET Interactive's own assemblies can't.</summary>
    private static List<CellPart> Extend(IEnumerable<PackageFiles> files)
    {
        List<CellPart> parts = [];
        foreach (var extension in files.Select(one => one.Extension).OfType<PackageExtension>())
        {
            if (extension.Script is null || extension.NeedsItsKernel)
                Console.Error.WriteLine($"{extension.Package} extends .NET Interactive by code that needs its assemblies, which are not here. Its library can be used; what it adds to notebooks (commands, languages, formats) can't.");
            else
                parts.AddRange(Importing.Dib(extension.Script));
        }
        return parts;
    }

    /// <summary>Says which packages come in another version than the cell gives, since no source has that one.</summary>
    private static void WarnOfOthers(IEnumerable<PackageReference> references, IReadOnlyList<ResolvedPackage> packages)
    {
        foreach (var reference in references)
        {
            var taken = packages.FirstOrDefault(one => one.Id.Equals(reference.Id, StringComparison.OrdinalIgnoreCase))?.Version;
            if (taken is not null && reference.Range is { IsFloating: false, IsMinInclusive: true, MinVersion: { } wanted } && wanted != taken)
                Console.Error.WriteLine($"{reference.Id} {taken} is used: {wanted} is in none of the sources, or a later one is in use here already.");
        }
    }

    private static List<PackageReference> References(IEnumerable<MagicLine> lines)
    {
        List<PackageReference> references = [];
        foreach (var line in lines)
        {
            try
            {
                references.Add(PackageReference.Parse(Quoted(line)));
            }
            catch (FormatException error)
            {
                throw line.Error(error.Message, "PackageReference");
            }
        }
        return references;
    }

    /// <summary>What the line names. The quotes may be absent, as in old notebooks.</summary>
    private static string Quoted(MagicLine line) =>
        line.Text.Split('"') is [_, var quoted, ..] ? quoted.Trim() : line.Text.Trim()[2..].Split("//", 2)[0].Trim();

    /// <summary>A list of packages with a heading.</summary>
    private sealed record PackageList(string Heading, IEnumerable<string> Packages) : IBundle
    {
        public IReadOnlyDictionary<string, string> Formats() => new Dictionary<string, string>
        {
            ["text/html"] = $"<div><strong>{Heading}</strong><ul>{string.Concat(Packages.Select(one => $"<li>{WebUtility.HtmlEncode(one)}</li>"))}</ul></div>",
            ["text/plain"] = string.Join('\n', Packages.Prepend(Heading)),
        };
    }
}
