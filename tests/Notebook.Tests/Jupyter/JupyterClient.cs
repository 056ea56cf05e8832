using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebook.Tests.Jupyter;

/// <summary>A running kernel, and Jupyter's own client talking to it.</summary>
public sealed class JupyterClient : IDisposable
{
    private readonly Installation _installation = new();
    private readonly Process _process;
    private readonly Task<string> _errors;

    public JupyterClient()
    {
        _process = Process.Start(PythonProcess.StartInfo(_installation.JupyterPath, PythonProcess.Peer("driver.py"), ".net-csharp"))!;
        _errors = _process.StandardError.ReadToEndAsync();
        Assert.True(Read()["ready"]!.GetValue<bool>());
    }

    /// <summary>Where the driver was started.</summary>
    public string Folder => _installation.JupyterPath;

    /// <summary>What came on stderr, once the client was shut down.</summary>
    public string Errors => _errors.Result;

    /// <summary>Runs a cell.</summary>
    public Ran Execute(string code, object? options = null)
    {
        var request = JsonSerializer.SerializeToNode(options ?? new { })!.AsObject();
        request["code"] = code;
        return new Ran(Do("execute", request));
    }

    /// <summary>Calls a method of the driver.</summary>
    public JsonObject Do(string method, object arguments)
    {
        var request = arguments as JsonObject ?? JsonSerializer.SerializeToNode(arguments)!.AsObject();
        request["do"] = method;
        _process.StandardInput.WriteLine(request.ToJsonString());
        _process.StandardInput.Flush();
        return Read();
    }

    /// <summary>Ends the driver, which ends the kernel.</summary>
    public void Close()
    {
        _process.StandardInput.Close();
        Assert.True(_process.WaitForExit(20_000));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Close();
        _process.Dispose();
        _installation.Dispose();
    }

    private JsonObject Read() =>
        JsonNode.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(_errors.Result))!.AsObject();
}

/// <summary>What became of a cell.</summary>
public sealed class Ran(JsonObject answer)
{
    /// <summary>The reply.</summary>
    public JsonObject Reply => answer["reply"]!.AsObject();

    /// <summary>How it ended: <c>ok</c>, <c>error</c> or <c>aborted</c>.</summary>
    public string Status => (string)Reply["status"]!;

    /// <summary>All outputs in order, without statuses and the echoed input.</summary>
    public IReadOnlyList<(string Type, JsonObject Content)> Outputs { get; } =
    [
        .. answer["outputs"]!.AsArray().Select(output => ((string)output!["type"]!, output["content"]!.AsObject()))
            .Where(output => output.Item1 is not ("status" or "execute_input")),
    ];

    /// <summary>The outputs of one type.</summary>
    public IEnumerable<JsonObject> OfType(string type) => Outputs.Where(output => output.Type == type).Select(output => output.Content);

    /// <summary>All text of a stream.</summary>
    public string Stream(string name) =>
        string.Concat(OfType("stream").Where(content => (string)content["name"]! == name).Select(content => (string)content["text"]!));

    /// <summary>The result as plain text.</summary>
    public string? Result => (string?)OfType("execute_result").SingleOrDefault()?["data"]?["text/plain"];

    /// <summary>The lines of the error.</summary>
    public string Traceback => string.Join('\n', OfType("error").Single()["traceback"]!.AsArray().Select(line => (string)line!));

    /// <summary>Seconds it took, where that was asked.</summary>
    public double Seconds => (double)answer["seconds"]!;
}
