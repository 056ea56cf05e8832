using System.Runtime.Versioning;
using Notebook.Commands;
using Notebook.Protocol;

namespace Notebook.Tests.Protocol;

[SupportedOSPlatform("linux")] // file modes
public sealed class ConnectionFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void All_fields_are_read()
    {
        File.WriteAllText(_file, """
            {"transport":"tcp","ip":"127.0.0.1","shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,
             "signature_scheme":"hmac-sha256","key":"k","kernel_name":".net-csharp"}
            """);
        var connection = ConnectionFile.Read(_file);
        Assert.Equal(new ConnectionFile("tcp", "127.0.0.1", 1, 4, 2, 3, 5, "k"), connection);
        Assert.Equal("tcp://127.0.0.1:2", connection.Endpoint(2));
    }

    [Theory]
    [InlineData("no json", "is not a connection file")]
    [InlineData("[]", "expected a JSON object, found Array")]
    [InlineData("{}", "shell_port is missing")]
    [InlineData("{\"shell_port\":70000}", "no port (1 to 65535)")]
    [InlineData("{\"signature_scheme\":\"hmac-md5\"}", "only hmac-sha256 is supported")]
    public void Mistakes_are_explained(string text, string reason)
    {
        File.WriteAllText(_file, text);
        var error = Assert.Throws<InvalidDataException>(() => ConnectionFile.Read(_file));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(_file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tcp", "127.0.0.1", true)]
    [InlineData("tcp", "127.8.0.1", true)]
    [InlineData("tcp", "::1", true)]
    [InlineData("ipc", "/tmp/kernel", true)]
    [InlineData("tcp", "0.0.0.0", false)]
    [InlineData("tcp", "*", false)]
    [InlineData("tcp", "192.168.0.5", false)]
    [InlineData("tcp", "::", false)]
    public void Only_this_machine_is_listened_to(string transport, string address, bool isLocal)
    {
        var connection = new ConnectionFile(transport, address, 1, 2, 3, 4, 5, "k");
        var error = Record.Exception(connection.RequireLoopback);
        Assert.Equal(isLocal, error is null);
        if (!isLocal)
            Assert.Contains("--allow-remote", Assert.IsType<InvalidDataException>(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kernel_does_not_start_on_an_address_that_others_reach()
    {
        File.WriteAllText(_file, """{"ip":"0.0.0.0","shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,"key":"k"}""");
        Assert.Equal(2, KernelCommand.Run(_file));
    }

    [Fact]
    public void Others_can_not_read_the_file()
    {
        List<string> log = [];
        File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        ConnectionFile.Protect(_file, log.Add);
        Assert.Empty(log);
        File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        ConnectionFile.Protect(_file, log.Add);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
        Assert.StartsWith($"{_file} could be read by others", Assert.Single(log), StringComparison.Ordinal);
    }
}
