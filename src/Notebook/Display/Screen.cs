using System.Text.Json;
using System.Text.Json.Nodes;
using Notebook.Protocol;

namespace Notebook.Display;

/// <summary>Where displays go. Outside a kernel they go to the console as plain text.</summary>
/// <param name="post">Takes the messages; null stands for the console.</param>
internal sealed class Screen(Action<string, JsonObject>? post)
{
    /// <summary>The screen of this process.</summary>
    public static Screen Current { get; set; } = new(null);

    /// <summary>Shows a bundle, or replaces what has the same id.</summary>
    public void Show(IReadOnlyDictionary<string, string> bundle, string displayId, bool update)
    {
        if (post is null)
        {
            Console.WriteLine(bundle.GetValueOrDefault("text/plain") ?? bundle.Values.FirstOrDefault());
            return;
        }
        post(update ? "update_display_data" : "display_data", new JsonObject
        {
            ["data"] = Json(bundle),
            ["metadata"] = new JsonObject(),
            ["transient"] = new JsonObject { ["display_id"] = displayId },
        });
    }

    /// <summary>Removes the outputs of the cell.</summary>
    public void Clear(bool wait) => post?.Invoke("clear_output", new JsonObject { ["wait"] = wait });

    /// <summary>Lets libraries that don't know the kernel display and update a bundle.</summary>
    public void OfferToLibraries() => AppContext.SetData("Notebook.Display",
        new Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>(bundle =>
        {
            var id = Guid.NewGuid().ToString("N");
            Show(bundle, id, update: false);
            return next => Show(next, id, update: true);
        }));

    /// <summary>A bundle as the protocol wants it: JSON types as values, all others as text.</summary>
    /// <exception cref="FormatException">The text of a JSON type is no JSON.</exception>
    public static JsonObject Json(IReadOnlyDictionary<string, string> bundle)
    {
        var data = new JsonObject();
        foreach (var (mime, text) in bundle)
            data[mime] = mime == "application/json" || mime.EndsWith("+json", StringComparison.Ordinal) ? Parsed(mime, text) : text;
        return data;
    }

    private static JsonNode? Parsed(string mime, string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException error)
        {
            throw new FormatException($"What was given as {mime} is no JSON: {error.Message}", error);
        }
    }
}
