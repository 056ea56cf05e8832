using Notebook.Documents;

namespace Notebook.Running;

/// <summary>Chromium without a window: prints pages and renders what only a browser can.</summary>
internal static class Browser
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Its path; null if it is not installed.</summary>
    public static string? Locate() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Prepend("/usr/bin").SelectMany(folder => _names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Prints a page to a PDF file.</summary>
    /// <exception cref="CannotStartException">There is no browser, or it could not print.</exception>
    public static async Task Print(string page, string pdf, string query, CancellationToken cancel)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(page)!, "page.pdf");
        await Run(["--no-pdf-header-footer", $"--print-to-pdf={temporary}", "--virtual-time-budget=20000", new Uri(page).AbsoluteUri + query], cancel);
        if (!File.Exists(temporary))
            throw new CannotStartException($"Chromium could not print {page}.");
        Files.Copy(temporary, pdf);
    }

    /// <summary>The page's HTML after its scripts have run.</summary>
    /// <exception cref="CannotStartException">There is no browser.</exception>
    public static async Task<string> Rendered(string page, CancellationToken cancel) =>
        await Run(["--dump-dom", "--virtual-time-budget=20000", new Uri(page).AbsoluteUri], cancel);

    private static async Task<string> Run(string[] arguments, CancellationToken cancel)
    {
        var browser = Locate() ?? throw new CannotStartException("Chromium is missing, which prints pages. Run:  apt-get install chromium");
        var profile = Directory.CreateTempSubdirectory("chromium-");
        try
        {
            // As root, as in containers, Chromium has no sandbox; the pages are our own.
            string[] standing =
            [
                "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--allow-file-access-from-files", $"--user-data-dir={profile.FullName}", .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
            ];
            var (_, output, _) = await Jupyter.Run(browser, [.. standing, .. arguments], [], null, cancel);
            return output;
        }
        finally
        {
            try
            {
                profile.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A process of the browser may still be closing a file there; the system clears its temporary files.
            }
        }
    }
}
