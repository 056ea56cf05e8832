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

    /// <summary>Opens a local page and waits until its maths and charts are set.</summary>
    public async Task<OpenPage> Open(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
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
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await page.EvaluateAsync("document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))");
        return new(context, page, faults);
    }
}

/// <summary>A page in its own browser context.</summary>
public sealed class OpenPage(IBrowserContext context, IPage page, IReadOnlyList<string> faults) : IAsyncDisposable
{
    /// <summary>Console errors and warnings, script errors, failed requests and requests to anywhere but local files.</summary>
    public IReadOnlyList<string> Faults => faults;

    public Task<T> Ask<T>(string script) => page.EvaluateAsync<T>(script);

    public Task<int> Count(string selector) => page.Locator(selector).CountAsync();

    public Task Click(string selector) => page.Locator(selector).First.ClickAsync();

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
