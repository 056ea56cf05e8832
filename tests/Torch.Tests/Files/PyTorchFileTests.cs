using System.Diagnostics;
using TorchSharp.PyBridge;
using static TorchSharp.Tests.Files.WeightFiles;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Files;

public class PyTorchFileTests
{
    private static string Refused(string file) =>
        Assert.Throws<InvalidDataException>(() => PyTorchFile.Load(Python.PathOf(file))).Message;

    [Fact]
    public void States_of_Python_load()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        var loaded = new Dictionary<string, bool>();
        net.load_py(Python.PathOf("state.pt"), loadedParameters: loaded);
        IsPeers(net);
        Assert.Equal(7, loaded.Count);
        Assert.All(loaded.Values, Assert.True);
    }

    [Fact]
    public void Views_keep_shapes_and_share_memory()
    {
        using var scope = NewDisposeScope();
        var views = PyTorchFile.Load(Python.PathOf("views.pt"));
        Assert.All(views, e => Assert.True(e.Value.Equals(Python.Read("views." + e.Key)), e.Key));
        Assert.Equal(7, views.Count);
        Assert.Equal([1L, 4L], views["turned"].stride());
        views["all"].fill_(9);
        Assert.Equal(9, views["every_second"][1].ToDouble());
    }

    [Fact]
    public void All_kinds_of_numbers_load()
    {
        using var scope = NewDisposeScope();
        var kinds = PyTorchFile.Load(Python.PathOf("kinds.pt"));
        Assert.Equal(12, kinds.Values.Select(t => t.dtype).Distinct().Count());
        foreach (var (name, tensor) in kinds)
        {
            double[] expected = name switch { "uint8" => [0, 1, 2, 3, 4, 5], "bool" => [0, 1, 1, 1, 1, 1], _ => [-2, -1, 0, 1, 2, 3] };
            Assert.Equal(expected, (tensor.is_complex() ? tensor.real : tensor).to(float64).contiguous().data<double>().ToArray());
        }
    }

    [Fact]
    public void Dictionaries_in_dictionaries_are_explained_and_reached()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        var error = Assert.Throws<InvalidDataException>(() => net.load_py(Python.PathOf("nested.pt"))).Message;
        Assert.Contains("nested.pt", error);
        Assert.Contains("\"epoch\" (number), \"model\" (dictionary of 7), \"losses\" (list)", error);
        Assert.Contains("Load(file, \"model\")", error);
        net.load_state_dict(PyTorchFile.Load(Python.PathOf("nested.pt"), "model"));
        IsPeers(net);
        Assert.Contains("There is no \"mode\"", Assert.Throws<InvalidDataException>(() => PyTorchFile.Load(Python.PathOf("nested.pt"), "mode")).Message);
    }

    [Fact]
    public void Nothing_in_a_pickle_is_run()
    {
        Assert.Contains("posix.system, which is refused", Refused("evil.pt"));
        Assert.Contains("posix.system, which is refused", Refused("evil4.pt"));
        Assert.Contains("eval, which is refused", Refused("eval.pt"));
        Assert.Contains("torch.nn.modules.container.Sequential, which is refused", Refused("whole_module.pt"));
        Assert.False(File.Exists(Python.PathOf("touched")));
    }

    [Fact]
    public void Other_files_are_told_apart()
    {
        Assert.Contains("before 1.6", Refused("legacy.pt"));
        Assert.Contains("TorchScript", Refused("script.pt"));
        Assert.Contains("the file holds tensor [3]", Refused("bare.pt"));
        Assert.Contains("\"weight\" (list)", Refused("texts.pt"));
        Assert.Contains("a zip archive is expected", Refused("state.safetensors"));
        Assert.Throws<FileNotFoundException>(() => PyTorchFile.Load(Python.PathOf("nowhere.pt")));
    }

    [Fact]
    public void Damage_is_reported_wherever_it_is()
    {
        var bytes = File.ReadAllBytes(Python.PathOf("state.pt"));
        CutAnywhere(bytes, (net, stream) => net.load_py(stream, leaveOpen: true));
        WrongAnywhere(bytes, (net, stream) => net.load_py(stream, leaveOpen: true));
    }

    [Fact]
    public void A_flipped_bit_in_numbers_or_names_is_noticed()
    {
        using var scope = NewDisposeScope();
        using var whole = new MemoryStream();
        PyTorchFile.Save(whole, new Dictionary<string, Tensor> { ["name"] = full(1000, 7.5f) });
        var bytes = whole.ToArray();
        Assert.Equal(["name"], PyTorchFile.Load(new MemoryStream(bytes)).Keys);
        foreach (var part in (byte[][])[[.. BitConverter.GetBytes(7.5f), .. BitConverter.GetBytes(7.5f)], "name"u8.ToArray()])
        {
            byte[] damaged = [.. bytes];
            damaged[damaged.AsSpan().IndexOf(part)] ^= 1;
            Assert.Contains("its checksum is", Assert.Throws<InvalidDataException>(() => PyTorchFile.Load(new MemoryStream(damaged))).Message);
        }
    }

    [Fact]
    public void Another_modules_file_is_reported_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var other = nn.Sequential(("first", nn.Linear(4, 3)), ("third", nn.Linear(3, 1)));
        var before = other.state_dict()["first.weight"].clone();
        var error = Assert.Throws<ArgumentException>(() => other.load_py(Python.PathOf("state.pt"))).Message;
        Assert.Contains("state.pt", error);
        Assert.Contains("missing [third.weight, third.bias], unexpected [second.weight", error);
        using var wider = nn.Sequential(("first", nn.Linear(5, 3)), ("second", nn.BatchNorm1d(3)));
        Assert.Contains(
            "\"first.weight\" has shape [3, 5], the saved values have [3, 4]",
            Assert.Throws<ArgumentException>(() => wider.load_py(Python.PathOf("state.pt"))).Message);
        Assert.True(other.state_dict()["first.weight"].Equals(before));
        var loaded = new Dictionary<string, bool>();
        other.load_py(Python.PathOf("state.pt"), strict: false, skip: ["first.bias"], loadedParameters: loaded);
        Assert.True(other.state_dict()["first.weight"].Equals(Python.Read("state.first.weight")));
        Assert.False(other.state_dict()["first.bias"].Equals(Python.Read("state.first.bias")));
        Assert.False(loaded["second.weight"]);
    }

    [Fact]
    public void Python_reads_what_is_written()
    {
        using var scope = NewDisposeScope();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var kinds = PyTorchFile.Load(Python.PathOf("kinds.pt"));
        kinds.Add("turned", arange(6, float32).view(2, 3).t());
        PyTorchFile.Save(path, kinds);
        var back = PyTorchFile.Load(path);
        Assert.Equal(kinds.Keys, back.Keys);
        Assert.All(kinds, e => Assert.True(e.Value.Equals(back[e.Key]), e.Key));
        const string Code = """
            import sys, torch
            ours, theirs = torch.load(sys.argv[1]), torch.load(sys.argv[2])
            assert list(ours) == list(theirs) + ["turned"]
            assert all(torch.equal(ours[k], t) and ours[k].dtype == t.dtype for k, t in theirs.items())
            assert torch.equal(ours["turned"], torch.arange(6.0).view(2, 3).t())
            """;
        using var python = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", ["-c", Code, path, Python.PathOf("kinds.pt")]) { RedirectStandardError = true })!;
        Assert.Equal("", python.StandardError.ReadToEnd());
        File.Delete(path);
    }
}
