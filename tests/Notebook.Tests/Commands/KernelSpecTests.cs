using System.Text.Json.Nodes;
using Notebook.Commands;

namespace Notebook.Tests.Commands;

public sealed class KernelSpecTests : IDisposable
{
    private readonly string _prefix = Directory.CreateTempSubdirectory("notebook-prefix-").FullName;

    public void Dispose() => Directory.Delete(_prefix, recursive: true);

    [Fact]
    public void Spec_starts_the_kernel_and_asks_for_interrupt_messages()
    {
        var folder = KernelSpec.FolderUnder(_prefix);
        KernelSpec.Write(folder, ["/somewhere/dotnet-notebook"]);
        Assert.Equal(Path.Combine(_prefix, "share/jupyter/kernels/.net-csharp"), folder);
        var spec = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!;
        Assert.Equal(["/somewhere/dotnet-notebook", "kernel", "{connection_file}"], spec["argv"]!.AsArray().Select(part => (string?)part));
        Assert.Equal((".NET (C#)", "C#", "message"), ((string?)spec["display_name"], (string?)spec["language"], (string?)spec["interrupt_mode"]));
    }

    [Fact]
    public void Commands_install_and_uninstall()
    {
        Assert.Equal(0, InstallCommand.Create().Parse(["--prefix", _prefix]).Invoke());
        Assert.True(File.Exists(Path.Combine(KernelSpec.FolderUnder(_prefix), "kernel.json")));
        Assert.Equal(0, UninstallCommand.Create().Parse(["--prefix", _prefix]).Invoke());
        Assert.Equal(1, UninstallCommand.Create().Parse(["--prefix", _prefix]).Invoke());
    }

    [Fact]
    public void Places_exclude_each_other() =>
        Assert.Equal(1, InstallCommand.Create().Parse(["--sys-prefix", "--prefix", _prefix]).Invoke());

    [Fact]
    public void Kernel_wants_an_existing_connection_file() =>
        Assert.Equal(1, KernelCommand.Create().Parse([Path.Combine(_prefix, "missing.json")]).Invoke());
}
