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

    /// <summary>Runs the cell of a request and replies.</summary>
    public void Execute(Request request)
    {
        var code = request.Text("code");
        var silent = request.Flag("silent", false);
        var stored = request.Flag("store_history", !silent) && !silent;
        if (stored)
            history.Add(code);
        outbox.Parent = request;
        if (!silent)
            Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = history.Count });
        Failure? failure = null;
        try
        {
            var result = runner.Run(code, stored ? $"cell {history.Count}" : $"hidden cell {++_unnumbered}", request.Language).Result;
            NativeStream.Drain(native);
            if (result is not null && !silent)
                Publish("execute_result", Result(result, history.Count));
        }
        catch (Exception error)
        {
            NativeStream.Drain(native);
            if (error is CellInterruptedException)
                Recover();
            failure = Failure.Of(error, runner.Session);
            Publish("error", failure.Json());
        }
        if (failure is not null && request.Flag("stop_on_error", true))
            abortWaiting();
        var reply = failure?.Json("error") ?? Success(request);
        reply["execution_count"] = history.Count;
        outbox.Post(Outgoing.Reply(request, reply), mayWait: false);

        void Publish(string type, JsonObject content) => outbox.Post(Outgoing.Publish(type, request, content), mayWait: false);
    }

    /// <summary>Replies to a request that waited behind a failed one.</summary>
    public void Abort(Request request) =>
        outbox.Post(Outgoing.Reply(request, new JsonObject { ["status"] = "aborted", ["execution_count"] = history.Count }), mayWait: false);

    /// <summary>What an aborted thread may have left locked is replaced.</summary>
    private void Recover()
    {
        outbox.Renew();
        CellWriter.Install(outbox);
    }

    private JsonObject Success(Request request)
    {
        var values = new JsonObject();
        if (request.Content.TryGetProperty("user_expressions", out var expressions) && expressions.ValueKind == JsonValueKind.Object)
        {
            foreach (var expression in expressions.EnumerateObject())
                values[expression.Name] = Value(expression.Value.GetString() ?? "");
        }
        return new JsonObject { ["status"] = "ok", ["payload"] = new JsonArray(), ["user_expressions"] = values };
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
