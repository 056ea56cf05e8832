using System.Globalization;
using System.Runtime.CompilerServices;

namespace Notebook.Tests.Jupyter;

/// <summary>Tensors that no variable of a notebook holds any more are freed: their memory is native, and cells are never unloaded.</summary>
public sealed class TensorMemoryTests
{
    private const int Megabytes = 100;

    [Theory]
    [InlineData("var x = torch.zeros(25_000_000);", 50)]
    [InlineData("record Batch(Tensor Images); var batch = new Batch(torch.zeros(25_000_000));", 15)]
    [InlineData("var list = new List<Tensor> { torch.zeros(25_000_000) };", 15)]
    [InlineData("var f = Made(); Func<Tensor> Made() { var t = torch.zeros(25_000_000); return () => t; }", 15)]
    [InlineData("torch.zeros(25_000_000)", 15)]
    [InlineData("var (a, b) = (torch.zeros(12_500_000), torch.zeros(12_500_000)); (a, b)", 15)]
    [InlineData("foreach (var i in Enumerable.Range(0, 3)) { var y = torch.zeros(25_000_000) + i; }", 15)]
    public void Replaced_values_are_freed(string code, int times)
    {
        using var client = new JupyterClient();
        var loaded = client.Execute($"#r \"{Torch()}\"\nusing TorchSharp;\nusing static TorchSharp.torch;\nusing System.Collections.Generic;\nusing System.Linq;");
        Assert.Equal("ok", loaded.Status);
        Assert.Equal("ok", client.Execute(code).Status);
        var before = Resident(client);
        for (var i = 1; i < times; i++)
            Assert.Equal("ok", client.Execute(code).Status);
        Assert.True(Resident(client) < before + (3 * Megabytes), $"{before} MB at first, {Resident(client)} MB after {times} times {Megabytes} MB");
    }

    private static long Resident(JupyterClient client) => long.Parse(
        client.Execute("Environment.WorkingSet / 1_000_000").Result!, CultureInfo.InvariantCulture);

    /// <summary>The tensors' assembly as built for the program that ranks run.</summary>
    private static string Torch([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../artifacts/bin/Distributed.Program", Configuration(), "Torch.dll"));

    private static string Configuration() => Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
}
