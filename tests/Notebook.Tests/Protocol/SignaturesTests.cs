using System.Security.Cryptography;
using System.Text;
using Notebook.Protocol;

namespace Notebook.Tests.Protocol;

public sealed class SignaturesTests
{
    [Fact]
    public void Signature_is_the_hmac_of_the_four_frames_joined()
    {
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData("key"u8.ToArray(), Encoding.UTF8.GetBytes("{\"a\":1}{}{}{\"b\":2}")));
        Assert.Equal(expected, new Signatures("key").Sign("{\"a\":1}"u8, "{}"u8, "{}"u8, "{\"b\":2}"u8));
    }

    [Fact]
    public void Genuine_message_is_accepted_once()
    {
        var signatures = new Signatures("key");
        var signature = Encoding.ASCII.GetBytes(signatures.Sign("h"u8, "p"u8, "m"u8, "c"u8));
        Assert.Null(signatures.Reject(signature, "h"u8, "p"u8, "m"u8, "c"u8));
        Assert.Equal("it was received before", signatures.Reject(signature, "h"u8, "p"u8, "m"u8, "c"u8));
    }

    [Fact]
    public void Changed_content_is_rejected()
    {
        var signatures = new Signatures("key");
        var signature = Encoding.ASCII.GetBytes(signatures.Sign("h"u8, "p"u8, "m"u8, "c"u8));
        Assert.Equal("its signature is wrong", signatures.Reject(signature, "h"u8, "p"u8, "m"u8, "d"u8));
    }

    [Fact]
    public void Empty_key_switches_signing_off()
    {
        var signatures = new Signatures("");
        Assert.Equal("", signatures.Sign("h"u8, "p"u8, "m"u8, "c"u8));
        Assert.Null(signatures.Reject("anything"u8, "h"u8, "p"u8, "m"u8, "c"u8));
    }
}
