using System.Net;
using System.Text;

namespace Charts.Pictures;

/// <summary>A picture as an HTML figure: the PNG inline, labels as text around it.</summary>
internal static class PictureHtml
{
    public static string Of(Picture picture)
    {
        var html = new StringBuilder("<figure class=\"picture\" style=\"margin: 0 0 1em\">");
        var labelled = picture.RowLabels.Count > 0 || picture.ColumnLabels.Count > 0;
        if (labelled)
            html.Append("<div class=\"labelled\" style=\"display: inline-grid; max-width: 100%; gap: 4px 8px; font-size: 0.85em; ")
                .Append($"grid-template-columns: auto minmax(0, {picture.Width}px)\">");
        if (picture.ColumnLabels.Count > 0)
            Labels(html, picture.ColumnLabels, "grid-column: 2; display: flex", "flex: 1; min-width: 0; text-align: center");
        if (picture.RowLabels.Count > 0)
            Labels(html, picture.RowLabels, "grid-column: 1; display: flex; flex-direction: column",
                "flex: 1; min-height: 0; display: flex; align-items: center; justify-content: flex-end; text-align: right");
        var place = labelled ? "grid-column: 2; " : "";
        html.Append($"<img alt=\"{WebUtility.HtmlEncode(picture.Alt)}\" width=\"{picture.Width}\" height=\"{picture.Height}\" ")
            .Append($"style=\"{place}max-width: 100%; height: auto; image-rendering: pixelated\" ")
            .Append($"src=\"data:image/png;base64,{Convert.ToBase64String(picture.ToPng())}\">");
        if (labelled)
            html.Append("</div>");
        if (picture.Caption is { } caption)
            html.Append($"<figcaption>{WebUtility.HtmlEncode(caption)}</figcaption>");
        return html.Append("</figure>").ToString();
    }

    private static void Labels(StringBuilder html, IReadOnlyList<string> labels, string outer, string inner)
    {
        html.Append($"<div style=\"{outer}\">");
        foreach (var label in labels)
            html.Append($"<span style=\"{inner}\">{WebUtility.HtmlEncode(label)}</span>");
        html.Append("</div>");
    }
}
