using Notebook.Commands;

namespace Notebook.Tests.Jupyter;

/// <summary>A folder of its own with the kernelspec of the kernel that was built with the tests.</summary>
public sealed class Installation : IDisposable
{
    public Installation()
    {
        Folder = Directory.CreateTempSubdirectory("notebook-tests-").FullName;
        KernelSpec.Write(KernelSpec.FolderUnder(Folder), ["dotnet", Path.Combine(AppContext.BaseDirectory, "dotnet-notebook.dll")]);
    }

    /// <summary>The temporary folder; kernels are started here.</summary>
    public string Folder { get; }

    /// <summary>What <c>JUPYTER_PATH</c> has to be.</summary>
    public string JupyterPath => Path.Combine(Folder, "share", "jupyter");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
