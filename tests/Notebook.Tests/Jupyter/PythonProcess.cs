using System.Diagnostics;

namespace Notebook.Tests.Jupyter;

/// <summary>Debian's Python, which sees the kernelspec of the kernel under test and no other.</summary>
internal static class PythonProcess
{
    public static string Peer(string script) => Path.Combine(AppContext.BaseDirectory, "peers", script);

    public static ProcessStartInfo StartInfo(string jupyterPath, params IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo("/usr/bin/python3", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(jupyterPath)!,
        };
        info.Environment["JUPYTER_PATH"] = jupyterPath;
        info.Environment["PYTHONWARNINGS"] = "ignore";
        info.Environment["NO_COLOR"] = "1";
        info.Environment["NOTEBOOK_HISTORY"] = Path.Combine(jupyterPath, "history.jsonl");
        return info;
    }

    /// <summary>Runs to the end; returns exit code and all that was printed.</summary>
    public static async Task<(int Code, string Output)> Run(string jupyterPath, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(jupyterPath, arguments))!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
