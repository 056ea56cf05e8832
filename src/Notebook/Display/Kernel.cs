using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Notebook.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every cell can call by its bare name.</summary>
public static class Kernel
{
#pragma warning disable IDE1006, CA1707 // The names of .NET Interactive.
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">MIME types in which to show it; none means all that it has.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    /// <exception cref="ArgumentException">The value can't be shown as one of the types.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Removes the outputs of the running cell.</summary>
    /// <param name="wait">Whether to wait for the next output, which avoids flicker.</param>
    public static void clear_output(bool wait = false) => Screen.Current.Clear(wait);
#pragma warning restore IDE1006, CA1707

    /// <summary>Asks the user for a line of text.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    public static Task<string> GetInputAsync(string prompt = "") => Task.FromResult(Prompt.Ask(prompt, false));

    /// <summary>Asks the user for a secret, which does not show while it is typed.</summary>
    /// <param name="prompt">The question.</param>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => Task.FromResult(new PasswordString(Prompt.Ask(prompt, true)));

    /// <summary>Text that is shown as HTML.</summary>
    /// <param name="content">The markup.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Text that is shown as Markdown.</summary>
    /// <param name="content">The markup.</param>
    public static RichContent Markdown(string content) => new("text/markdown", content);

    /// <summary>Text that is set as LaTeX, formulas between <c>$</c> signs.</summary>
    /// <param name="content">The LaTeX text.</param>
    public static RichContent Latex(string content) => new LaTeXString(content);

    /// <summary>Runs a script in the front end.</summary>
    /// <param name="content">JavaScript.</param>
    public static void Javascript(string content) => display(new RichContent("application/javascript", content));

    /// <summary>Adds a style sheet to the page.</summary>
    /// <param name="content">CSS rules.</param>
    public static void CSS(string content) => display(HTML($"<style>{content}</style>"));
}
