using System.Text.Json;
using System.Text.Json.Nodes;
using Notebook.Display;
using Notebook.Execution;
using Notebook.Protocol;
using Notebook.Streams;
using Notebook.Transport;

namespace Notebook.Serving;

/// <summary>Answers <c>execute_request</c>.</summary>
/// <param name="runner">Runs the cells.</param>
/// <param name="history">Keeps the inputs.</param>
/// <param name="outbox">Takes outputs and replies.</param>
/// <param name="native">What native code writes.</param>
/// <param name="abortWaiting">Called before a failure is replied: dooms the requests that wait behind it.</param>
internal sealed class Executor(CellRunner runner, History history, Outbox outbox, NativeStream[] native, Action abortWaiting)
{
    private int _unnumbered;
    private Request? _running;
    private DateTime _started;

    /// <summary>Runs the cell of a request and replies.</summary>
    public void Execute(Request request)
    {
        var code = request.Text("code");
        var silent = request.Flag("silent", false);
        var stored = request.Flag("store_history", !silent) && !silent;
        if (stored)
            history.Add(code);
        outbox.Parent = request;
        (_running, _started) = (request, DateTime.Now);
        if (!silent)
            Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = history.Count });
        Failure? failure = null;
        JsonObject? page = null;
        try
        {
            page = Assistant.Page(code, runner.Session);
            var result = page is null ? runner.Run(code, stored ? $"cell {history.Count}" : $"hidden cell {++_unnumbered}", request.Language).Result : null;
            EndText();
            if (result is not null && !silent)
                Publish("execute_result", Result(result, history.Count));
        }
        catch (Exception error)
        {
            EndText();
            failure = Failure.Of(error, runner.Session);
            Publish("error", failure.Json());
        }
        if (failure is not null && request.Flag("stop_on_error", true))
            abortWaiting();
        var reply = failure?.Json("error") ?? Success(request, page);
        reply["execution_count"] = history.Count;
        if (Interlocked.Exchange(ref _running, null) is not null)
            outbox.Post(Outgoing.Reply(request, reply), mayWait: false);

        void Publish(string type, JsonObject content) => outbox.Post(Outgoing.Publish(type, request, content), mayWait: false);
    }

    /// <summary>Stops the running cell, and the processes it started.</summary>
    public void Interrupt()
    {
        if (_running is not null)
            ChildProcesses.Interrupt(_started);
        runner.Interrupt();
    }

    /// <summary>Lets the running cell, if there is one, end with a failure that it will not live to report itself.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Fail(Failure failure)
    {
        if (Interlocked.Exchange(ref _running, null) is not { } request)
            return false;
        var reply = failure.Json("error");
        reply["execution_count"] = history.Count;
        outbox.Post(Outgoing.Publish("error", request, failure.Json()), mayWait: false);
        outbox.Post(Outgoing.Reply(request, reply), mayWait: false);
        outbox.Post(Outgoing.Status("idle", request), mayWait: false);
        return true;
    }

    /// <summary>Replies to a request that waited behind a failed one.</summary>
    public void Abort(Request request) =>
        outbox.Post(Outgoing.Reply(request, new JsonObject { ["status"] = "aborted", ["execution_count"] = history.Count }), mayWait: false);

    private void EndText()
    {
        NativeStream.Drain(native);
        outbox.EndText();
    }

    private JsonObject Success(Request request, JsonObject? page)
    {
        var values = new JsonObject();
        if (request.Content.TryGetProperty("user_expressions", out var expressions) && expressions.ValueKind == JsonValueKind.Object)
        {
            foreach (var expression in expressions.EnumerateObject())
                values[expression.Name] = Value(expression.Value.GetString() ?? "");
        }
        return new JsonObject { ["status"] = "ok", ["payload"] = page is null ? [] : new JsonArray(page), ["user_expressions"] = values };
    }

    private JsonObject Value(string expression)
    {
        try
        {
            var bundle = runner.Evaluate(expression) ?? new Dictionary<string, string>();
            return new JsonObject { ["status"] = "ok", ["data"] = Screen.Json(bundle), ["metadata"] = new JsonObject() };
        }
        catch (Exception error)
        {
            return Failure.Of(error, runner.Session).Json("error");
        }
    }

    private static JsonObject Result(IReadOnlyDictionary<string, string> bundle, int count) => new()
    {
        ["data"] = Screen.Json(bundle), ["metadata"] = new JsonObject(), ["execution_count"] = count,
    };
}
