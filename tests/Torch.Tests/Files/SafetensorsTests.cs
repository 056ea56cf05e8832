using System.Text;
using TorchSharp.PyBridge;
using static TorchSharp.Tests.Files.WeightFiles;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Files;

public class SafetensorsTests
{
    [Fact]
    public void States_load_and_come_back()
    {
        using var scope = NewDisposeScope();
        using var net = Net();
        net.load_safetensors(Python.PathOf("state.safetensors"));
        IsPeers(net);
        using var stream = new MemoryStream();
        net.save_safetensors(stream, leaveOpen: true);
        stream.Position = 0;
        using var copy = Net();
        copy.load_safetensors(stream, leaveOpen: true);
        IsPeers(copy);
        Assert.Equal(0, BitConverter.ToInt64(stream.ToArray()) % 8);
    }

    [Fact]
    public void All_kinds_of_numbers_come_back()
    {
        using var scope = NewDisposeScope();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var theirs = PyTorchFile.Load(Python.PathOf("kinds.pt"));
        var kinds = Safetensors.LoadStateDict(Python.PathOf("kinds.safetensors"));
        Assert.Equal(10, kinds.Count);
        Safetensors.SaveStateDict(path, kinds);
        var back = Safetensors.LoadStateDict(path);
        Assert.All(kinds, e => Assert.True(e.Value.Equals(theirs[e.Key]) && back[e.Key].Equals(theirs[e.Key]), e.Key));
        Assert.Equal(["int8"], Safetensors.LoadStateDict(path, ["int8"]).Keys);
        File.Delete(path);
        Assert.Contains("has no name", Assert.Throws<ArgumentException>(() => Safetensors.SaveStateDict(path, new() { ["z"] = zeros(2, complex64) })).Message);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Damage_is_reported_wherever_it_is()
    {
        var bytes = File.ReadAllBytes(Python.PathOf("state.safetensors"));
        CutAnywhere(bytes, (net, stream) => net.load_safetensors(stream, leaveOpen: true));
        WrongAnywhere(bytes, (net, stream) => net.load_safetensors(stream, leaveOpen: true));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,17]}}""", "needs 16")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[8,24]}}""", "of 16")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-4],"data_offsets":[0,16]}}""", "size of -4")]
    [InlineData("""{"a":{"dtype":"F4","shape":[4],"data_offsets":[0,16]}}""", "type F4; known are F64")]
    [InlineData("""{"a":{"dtype":"F64","shape":[4611686018427387904,4],"data_offsets":[0,16]}}""", "cut off or not")]
    [InlineData("""{"a":{"dtype":"F32"}}""", "cut off or not")]
    [InlineData("[1]", "cut off or not")]
    public void Headers_that_lie_are_refused(string header, string complaint)
    {
        byte[] file = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. new byte[16]];
        Assert.Contains(complaint, Assert.Throws<InvalidDataException>(() => Safetensors.LoadStateDict(new MemoryStream(file))).Message);
    }

    [Fact]
    public void A_header_longer_than_the_file_is_not_allocated()
    {
        byte[] file = [.. BitConverter.GetBytes(1L << 60), .. new byte[16]];
        Assert.Contains("header of 1152921504606846976 bytes, 16 left", Assert.Throws<InvalidDataException>(
            () => Safetensors.LoadStateDict(new MemoryStream(file))).Message);
    }
}
