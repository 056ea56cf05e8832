using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebook.Documents;

namespace Notebook.Reports;

/// <summary>
/// Pictures that prose links to: those beside the notebook are copied to the pages or put into them, attachments are put into them,
/// and one on another machine becomes a link, because a page asks nobody for anything.
/// </summary>
internal sealed partial class Images(string notebookFolder, string output, bool isSingleFile)
{
    private static readonly Dictionary<string, string> _types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".svg"] = "image/svg+xml", [".webp"] = "image/webp",
    };

    /// <summary>A Markdown cell with its attachments inside.</summary>
    public static void Attach(JsonObject cell)
    {
        if (cell["attachments"] is not JsonObject attachments)
            return;
        cell["source"] = Attachment().Replace(NotebookFile.Text(cell["source"]), match =>
            attachments[Uri.UnescapeDataString(match.Groups[1].Value)] is JsonObject { Count: > 0 } data
                ? $"](data:{data.First().Key};base64,{NotebookFile.Text(data.First().Value).Replace("\n", "")})" : match.Value);
    }

    /// <summary>The page with its pictures at hand.</summary>
    public string Local(string page) => Picture().Replace(page, match =>
    {
        var source = WebUtility.HtmlDecode(match.Groups["source"].Value);
        if (source.StartsWith("data:", StringComparison.Ordinal))
            return match.Value;
        if (source.StartsWith("//", StringComparison.Ordinal) || Uri.TryCreate(source, UriKind.Absolute, out var address) && !address.IsFile)
            return $"<a class=\"picture-link\" href=\"{match.Groups["source"].Value}\">{Words(match.Value)}</a>";
        var path = Path.GetFullPath(Path.Combine(notebookFolder, Uri.UnescapeDataString(source.Split('?', '#')[0])));
        return File.Exists(path) ? match.Value.Replace($"\"{match.Groups["source"].Value}\"", $"\"{Place(path)}\"", StringComparison.Ordinal)
            : $"<span class=\"picture-missing\">{Words(match.Value)} (the picture {WebUtility.HtmlEncode(source)} is missing)</span>";
    });

    private string Place(string path)
    {
        if (isSingleFile)
            return $"data:{_types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream")};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}";
        // Pictures of one name from several folders stay apart.
        var folder = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetDirectoryName(path)!)))[..8];
        Files.Copy(path, Path.Combine(output, "assets", "media", folder, Path.GetFileName(path)));
        return $"assets/media/{folder}/{Uri.EscapeDataString(Path.GetFileName(path))}";
    }

    private static string Words(string tag) => Alternative().Match(tag) is { Success: true } words && words.Groups[1].Value.Length > 0 ? words.Groups[1].Value : "Picture";

    [GeneratedRegex("<img\\b[^>]*?\\ssrc=\"(?<source>[^\"]*)\"[^>]*>")]
    private static partial Regex Picture();

    [GeneratedRegex("\\salt=\"([^\"]*)\"")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"\]\(attachment:([^)\s]+)\)")]
    private static partial Regex Attachment();
}
