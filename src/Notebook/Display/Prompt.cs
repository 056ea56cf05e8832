namespace Notebook.Display;

/// <summary>Where questions to the user go: the front end, or the console outside a kernel.</summary>
internal static class Prompt
{
    /// <summary>Asks a question; its second argument says whether the answer is not to be seen.</summary>
    public static Func<string, bool, string> Ask { get; set; } = (prompt, _) =>
    {
        Console.Write(prompt);
        return Console.ReadLine() ?? "";
    };
}
