using Microsoft.Playwright;

namespace Reports.Tests;

/// <summary>A person at Jupyter Notebook: mouse and keys in a real browser, the real server, our kernel.</summary>
public sealed class JupyterTests(Browser browser, JupyterServer server) : IClassFixture<JupyterServer>
{
    private const string Empty = """
        { "cells": [ { "cell_type": "code", "execution_count": null, "id": "a", "metadata": {}, "outputs": [], "source": "" } ],
          "metadata": { "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" } }, "nbformat": 4, "nbformat_minor": 5 }
        """;

    [Fact]
    public async Task The_first_notebook_runs_and_shows_maths_tables_charts_and_progress()
    {
        var json = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "notebooks", "01-pca.ipynb"), TestContext.Current.CancellationToken);
        Assert.SkipUnless(
            File.Exists(Path.Combine(Repository.Root, "artifacts", "bin", "Lectures", "release", "Lectures.dll")),
            "The library is not built: run ./build.sh setup first.");
        var page = await Open("01-pca.ipynb", json);
        await Menu(page, "Cell", "#run_all_cells");
        await Until(page, "() => Jupyter.notebook.get_cells().filter((cell) => cell.cell_type === 'code' && cell.get_text().trim()).every((cell) => typeof cell.input_prompt_number === 'number')", seconds: 240);

        Assert.Equal("", await page.EvaluateAsync<string>("[...document.querySelectorAll('.output_error')].map((output) => output.innerText).join('')"));
        Assert.True(await page.Locator(".text_cell_render .MathJax").CountAsync() > 20);
        Assert.True(await page.Locator(".output_html table.identities td.holds").CountAsync() > 20);
        Assert.True(await page.Locator(".output_html .figure svg.main-svg").CountAsync() > 5);
        Assert.True(await page.Locator(".output_html progress").CountAsync() > 0);
        Assert.True(await page.Locator(".output_html figure.picture img").CountAsync() > 2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Tab_completes_a_member_and_Shift_Tab_explains_it()
    {
        var page = await Open("keys.ipynb", Empty);
        await Type(page, "var words = new System.Collections.Generic.List<string>();");
        await page.Keyboard.PressAsync("Shift+Enter");
        await Until(page, "() => Jupyter.notebook.get_cell(0).input_prompt_number === 1");
        await Type(page, "words.AddR");
        await page.Keyboard.PressAsync("Tab");
        await Until(page, "() => Jupyter.notebook.get_selected_cell().get_text() === 'words.AddRange'");
        await Type(page, "words.Rem");
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#complete select option").First.WaitForAsync();
        Assert.Contains("RemoveAll", await page.Locator("#complete select option").AllInnerTextsAsync());
        await page.Keyboard.PressAsync("Escape");
        await Type(page, "words.AddRange");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Locator("#tooltip .tooltiptext:visible").WaitForAsync();
        await Until(page, "() => document.querySelector('#tooltip').innerText.includes('AddRange(IEnumerable<string>')");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_endless_loop_is_interrupted_and_a_restart_forgets()
    {
        var page = await Open("loop.ipynb", Empty);
        await Type(page, "var x = 1; while (true) { }");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator("#kernel_indicator_icon.kernel_busy_icon").WaitForAsync();
        await Menu(page, "Kernel", "#int_kernel");
        await page.Locator(".output_error").WaitForAsync(new() { Timeout = 20_000 });
        await Type(page, "\"alive \" + 6 * 7");
        await page.Keyboard.PressAsync("Control+Enter");
        await Until(page, "() => document.querySelector('.output_area')?.innerText.includes('alive 42')");
        await Type(page, "var kept = 5;");
        await page.Keyboard.PressAsync("Control+Enter");
        await Until(page, "() => Jupyter.notebook.get_cell(0).input_prompt_number === 3");

        await Menu(page, "Kernel", "#restart_kernel");
        await page.Locator(".modal-dialog .btn-danger").ClickAsync();
        await Until(page, "() => !document.querySelector('.modal.in') && Jupyter.notebook.kernel.is_connected()");
        await Type(page, "kept");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".output_error").WaitForAsync(new() { Timeout = 30_000 });
        Assert.Contains("kept", await page.Locator(".output_error").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Open(string name, string json)
    {
        var page = await browser.NewPage(1280, 900);
        await page.GotoAsync(server.Add(name, json));
        await Until(page, "() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.language_info", seconds: 60);
        Assert.Equal("C#", await page.EvaluateAsync<string>("Jupyter.notebook.kernel.info_reply.language_info.name"));
        return page;
    }

    private static async Task Menu(IPage page, string menu, string item)
    {
        await page.Locator($"#menus .dropdown > a:has-text('{menu}')").First.ClickAsync();
        await page.Locator(item).ClickAsync();
    }

    /// <summary>Replaces what the selected cell holds by typing.</summary>
    private static async Task Type(IPage page, string text)
    {
        await page.Locator(".cell.selected .CodeMirror, .cell.code_cell .CodeMirror").Last.ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.InsertTextAsync(text);
    }

    private static async Task Until(IPage page, string condition, int seconds = 30) =>
        await page.WaitForFunctionAsync(condition, null, new() { Timeout = seconds * 1000, PollingInterval = 200 });
}
