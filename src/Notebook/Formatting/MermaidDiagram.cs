using System.Net;

namespace Notebook.Formatting;

/// <summary>
/// A diagram in the language of mermaid. Front ends that draw <c>text/vnd.mermaid</c> by themselves get it so; for the others the HTML holds a
/// script that loads mermaid from the kernelspec folder, which Jupyter's server serves under <c>kernelspecs/.net-csharp/</c>. An export finds
/// the source in <c>text/vnd.mermaid</c> and puts a drawing in its place.
/// </summary>
/// <param name="Source">The description.</param>
internal sealed record MermaidDiagram(string Source) : IBundle
{
    /// <summary>MIME type of the description.</summary>
    public const string MimeType = "text/vnd.mermaid";

    /// <summary>File in the kernelspec folder that defines the global <c>mermaid</c>.</summary>
    public const string Script = "mermaid.min.js";

    /// <summary>The description in a frame, and the script that puts the drawing in its place.</summary>
    private string Html()
    {
        var id = "mermaid-" + Guid.NewGuid().ToString("N");
        return $$"""
            <pre id="{{id}}" role="img" aria-label="Diagram">{{WebUtility.HtmlEncode(Source)}}</pre>
            <script>
            (() => {
              const place = document.getElementById("{{id}}");
              if (!place) return;
              const config = document.getElementById("jupyter-config-data");
              const base = document.body.dataset.baseUrl || (config && JSON.parse(config.textContent).baseUrl) || "/";
              const load = () => window.mermaidLoading ??= new Promise((done, fail) => {
                if (window.mermaid) { done(); return; }
                const script = document.createElement("script"), define = window.define;
                window.define = undefined;
                script.src = base + "kernelspecs/.net-csharp/{{Script}}";
                script.onload = () => { window.define = define; done(); };
                script.onerror = () => { window.define = define; fail(new Error("no mermaid")); };
                document.head.append(script);
              });
              const dark = matchMedia("(prefers-color-scheme: dark)").matches;
              load().then(() => {
                mermaid.initialize({ startOnLoad: false, theme: dark ? "dark" : "default", securityLevel: "strict" });
                return mermaid.render("{{id}}-svg", place.textContent);
              }).then(drawing => {
                const shown = document.createElement("div");
                shown.innerHTML = drawing.svg;
                place.replaceWith(shown);
              }).catch(error => place.title = "Not drawn: " + error.message);
            })();
            </script>
            """;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Formats() =>
        new Dictionary<string, string> { [MimeType] = Source, ["text/html"] = Html(), ["text/plain"] = Source };
}
