using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Notebook.Commands;

namespace Reports.Tests;

/// <summary>Jupyter Notebook on this machine, with the kernel that was built with the tests and a folder of its own.</summary>
public sealed class JupyterServer : IAsyncLifetime
{
    private const string Token = "tests";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();
    private Process? _server;

    /// <summary>Puts a notebook into the folder; what it loads from the repository is loaded from there.</summary>
    /// <returns>Its address.</returns>
    public string Add(string name, string json)
    {
        File.WriteAllText(Path.Combine(_folder.Path, name), json.Replace("../artifacts/", Repository.Root + "/artifacts/", StringComparison.Ordinal));
        return $"http://127.0.0.1:{_port}/notebooks/{name}?token={Token}";
    }

    public async ValueTask InitializeAsync()
    {
        var jupyter = Path.Combine(_folder.Path, "jupyter");
        KernelSpec.Write(KernelSpec.FolderUnder(jupyter), ["dotnet", Path.Combine(AppContext.BaseDirectory, "dotnet-notebook.dll")]);
        var start = new ProcessStartInfo("/usr/bin/jupyter-notebook",
        [
            "-y", "--no-browser", "--ip=127.0.0.1", $"--port={_port}", "--port-retries=0", $"--notebook-dir={_folder.Path}",
            $"--NotebookApp.token={Token}", .. Environment.UserName == "root" ? ["--allow-root"] : Array.Empty<string>(),
        ])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(jupyter, "share", "jupyter");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(_folder.Path, "runtime");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(_folder.Path, "config");
        start.Environment["NOTEBOOK_SCALE"] = "smoke";
        start.Environment["NOTEBOOK_HISTORY"] = "off";
        _server = Process.Start(start)!;
        _server.ErrorDataReceived += (_, _) => { };
        _server.OutputDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        _server.BeginOutputReadLine();
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                await client.GetStringAsync($"http://127.0.0.1:{_port}/api");
                return;
            }
            catch (HttpRequestException) when (clock.Elapsed < _patience && !_server.HasExited)
            {
                // It is still starting.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            // As Ctrl-C: the server ends its kernels and itself.
            using (var interrupt = Process.Start("kill", ["-INT", _server.Id.ToString()]))
                await interrupt.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await _server.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _server.Kill(entireProcessTree: true);
            }
        }

        _server?.Dispose();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
