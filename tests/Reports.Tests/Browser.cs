using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Reports.Tests.Browser))]

namespace Reports.Tests;

/// <summary>Debian's Chromium without a network: any request that is not for a local file is a fault.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] _arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = _arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page of its own context, which may reach this machine alone.</summary>
    /// <param name="width">Width of the window, in CSS pixels.</param>
    /// <param name="height">Height of the window.</param>
    public async Task<IPage> NewPage(int width, int height)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        await context.RouteAsync(url => !url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal), route => route.AbortAsync());
        return await context.NewPageAsync();
    }

    /// <summary>Opens a local page and waits until its maths and charts are set.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width of the window, in CSS pixels.</param>
    /// <param name="scheme">Light or dark, as the system says.</param>
    /// <param name="query">What follows the file's name in the address.</param>
    public async Task<OpenPage> Open(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light, string query = "")
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Offline = true,
        });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        await context.RouteAsync("**/*", async route =>
        {
            if (route.Request.Url.StartsWith("file://", StringComparison.Ordinal) || route.Request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                await route.ContinueAsync();
                return;
            }

            faults.Add($"asked for {route.Request.Url}");
            await route.AbortAsync();
        });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                faults.Add($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => faults.Add($"script error: {error}");
        page.RequestFailed += (_, request) => faults.Add($"failed request: {request.Url}");
        await page.GotoAsync(new Uri(path).AbsoluteUri + query);
        var open = new OpenPage(context, page, faults);
        await open.Wait();
        return open;
    }
}

/// <summary>A page in its own browser context.</summary>
public sealed class OpenPage(IBrowserContext context, IPage page, IReadOnlyList<string> faults) : IAsyncDisposable
{
    /// <summary>Console errors and warnings, script errors, failed requests and requests to anywhere but local files.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Waits until fonts, maths and charts are set.</summary>
    public Task Wait() => page.EvaluateAsync("document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))");

    public async Task Reload()
    {
        await page.ReloadAsync();
        await Wait();
    }

    public Task<T> Ask<T>(string script) => page.EvaluateAsync<T>(script);

    public Task<int> Count(string selector) => page.Locator(selector).CountAsync();

    /// <summary>What axe-core finds that is serious or critical, by WCAG 2.2 AA and best practice.</summary>
    public async Task<string[]> Violations()
    {
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Templates, "node_modules", "axe-core", "axe.min.js") });
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"], preload: false })).violations
              .filter((violation) => ["serious", "critical"].includes(violation.impact))
              .flatMap((violation) => violation.nodes.slice(0, 4).map((node) => `${violation.id}: ${node.target} ${node.any.concat(node.all, node.none).map((check) => check.message).join("; ")}`))
            """);
    }

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task Press(string selector, string key) => page.Locator(selector).First.PressAsync(key);

    public Task<byte[]> Print() => page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });

    public Task Click(string selector) => page.Locator(selector).First.ClickAsync();

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
