using static TorchSharp.torch;

namespace TorchSharp.PyBridge;

/// <summary>Modules read from, and written to, files of PyTorch and safetensors. A module changes only when all of a file was read and fits.</summary>
public static class PyBridgeModuleExtensions
{
    /// <summary>Reads parameters and buffers from a file of Python's <c>torch.save(module.state_dict(), …)</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="location">The file.</param>
    /// <param name="strict">Whether file and module must have the same names.</param>
    /// <param name="skip">Names to leave alone.</param>
    /// <param name="loadedParameters">Gets each name of the file, with whether the module has it.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut off, damaged, of another format, or holds something else than tensors.</exception>
    /// <exception cref="ArgumentException">Names, kinds of numbers or shapes differ.</exception>
    public static nn.Module load_py(
        this nn.Module module, string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
    {
        using var stream = WholeFile.Open(location);
        return WholeFile.Naming(location, () => module.load_py(stream, strict, skip, loadedParameters, leaveOpen: true));
    }

    /// <inheritdoc cref="load_py(nn.Module, string, bool, IList{string}?, Dictionary{string, bool}?)"/>
    public static nn.Module load_py(
        this nn.Module module, Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null,
        bool leaveOpen = false) =>
        Filled(module, stream, s => PyTorchFile.Load(s), strict, skip, loadedParameters, leaveOpen);

    /// <summary>Writes parameters and buffers as Python's <c>torch.load</c> reads them.</summary>
    public static nn.Module save_py(this nn.Module module, string location, IList<string>? skip = null)
    {
        PyTorchFile.Save(location, State(module, skip));
        return module;
    }

    /// <inheritdoc cref="save_py(nn.Module, string, IList{string}?)"/>
    public static nn.Module save_py(this nn.Module module, Stream stream, IList<string>? skip = null, bool leaveOpen = false)
    {
        PyTorchFile.Save(stream, State(module, skip));
        if (!leaveOpen)
            stream.Dispose();
        return module;
    }

    /// <summary>Reads parameters and buffers from a safetensors file.</summary>
    /// <inheritdoc cref="load_py(nn.Module, string, bool, IList{string}?, Dictionary{string, bool}?)"/>
    public static nn.Module load_safetensors(
        this nn.Module module, string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
    {
        using var stream = WholeFile.Open(location);
        return WholeFile.Naming(location, () => module.load_safetensors(stream, strict, skip, loadedParameters, leaveOpen: true));
    }

    /// <inheritdoc cref="load_safetensors(nn.Module, string, bool, IList{string}?, Dictionary{string, bool}?)"/>
    public static nn.Module load_safetensors(
        this nn.Module module, Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null,
        bool leaveOpen = false) =>
        Filled(module, stream, s => Safetensors.LoadStateDict(s, leaveOpen: true), strict, skip, loadedParameters, leaveOpen);

    /// <summary>Writes parameters and buffers to a safetensors file.</summary>
    public static nn.Module save_safetensors(this nn.Module module, string location, IList<string>? skip = null)
    {
        Safetensors.SaveStateDict(location, State(module, skip));
        return module;
    }

    /// <inheritdoc cref="save_safetensors(nn.Module, string, IList{string}?)"/>
    public static nn.Module save_safetensors(this nn.Module module, Stream stream, IList<string>? skip = null, bool leaveOpen = false)
    {
        Safetensors.SaveStateDict(stream, State(module, skip), leaveOpen);
        return module;
    }

    private static Dictionary<string, Tensor> State(nn.Module module, IList<string>? skip)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module.state_dict().Where(e => skip?.Contains(e.Key) != true).ToDictionary();
    }

    private static nn.Module Filled(
        nn.Module module, Stream stream, Func<Stream, Dictionary<string, Tensor>> read, bool strict, IList<string>? skip,
        Dictionary<string, bool>? loadedParameters, bool leaveOpen)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(stream);
        using var scope = NewDisposeScope();
        module.load_file(read(stream), strict, skip, loadedParameters);
        if (!leaveOpen)
            stream.Dispose();
        return module;
    }
}
