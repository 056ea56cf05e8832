using System.Net;
using System.Reflection;

namespace Charts.Display;

/// <summary>
/// A figure as HTML that draws itself in any notebook front end. The first figure of a process carries plotly.js along; later
/// ones, and those of a reloaded page that come before it, wait for it.
/// </summary>
internal static class LiveHtml
{
    private static int _carried;

    public static string Of(Figure figure)
    {
        var id = "figure-" + Guid.NewGuid().ToString("N");
        var bundle = Interlocked.Exchange(ref _carried, 1) == 0 ? Bundle() : "";
        // The bundle is a UMD module; hiding "define" and "module" keeps it from registering with the front end's own loader.
        return $"""
            <div id="{id}" class="figure" role="img" aria-label="{WebUtility.HtmlEncode(figure.AltText)}" style="min-height: 12em">
            <p class="figure-waiting">plotly.js came with the first chart of this notebook: run that cell again to see this one.</p></div>
            {bundle}<script>
            (window.figureQueue = window.figureQueue || []).push(["{id}", {figure.ToJson()}]);
            </script>
            """;
    }

    private static string Bundle() => $"""
        <script>
        (function (define, module, exports) {Body(Resource("plotly.js"))}).call(window);
        {Resource("figures.js")}
        </script>

        """;

    private static string Body(string script) => "{\n" + script + "\n}";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the Charts assembly; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
