using Notebook.Protocol;

namespace Notebook.Tests.Protocol;

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
}
